import type { BoundingBoxMetadata, LabelV2, LabelV3 } from '../generated/schemas.ts';

const POSITION = 'position_for_minimum_bounding_box_insertion';

/** Where the older versions of the specs say what version 3 has as field values. */
type OlderLabel = Pick<
  LabelV2,
  'annotation_type' | 'annotation_editor_feature' | 'bounding_box_metadata' | 'segmentation_metadata'
>;

/** The field values of a label of version 1 or 2. Only what is drawn by pixel has tools to choose from. */
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
