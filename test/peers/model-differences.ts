const TAGGED = 'a union is told apart by `_type`, so we always send it; the Python client fills it in';
const NULLABLE = 'the value may be null, which the Python client lists as a member of its union';
const ANY_VALUE = 'the value is any JSON, which the Python client types as Any with a default';
const INNER = 'a class that the Python generator makes of an object inside another schema';

/**
 * What our API description says otherwise than annofabapi, and why. A row that is no longer true fails `npm run test:peers`.
 */
export const MODEL_DIFFERENCES: ReadonlyMap<string, string> = new Map([
  ['BatchAnnotationRequestItemDelete._type: required here, optional there', TAGGED],
  ['BatchAnnotationRequestItemPutV1._type: required here, optional there', TAGGED],
  ['BatchAnnotationRequestItemPutV2._type: required here, optional there', TAGGED],
  ['BatchInputDataRequestItemDelete._type: required here, optional there', TAGGED],
  ['BatchInspectionRequestItemDelete._type: required here, optional there', TAGGED],
  ['BatchInspectionRequestItemPut._type: required here, optional there', TAGGED],
  ['BatchTaskRequestItemDelete._type: required here, optional there', TAGGED],
  ['TaskAssignRequestTypeRandom._type: required here, optional there', TAGGED],
  ['TaskAssignRequestTypeSelection._type: required here, optional there', TAGGED],
  ['TaskAssignRequestTypeTaskProperty._type: required here, optional there', TAGGED],
  ['TaskGenerateRuleByCount._type: required here, optional there', TAGGED],
  ['TaskGenerateRuleByDirectory._type: required here, optional there', TAGGED],
  ['TaskGenerateRuleByInputDataCsv._type: required here, optional there', TAGGED],
  ['JobDetailCopyProject field _type: only here', TAGGED],
  ['JobDetailGenInputs field _type: only here', TAGGED],
  ['JobDetailGenTasks field _type: only here', TAGGED],
  ['JobDetailInvokeHook field _type: only here', TAGGED],
  ['JobDetailMoveProject field _type: only here', TAGGED],
  ['AnnotationDetailContentInputInner.data: optional here, required there', NULLABLE],
  ['AnnotationDetailContentOutputInner.data: optional here, required there', NULLABLE],
  ['FullAnnotationDetail.data: optional here, required there', NULLABLE],
  ['SimpleAnnotationDetail.data: optional here, required there', NULLABLE],
  ['ProjectExtraDataValueDefault.value: required here, optional there', ANY_VALUE],
  ['ProjectExtraDataValueSaved.value: required here, optional there', ANY_VALUE],
  ['PutProjectExtraDataBody.value: required here, optional there', ANY_VALUE],
  [
    'ConfirmResetPasswordRequest.is_reset_mfa: optional here, required there',
    'the operation is removed, and its documentation gave the field a default',
  ],
  [
    'InputDataSet.updated_datetime: optional here, required there',
    'the operations of input data sets are removed, and their documentation did not require it',
  ],
  [
    'IssuePersonalAccessTokenRequest.expiration: required here, optional there',
    'the documentation requires it under a misspelt name, `expired_datetime`, and a token needs a lifetime',
  ],
  ['schema InputDataSetList: only here', 'the answer of a removed operation'],
  ['schema ListProjectTokenRequest: only here', 'a body that the Python client has no model of'],
  ['schema UpdateOrganizationNameRequest: only here', 'the body of a removed operation'],
  ['schema AdditionalDataDefinitionV1ChoicesInner: only there', INNER],
  ['schema InspectionDataPolylineCoordinatesInner: only there', INNER],
  ['schema InternationalizationMessageMessagesInner: only there', INNER],
  ['schema ProjectTaskCountsTaskCountsInner: only there', INNER],
  ['schema UserDefinedAnnotationTypeDefinitionFieldDefinitionsInner: only there', INNER],
  ['schema AnnotationSpecsOption: only there', 'a union of one member: here it is AnnotationSpecsMovieOption itself'],
  ['schema ProjectContainer: only there', 'no operation here refers to it'],
]);
