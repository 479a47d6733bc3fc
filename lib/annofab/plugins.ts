/** Annofab's own plugins for projects with 3D data (point clouds). */
export const PLUGINS_3D = {
  /** The annotation editor: `configuration.plugin_id` of a project. */
  editor: 'bdc16348-107e-4fbc-af4a-e482bc84a60f',
  /** The extension of the annotation specs: `configuration.extended_specs_plugin_id` of a project. */
  specs: '703ababa-96ac-4920-8afb-d4f2bddac7e3',
} as const;

/** The annotation types of the 3D editor: a cuboid, and the points of one object or of a kind of object. */
export const ANNOTATION_TYPES_3D = ['user_bounding_box', 'user_instance_segment', 'user_semantic_segment'] as const;

export type AnnotationType3d = (typeof ANNOTATION_TYPES_3D)[number];
