import { ANNOTATION_TYPES_3D, type OrganizationPlugin, PLUGINS_3D } from '../../../lib/annofab/api-description.ts';
import { EDITOR_3D_KIND } from '../projects/extra-data-kinds.ts';

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
      plugin_id: PLUGINS_3D.editor,
      project_extra_data_kinds: [EDITOR_3D_KIND.id],
      plugin_name: 'af-default-annotation-editor-plugin-for-3d-editor',
      detail: { _type: 'AnnotationEditor', compatible_input_data_types: ['custom'] },
    },
    {
      ...shared,
      plugin_id: PLUGINS_3D.specs,
      plugin_name: 'af-default-extended-spec-plugin-for-3d-editor',
      detail: {
        _type: 'ExtendedAnnotationSpecs',
        annotation_types: [...ANNOTATION_TYPES_3D, 'classification'],
        compatible_input_data_types: ['custom'],
      },
    },
  ];
}
