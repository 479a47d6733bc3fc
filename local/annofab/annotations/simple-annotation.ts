import type {
  AdditionalDataDefinitionV2,
  AdditionalDataV2,
  AdditionalDataValue,
  AnnotationSpecsV3,
  FullAnnotationData,
  LabelV3,
  SimpleAnnotation,
  SimpleAnnotationDetail,
  Task,
} from '../../../lib/annofab/api-description.ts';
import { isExactNumber } from '../../../lib/core/numbers/exact-number.ts';
import { frameKey, type ProjectRecord, type StoredBody, type StoredDetail } from '../core/state.ts';
import { definitionsOf, englishName, findDefinition, findLabel, isSegmentation } from '../specs/specs-lookup.ts';

/** The format that Annofab's archives have today. */
const SIMPLE_FORMAT_VERSION = '1.2.0';

/**
 * A frame in the Simple format, of the API and the archive. Its names are the English ones, which may repeat.
 *
 * @param inputDataId an input data of this task
 */
function toSimple(project: ProjectRecord, task: Task, inputDataId: string): SimpleAnnotation {
  return toArchiveFrame(project, task, inputDataId, SIMPLE_FORMAT_VERSION, (detail) =>
    toSimpleDetail(detail, inputDataId, project.specs),
  );
}

/** The structure that the Simple and the Full format share. */
export function toArchiveFrame<Detail>(
  project: ProjectRecord,
  task: Task,
  inputDataId: string,
  version: string,
  toDetail: (detail: StoredDetail) => Detail,
) {
  const frame = project.annotations.get(frameKey(task.task_id, inputDataId));
  return {
    project_id: task.project_id,
    annotation_format_version: version,
    task_id: task.task_id,
    task_phase: task.phase,
    task_phase_stage: task.phase_stage,
    task_status: task.status,
    input_data_id: inputDataId,
    input_data_name: project.inputData.get(inputDataId)?.input_data_name ?? inputDataId,
    details: (frame?.details ?? []).map(toDetail),
    ...(frame?.updated_datetime !== undefined && { updated_datetime: frame.updated_datetime }),
  };
}

/**
 * The JSON text of a frame: that of an imported frame byte for byte, until it is edited.
 *
 * @param nullsForAbsent see `Settings`
 */
export function simpleAnnotationText(
  project: ProjectRecord,
  task: Task,
  inputDataId: string,
  { nullsForAbsent = false }: { nullsForAbsent?: boolean } = {},
): string {
  const imported = project.annotations.get(frameKey(task.task_id, inputDataId))?.verbatim;
  if (imported !== undefined) return imported;
  const simple = toSimple(project, task, inputDataId);
  const { updated_datetime: updated = nullsForAbsent ? null : undefined } = simple;
  return JSON.stringify({ ...simple, updated_datetime: updated });
}

/** A label or attribute that is no longer in the specs has its id as name. */
function toSimpleDetail(detail: StoredDetail, inputDataId: string, specs: AnnotationSpecsV3): SimpleAnnotationDetail {
  const label = findLabel(specs, detail.label_id);
  const attributes = detail.additional_data_list.flatMap(({ definition_id: id, value }) => {
    const definition = findDefinition(specs, id);
    const name = definition ? englishName(definition.name) : id;
    return value ? [[name, toSimpleValue(value, definition)]] : [];
  });
  return {
    label: label ? englishName(label.label_name) : detail.label_id,
    annotation_id: detail.annotation_id,
    data: toSimpleData(detail, inputDataId, label),
    attributes: Object.fromEntries(attributes),
  };
}

function toSimpleData(
  { annotation_id: id, body }: StoredDetail,
  inputDataId: string,
  label: LabelV3 | undefined,
): FullAnnotationData {
  if (body._type === 'Inner') return body.data;
  if (body._type === 'InnerUnknown') return { _type: 'Unknown', data: body.data };
  if (label?.annotation_type === 'segmentation_v2') return { _type: 'SegmentationV2', data_uri: id };
  if (label?.annotation_type === 'segmentation') return { _type: 'Segmentation', data_uri: id };
  // Unlike that of a mask, the data of a 3D segment is the path of its file relative to the frame.
  return { _type: 'Unknown', data: `./${inputDataId}/${id}` };
}

