import type {
  AdditionalDataDefinitionV1,
  AdditionalDataDefinitionV2,
  AdditionalDataRestriction,
  AnnotationEditorFeature,
  AnnotationSpecs,
  AnnotationSpecsV1,
  AnnotationSpecsV2,
  AnnotationSpecsV3,
  AnnotationTypeFieldValue,
  AnnotationTypeFieldValueMinimumSize,
  AnnotationTypeFieldValueMinimumSize2dWithDefaultInsertPosition,
  BoundingBoxMetadata,
  LabelV2,
  LabelV3,
} from '../../../lib/annofab/api-description.ts';
import { definitionsOf, isSegmentation } from './specs-lookup.ts';

/** Converts the specs from version 3, as they are stored. Annofab takes every version other than 2 and 3 for 1. */
export function toVersion(stored: AnnotationSpecsV3, version: string | undefined): AnnotationSpecs {
  const specs = complete(stored);
  if (version === '3') return specs;
  return version === '2' ? toV2(specs) : toV1(specs);
}

/**
 * Fills in missing lists, dictionaries and defaults, which clients read without a check. Annofab documents `option` for
 * videos only, but its Python client fails without the key, and its command line tool with null.
 */
function complete(specs: AnnotationSpecsV3): AnnotationSpecsV3 {
  return {
    ...specs,
    option: specs.option ?? { can_overwrap: true },
    labels: specs.labels.map((label) => ({ ...label, metadata: label.metadata ?? {} })),
    additionals: specs.additionals.map((definition) => ({
      ...definition,
      read_only: definition.read_only ?? false,
      keybind: definition.keybind ?? [],
      choices: definition.choices?.map((choice) => ({ ...choice, keybind: choice.keybind ?? [] })) ?? [],
      metadata: definition.metadata ?? {},
    })),
  };
}

function toV2({ annotation_type_version: _, ...specs }: AnnotationSpecsV3): AnnotationSpecsV2 {
  return { ...specs, labels: specs.labels.map(toLabelV2), format_version: '2.1.0' };
}

function toLabelV2(label: LabelV3): LabelV2 {
  const { field_values: _, ...rest } = label;
  return { ...rest, ...toFieldsV2(label) };
}

function toV1(specs: AnnotationSpecsV3): AnnotationSpecsV1 {
  const { project_id, inspection_phrases, updated_datetime, option, metadata } = specs;
  return {
    project_id,
    inspection_phrases,
    metadata,
    ...(updated_datetime != null && { updated_datetime }),
    ...(option != null && { option }),
    labels: specs.labels.map((label) => ({
      ...toLabelV2(label),
      additional_data_definitions: definitionsOf(specs, label).map((definition) =>
        toDefinitionV1(definition, specs.restrictions),
      ),
    })),
  };
}

/** Version 1 has only three kinds of restriction, each as a field of the attribute. */
function toDefinitionV1(
  definition: AdditionalDataDefinitionV2,
  restrictions: readonly AdditionalDataRestriction[],
): AdditionalDataDefinitionV1 {
  const { additional_data_definition_id: id } = definition;
  const conditions = restrictions
    .filter((restriction) => restriction.additional_data_definition_id === id)
    .map(({ condition }) => condition);
  const regex = conditions.find(({ _type }) => _type === 'Matches');
  const labels = conditions.find(({ _type }) => _type === 'HasLabel');
  return {
    ...definition,
    ...(regex?._type === 'Matches' && { regex: regex.value }),
    ...(labels?._type === 'HasLabel' && { label_ids: labels.labels }),
    ...(conditions.some((condition) => condition._type === 'NotEquals' && condition.value === '') && {
      required: true,
    }),
  };
}

/** The fields that version 3 replaced with `field_values`. */
type LabelFieldsV2 = Pick<LabelV2, 'annotation_editor_feature' | 'bounding_box_metadata' | 'segmentation_metadata'>;

/** The drawing tools of a label that does not restrict them. */
const ALL_TOOLS: AnnotationEditorFeature = {
  append: true,
  erase: true,
  freehand: true,
  rectangle_fill: true,
  polygon_fill: true,
  fill_near: false,
};

function toFieldsV2({ annotation_type, field_values: values }: LabelV3): LabelFieldsV2 {
  const all = Object.values(values);
  const tools = all.find((value) => value._type === 'AnnotationEditorFeature');
  const { _type, ...feature } = tools ?? { _type: undefined, ...ALL_TOOLS };
  const found = Object.assign({}, ...all.map(toMetadata));
  if (Object.keys(found).length === 0) return { annotation_editor_feature: feature };
  const metadata: BoundingBoxMetadata = { min_width: 1, min_height: 1, min_warn_rule: 'none', ...found };
  const name = isSegmentation({ annotation_type }) ? 'segmentation_metadata' : 'bounding_box_metadata';
  return { annotation_editor_feature: feature, [name]: metadata };
}

function toMetadata(value: AnnotationTypeFieldValue): Partial<BoundingBoxMetadata> {
  switch (value._type) {
    case 'MinimumSize2d':
    case 'MinimumSize2dWithDefaultInsertPosition':
      return { ...sizeOf(value), ...positionOf(value) };
    case 'MarginOfErrorTolerance':
      return { tolerance: value.max_pixel };
    case 'VertexCountMinMax':
      return { min_vertices: value.min, max_vertices: value.max };
    case 'MinimumArea2d':
      return { min_area: value.min_area };
    case 'DisplayLineDirection':
      return { has_direction: value.has_direction };
    default:
      return {};
  }
}

function sizeOf({ min_warn_rule, min_width, min_height }: AnnotationTypeFieldValueMinimumSize | PlacedSize) {
  return { min_warn_rule, min_width, min_height };
}

type PlacedSize = AnnotationTypeFieldValueMinimumSize2dWithDefaultInsertPosition;

function positionOf(value: AnnotationTypeFieldValueMinimumSize | PlacedSize): Partial<BoundingBoxMetadata> {
  const [x, y] = ('position_for_minimum_bounding_box_insertion' in value ? value[POSITION] : undefined) ?? [];
  return x === undefined || y === undefined ? {} : { [POSITION]: { x, y } };
}

const POSITION = 'position_for_minimum_bounding_box_insertion';
