import type {
  AdditionalDataDefinitionV1,
  AdditionalDataDefinitionV2,
  AdditionalDataRestriction,
  AdditionalDataRestrictionCondition,
  AnnotationSpecs,
  AnnotationSpecsV1,
  AnnotationSpecsV2,
  AnnotationSpecsV3,
  BoundingBoxMetadata,
  LabelV1,
  LabelV2,
  LabelV3,
} from '../generated/schemas.ts';

/**
 * Converts annotation specs of any version to version 3. Version 1 nests attributes in labels, and restrictions in
 * attributes. Versions 1 and 2 have separate properties for what are field values in version 3.
 */
export function toSpecsV3(specs: AnnotationSpecs): AnnotationSpecsV3 {
  if (!('additionals' in specs)) return fromV1(specs);
  return isV3(specs) ? specs : { ...specs, labels: specs.labels.map(toLabelV3), format_version: '3.0.0' };
}

/** A later, unknown version is treated as version 3. */
function isV3(specs: AnnotationSpecsV2 | AnnotationSpecsV3): specs is AnnotationSpecsV3 {
  return !/^[12]\./.test(specs.format_version);
}

function fromV1(specs: AnnotationSpecsV1): AnnotationSpecsV3 {
  const byId = new Map(
    specs.labels
      .flatMap((label) => label.additional_data_definitions)
      .map((definition) => [definition.additional_data_definition_id, definition]),
  );
  const definitions = [...byId.values()];
  return {
    ...specs,
    labels: specs.labels.map(toLabelV3),
    additionals: definitions.map(toDefinitionV2),
    restrictions: definitions.flatMap(restrictionsOfV1),
    format_version: '3.0.0',
  };
}

function toLabelV3(label: LabelV1 | LabelV2): LabelV3 {
  const { label_id, label_name, keybind, annotation_type, color, metadata } = label;
  const attributes = label.additional_data_definitions.map((attribute) =>
    typeof attribute === 'string' ? attribute : attribute.additional_data_definition_id,
  );
  return {
    label_id,
    label_name,
    keybind,
    annotation_type,
    color,
    ...(metadata && { metadata }),
    field_values: toFieldValues(label),
    additional_data_definitions: attributes,
  };
}

function toDefinitionV2(definition: AdditionalDataDefinitionV1): AdditionalDataDefinitionV2 {
  const { regex: _regex, label_ids: _labels, required: _required, name, ...rest } = definition;
  return { ...rest, name: name ?? { messages: [], default_lang: 'en-US' } };
}

function restrictionsOfV1(definition: AdditionalDataDefinitionV1): AdditionalDataRestriction[] {
  const { additional_data_definition_id, regex, label_ids: labels, required } = definition;
  const conditions: AdditionalDataRestrictionCondition[] = [
    ...(required ? [{ _type: 'NotEquals', value: '' } as const] : []),
    ...(regex ? [{ _type: 'Matches', value: regex } as const] : []),
    ...(labels && labels.length > 0 ? [{ _type: 'HasLabel', labels } as const] : []),
  ];
  return conditions.map((condition) => ({ additional_data_definition_id, condition }));
}

const POSITION = 'position_for_minimum_bounding_box_insertion';

/** The properties of older versions that become field values in version 3. */
type OlderLabel = Pick<
  LabelV2,
  'annotation_type' | 'annotation_editor_feature' | 'bounding_box_metadata' | 'segmentation_metadata'
>;

/** Converts the properties of a label of version 1 or 2 to field values. Only segmentation labels have drawing tools. */
export function toFieldValues(label: OlderLabel): LabelV3['field_values'] {
  const isSegmentation = ['segmentation', 'segmentation_v2'].includes(label.annotation_type);
  const metadata = isSegmentation ? label.segmentation_metadata : label.bounding_box_metadata;
  return {
    ...(isSegmentation && {
      annotation_editor_feature: { _type: 'AnnotationEditorFeature', ...label.annotation_editor_feature },
    }),
    ...(metadata && toValues(metadata)),
  };
}

function toValues(metadata: BoundingBoxMetadata): LabelV3['field_values'] {
  const { min_width, min_height, min_warn_rule: rule, tolerance, min_area, min_vertices, max_vertices } = metadata;
  const { [POSITION]: position, has_direction: direction } = metadata;
  return {
    ...(rule !== 'none' && {
      minimum_size_2d_with_default_insert_position: {
        ...{ _type: 'MinimumSize2dWithDefaultInsertPosition', min_warn_rule: rule, min_width, min_height },
        ...(position != null && { [POSITION]: [position.x, position.y] }),
      },
    }),
    ...(tolerance != null && { margin_of_error_tolerance: { _type: 'MarginOfErrorTolerance', max_pixel: tolerance } }),
    ...(min_area != null && { minimum_area_2d: { _type: 'MinimumArea2d', min_area } }),
    ...(min_vertices != null &&
      max_vertices != null && {
        vertex_count_min_max: { _type: 'VertexCountMinMax', min: min_vertices, max: max_vertices },
      }),
    ...(direction && { display_line_direction: { _type: 'DisplayLineDirection', has_direction: true } }),
  };
}
