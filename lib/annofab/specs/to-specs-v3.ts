import type {
  AdditionalDataDefinitionV1,
  AdditionalDataDefinitionV2,
  AdditionalDataRestriction,
  AdditionalDataRestrictionCondition,
  AnnotationSpecs,
  AnnotationSpecsV1,
  AnnotationSpecsV2,
  AnnotationSpecsV3,
  LabelV1,
  LabelV2,
  LabelV3,
} from '../generated/schemas.ts';
import { toFieldValues } from './field-values.ts';

/**
 * Annotation specs of any version as version 3. Version 1 keeps the attributes inside their labels, and what restricts
 * them inside the attributes; what are field values now had places of their own in both.
 */
export function toSpecsV3(specs: AnnotationSpecs): AnnotationSpecsV3 {
  if (!('additionals' in specs)) return fromV1(specs);
  return isV3(specs) ? specs : { ...specs, labels: specs.labels.map(toLabelV3), format_version: '3.0.0' };
}

/** An unknown later version is taken for 3. */
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
