import type {
  AdditionalDataDefinitionV1,
  AdditionalDataDefinitionV2,
  AdditionalDataRestriction,
  AnnotationSpecs,
  AnnotationSpecsV1,
  AnnotationSpecsV2,
  AnnotationSpecsV3,
  LabelV2,
  LabelV3,
} from '../../../lib/annofab/api-description.ts';
import { toFieldsV2 } from './specs-fields.ts';
import { definitionsOf } from './specs-names.ts';

/** The specs, which the emulator keeps in version 3, as version 1, 2 or 3. Annofab takes any other text for 1. */
export function toVersion(stored: AnnotationSpecsV3, version: string | undefined): AnnotationSpecs {
  const specs = complete(stored);
  if (version === '3') return specs;
  return version === '2' ? toV2(specs) : toV1(specs);
}

/**
 * What the writer left out is empty or has its default: clients go through lists and dictionaries without a look. The
 * option is one of them. Annofab says it for movies only, yet its Python client cannot do without the key, and its
 * command line tool not with null.
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

/** Version 1 has three restrictions only, each as a field of the attribute itself. */
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
