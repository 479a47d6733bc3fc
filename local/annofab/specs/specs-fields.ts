import type {
  AnnotationEditorFeature,
  AnnotationTypeFieldValue,
  AnnotationTypeFieldValueMinimumSize,
  AnnotationTypeFieldValueMinimumSize2dWithDefaultInsertPosition,
  BoundingBoxMetadata,
  LabelV2,
  LabelV3,
} from '../../../lib/annofab/api-description.ts';

/** What the older versions say in places of their own about an annotation type, and version 3 as `field_values`. */
type LabelFieldsV2 = Pick<LabelV2, 'annotation_editor_feature' | 'bounding_box_metadata' | 'segmentation_metadata'>;

/** What a label that says nothing of its drawing tools may be drawn with. */
const ALL_TOOLS: AnnotationEditorFeature = {
  append: true,
  erase: true,
  freehand: true,
  rectangle_fill: true,
  polygon_fill: true,
  fill_near: false,
};

const SEGMENTATIONS: readonly string[] = ['segmentation', 'segmentation_v2'];

export function toFieldsV2({ annotation_type: type, field_values: values }: LabelV3): LabelFieldsV2 {
  const all = Object.values(values);
  const tools = all.find((value) => value._type === 'AnnotationEditorFeature');
  const { _type, ...feature } = tools ?? { _type: undefined, ...ALL_TOOLS };
  const found = Object.assign({}, ...all.map(toMetadata));
  if (Object.keys(found).length === 0) return { annotation_editor_feature: feature };
  const metadata: BoundingBoxMetadata = { min_width: 1, min_height: 1, min_warn_rule: 'none', ...found };
  const name = SEGMENTATIONS.includes(type) ? 'segmentation_metadata' : 'bounding_box_metadata';
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
