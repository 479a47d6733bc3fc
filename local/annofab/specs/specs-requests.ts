import type {
  AdditionalDataDefinitionV1,
  AdditionalDataDefinitionV2,
  AdditionalDataRestriction,
  AdditionalDataRestrictionCondition,
  AnnotationSpecsRequest,
  AnnotationSpecsRequestV1,
  AnnotationSpecsV3,
  LabelV2,
  LabelV3,
} from '../../../lib/annofab/api-description.ts';
import { toFieldValues } from '../../../lib/annofab/api-description.ts';

/** The specs in a request, without its lock, comment and marking. */
export type SpecsContent = Pick<
  AnnotationSpecsV3,
  'labels' | 'additionals' | 'restrictions' | 'inspection_phrases' | 'format_version' | 'metadata' | 'option'
> &
  Pick<AnnotationSpecsV3, 'annotation_type_version'>;

/** Converts a request of version 1, 2 or 3 to version 3. Version 1 has no `additionals`, only version 3 has `field_values`. */
export function readSpecs(request: AnnotationSpecsRequest): SpecsContent {
  const { inspection_phrases, option, metadata } = request;
  const common = { inspection_phrases, metadata: metadata ?? {}, ...(option != null && { option }) };
  if (!('additionals' in request)) return { ...common, ...readV1(request) };
  const { additionals, restrictions, format_version: version } = request;
  const plugin = 'annotation_type_version' in request ? request.annotation_type_version : undefined;
  return {
    ...common,
    labels: request.labels.map(toLabelV3),
    additionals,
    restrictions,
    format_version: version.startsWith('3.') ? version : CURRENT_VERSION,
    ...(plugin != null && { annotation_type_version: plugin }),
  };
}

const CURRENT_VERSION = '3.1.0';

function toLabelV3(label: LabelV2 | LabelV3): LabelV3 {
  if ('field_values' in label) return label;
  const {
    annotation_editor_feature: _tools,
    bounding_box_metadata: _box,
    segmentation_metadata: _mask,
    ...rest
  } = label;
  return { ...rest, field_values: toFieldValues(label) };
}

/** Version 1 has the attributes inside the labels, repeated in every label that uses them. */
function readV1({ labels }: AnnotationSpecsRequestV1) {
  const definitions = new Map(
    labels
      .flatMap((label) => label.additional_data_definitions)
      .map((definition) => [definition.additional_data_definition_id, definition]),
  );
  return {
    labels: labels.map((label) =>
      toLabelV3({
        ...label,
        additional_data_definitions: label.additional_data_definitions.map(
          ({ additional_data_definition_id: id }) => id,
        ),
      }),
    ),
    additionals: [...definitions.values()].map(toDefinitionV2),
    restrictions: [...definitions.values()].flatMap(restrictionsOf),
    format_version: CURRENT_VERSION,
  };
}

function toDefinitionV2(definition: AdditionalDataDefinitionV1): AdditionalDataDefinitionV2 {
  const { regex: _regex, label_ids: _labels, required: _required, name, ...rest } = definition;
  return { ...rest, name: name ?? { messages: [], default_lang: 'ja-JP' } };
}

function restrictionsOf(definition: AdditionalDataDefinitionV1): AdditionalDataRestriction[] {
  const { additional_data_definition_id: id, regex, label_ids: labels, required } = definition;
  const conditions: AdditionalDataRestrictionCondition[] = [
    ...(regex ? [{ _type: 'Matches' as const, value: regex }] : []),
    ...(labels && labels.length > 0 ? [{ _type: 'HasLabel' as const, labels }] : []),
    ...(required ? [{ _type: 'NotEquals' as const, value: '' }] : []),
  ];
  return conditions.map((condition) => ({ additional_data_definition_id: id, condition }));
}
