import type {
  AdditionalDataDefinitionV1,
  AnnotationSpecs,
  AnnotationSpecsV1,
  AnnotationSpecsV2,
  AnnotationSpecsV3,
  LabelV2,
  LabelV3,
} from '../../lib/annofab/generated/schemas.ts';
import { definitionsOf } from './specs-names.ts';

/** The older versions say nothing of an annotation type's own fields but the editor's tools. */
const ALL_TOOLS = {
  append: true,
  erase: true,
  freehand: true,
  rectangle_fill: true,
  polygon_fill: true,
  fill_near: false,
};

/** The specs, which the emulator keeps in version 3, as version 1, 2 or 3. Annofab takes any other text for 1. */
export function toVersion(specs: AnnotationSpecsV3, version: string | undefined): AnnotationSpecs {
  if (version === '3') return specs;
  return version === '2' ? toV2(specs) : toV1(specs);
}

function toV2({ annotation_type_version: _, ...specs }: AnnotationSpecsV3): AnnotationSpecsV2 {
  return { ...specs, labels: specs.labels.map(toLabelV2), format_version: '2.1.0' };
}

function toLabelV2({ field_values: values, ...label }: LabelV3): LabelV2 {
  const tools = Object.values(values).find((value) => value._type === 'AnnotationEditorFeature');
  const { _type, ...feature } = tools ?? { _type: undefined, ...ALL_TOOLS };
  return { ...label, annotation_editor_feature: feature };
}

function toV1(specs: AnnotationSpecsV3): AnnotationSpecsV1 {
  const { project_id, inspection_phrases, updated_datetime, option, metadata } = specs;
  return {
    project_id,
    inspection_phrases,
    metadata,
    ...(updated_datetime !== undefined && { updated_datetime }),
    ...(option !== undefined && { option }),
    labels: specs.labels.map((label) => ({
      ...toLabelV2(label),
      additional_data_definitions: definitionsOf(specs, label).map(
        (definition): AdditionalDataDefinitionV1 => definition,
      ),
    })),
  };
}