function toSimpleValue(value: AdditionalDataValue, definition: AdditionalDataDefinitionV2 | undefined): unknown {
  switch (value._type) {
    case 'Choice':
    case 'Select': {
      const choice = definition?.choices?.find(({ choice_id: id }) => id === value.choice_id);
      return choice ? englishName(choice.name) : value.choice_id;
    }
    case 'Link':
      return value.annotation_id;
    default:
      return value.value;
  }
}

export interface ImportContext {
  /** The author of the annotations. */
  accountId: string;
  /** Their creation time. */
  at: string;
  /** The path in the file store of an annotation's outer file, if it has one. */
  outerPath(annotationId: string): string | undefined;
}

/**
 * Converts a Simple frame to the editor's form, from names back to ids.
 *
 * @throws Error that names a label, attribute or choice that the specs lack, or a mask without its file
 */
export function simpleToEditor(
  simple: Pick<SimpleAnnotation, 'details'>,
  specs: AnnotationSpecsV3,
  context: ImportContext,
): StoredDetail[] {
  return simple.details.map((detail) => {
    const label = specs.labels.find(({ label_name: name }) => englishName(name) === detail.label);
    if (!label) throw new Error(`the annotation specs have no label ${JSON.stringify(detail.label)}`);
    return {
      _type: 'Get',
      annotation_id: detail.annotation_id,
      account_id: context.accountId,
      label_id: label.label_id,
      body: toBody(detail, label, context),
      additional_data_list: toAdditionalData(detail.attributes, label, specs),
      editor_props: {},
      created_datetime: context.at,
      updated_datetime: context.at,
    };
  });
}

function toBody(detail: SimpleAnnotationDetail, label: LabelV3, { outerPath }: ImportContext): StoredBody {
  const { annotation_id: id, data } = detail;
  if (isSegmentation(label)) {
    const path = outerPath(id);
    if (path === undefined) throw new Error(`the annotation ${id} (${detail.label}) has no mask file`);
    return { _type: 'Outer', path };
  }
  const path = data?._type === 'Unknown' && !isJson(data.data) ? outerPath(id) : undefined;
  return path === undefined ? { _type: 'Inner', data } : { _type: 'Outer', path };
}

/** Unknown data that is not JSON is the name of a file. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function toAdditionalData(
  attributes: SimpleAnnotationDetail['attributes'],
  label: LabelV3,
  specs: AnnotationSpecsV3,
): AdditionalDataV2[] {
  const definitions = definitionsOf(specs, label);
  return Object.entries(attributes).flatMap(([name, value]): AdditionalDataV2[] => {
    const definition = definitions.find((candidate) => englishName(candidate.name) === name);
    if (!definition)
      throw new Error(`the label ${englishName(label.label_name)} has no attribute ${JSON.stringify(name)}`);
    // An attribute without a value may be null or empty text.
    if (value === null || value === undefined || value === '') return [];
    return [{ definition_id: definition.additional_data_definition_id, value: toValue(definition, name, value) }];
  });
}

function toValue(definition: AdditionalDataDefinitionV2, name: string, value: unknown): AdditionalDataValue {
  const wrong = () => new Error(`the attribute ${name} is a ${definition.type} and cannot be ${JSON.stringify(value)}`);
  if (definition.type === 'flag') {
    if (typeof value !== 'boolean') throw wrong();
    return { _type: 'Flag', value };
  }
  if (definition.type === 'integer') {
    if (!isExactNumber(value)) throw wrong();
    return { _type: 'Integer', value };
  }
  if (typeof value !== 'string') throw wrong();
  if (definition.type === 'choice' || definition.type === 'select') {
    const choice = definition.choices?.find((candidate) => englishName(candidate.name) === value);
    if (!choice) throw wrong();
    return { _type: definition.type === 'choice' ? 'Choice' : 'Select', choice_id: choice.choice_id };
  }
  if (definition.type === 'link') return { _type: 'Link', annotation_id: value };
  return { _type: TEXT_TYPES[definition.type], value };
}

const TEXT_TYPES = { text: 'Text', comment: 'Comment', tracking: 'Tracking' } as const;
