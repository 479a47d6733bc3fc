import type {
  AdditionalDataDefinitionV2,
  AdditionalDataV2,
  AdditionalDataValue,
  AnnotationSpecsV3,
  FullAnnotation,
  FullAnnotationAdditionalData,
  FullAnnotationAdditionalDataValue,
  FullAnnotationData,
  FullAnnotationDetail,
  InternationalizationMessage,
  Task,
} from '../../../lib/annofab/api-description.ts';
import type { ProjectRecord, StoredDetail } from '../core/state.ts';
import { findDefinition, findLabel } from '../specs/specs-lookup.ts';
import { toArchiveFrame } from './simple-annotation.ts';

const FULL_FORMAT_VERSION = '2.0.0';

/** A frame in the older Full format: with ids, and names in all languages. */
export function toFull(project: ProjectRecord, task: Task, inputDataId: string): FullAnnotation {
  return toArchiveFrame(project, task, inputDataId, FULL_FORMAT_VERSION, (detail) =>
    toFullDetail(project, inputDataId, detail),
  );
}

function toFullDetail(
  { specs, members }: ProjectRecord,
  inputDataId: string,
  detail: StoredDetail,
): FullAnnotationDetail {
  const { annotation_id, label_id, account_id: account, body } = detail;
  const label = findLabel(specs, label_id);
  return {
    annotation_id,
    user_id: members.get(account)?.user_id ?? account,
    label_id,
    label_name: label?.label_name ?? unnamed(label_id),
    annotation_type: label?.annotation_type ?? 'custom',
    data_holding_type: body._type === 'Outer' ? 'outer' : 'inner',
    data: toFullData(detail, inputDataId, label?.annotation_type),
    additional_data_list: detail.additional_data_list.flatMap((data) => toFullAttribute(data, specs)),
  };
}

/** A file is next to its frame in the archive, so its path is relative to the frame. */
function toFullData({ annotation_id: id, body }: StoredDetail, inputDataId: string, type?: string): FullAnnotationData {
  if (body._type === 'Inner') return body.data;
  if (body._type === 'InnerUnknown') return { _type: 'Unknown', data: body.data };
  const uri = `./${inputDataId}/${id}`;
  if (type === 'segmentation_v2') return { _type: 'SegmentationV2', data_uri: uri };
  if (type === 'segmentation') return { _type: 'Segmentation', data_uri: uri };
  return { _type: 'Unknown', data: uri };
}

function toFullAttribute({ definition_id: id, value }: AdditionalDataV2, specs: AnnotationSpecsV3) {
  const definition = findDefinition(specs, id);
  if (!value || !definition) return [];
  const attribute: FullAnnotationAdditionalData = {
    additional_data_definition_id: id,
    additional_data_definition_name: definition.name,
    type: definition.type,
    value: toFullValue(value, definition),
  };
  return [attribute];
}

/** The Full format is older than one-line texts and drop-down lists: they become comments and choices. */
function toFullValue(
  value: AdditionalDataValue,
  { choices }: AdditionalDataDefinitionV2,
): FullAnnotationAdditionalDataValue {
  switch (value._type) {
    case 'Text':
      return { _type: 'Comment', value: value.value };
    case 'Choice':
    case 'Select': {
      const { choice_id: id } = value;
      const name = choices?.find((choice) => choice.choice_id === id)?.name ?? unnamed(id);
      return { _type: 'Choice', value: { id, name } };
    }
    case 'Link':
      return { _type: 'Link', value: value.annotation_id };
    default:
      return value;
  }
}

/** A label or choice that is no longer in the specs has its id as name. */
function unnamed(id: string): InternationalizationMessage {
  return { messages: [{ lang: 'ja-JP', message: id }], default_lang: 'ja-JP' };
}
