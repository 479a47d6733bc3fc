import type { OrganizationPlugin } from '../../../lib/annofab/api-description.ts';
import { EDITOR_3D_KIND } from '../projects/extra-data-kinds.ts';

/** The plugin id of Annofab's 3D editor. */
export const EDITOR_3D = 'bdc16348-107e-4fbc-af4a-e482bc84a60f';

/** The plugin id of the annotation types for the 3D editor. */
export const EXTENDED_SPECS_3D = '703ababa-96ac-4920-8afb-d4f2bddac7e3';

/** Annofab's plugins in every organization: its 3D editor, and the annotation types for it. */
export function builtinPlugins(organizationId: string): OrganizationPlugin[] {
  const shared = {
    organization_id: organizationId,
    is_builtin: true,
    project_extra_data_kinds: [],
    created_datetime: '2022-01-01T00:00:00.000+09:00',
    updated_datetime: '2022-01-01T00:00:00.000+09:00',
  };
  return [
    {
      ...shared,
      plugin_id: EDITOR_3D,
      project_extra_data_kinds: [EDITOR_3D_KIND.id],
      plugin_name: 'af-default-annotation-editor-plugin-for-3d-editor',
      detail: { _type: 'AnnotationEditor', compatible_input_data_types: ['custom'] },
    },
    {
      ...shared,
      plugin_id: EXTENDED_SPECS_3D,
      plugin_name: 'af-default-extended-spec-plugin-for-3d-editor',
      detail: {
        _type: 'ExtendedAnnotationSpecs',
        annotation_types: ['user_bounding_box', 'user_instance_segment', 'user_semantic_segment', 'classification'],
        compatible_input_data_types: ['custom'],
      },
    },
  ];
}
