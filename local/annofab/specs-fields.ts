import type {
  AnnotationEditorFeature,
  AnnotationTypeFieldValue,
  AnnotationTypeFieldValueMinimumSize,
  AnnotationTypeFieldValueMinimumSize2dWithDefaultInsertPosition,
  BoundingBoxMetadata,
  LabelV2,
  LabelV3,
} from '../../lib/annofab/generated/schemas.ts';

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

/** Only what is drawn by pixel has tools to choose from. */
export function toFieldValues(label: LabelV2): LabelV3['field_values'] {
  const isSegmentation = SEGMENTATIONS.includes(label.annotation_type);
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
