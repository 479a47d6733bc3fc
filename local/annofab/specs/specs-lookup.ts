import type {
  AdditionalDataDefinitionV2,
  AnnotationSpecsV3,
  InternationalizationMessage,
  LabelV3,
} from '../../../lib/annofab/api-description.ts';

const ENGLISH = /^en\b/i;

/** The English name, or else the name in the default language. */
export function englishName({ messages, default_lang: defaultLang }: InternationalizationMessage): string {
  const english = messages.find(({ lang }) => ENGLISH.test(lang));
  const named = english ?? messages.find(({ lang }) => lang === defaultLang) ?? messages[0];
  return named?.message ?? '';
}

/** The attributes of a label, in its order. */
export function definitionsOf(specs: AnnotationSpecsV3, label: LabelV3): AdditionalDataDefinitionV2[] {
  return label.additional_data_definitions.flatMap((id) => findDefinition(specs, id) ?? []);
}

export function findLabel(specs: AnnotationSpecsV3, labelId: string): LabelV3 | undefined {
  return specs.labels.find((label) => label.label_id === labelId);
}

export function findDefinition(specs: AnnotationSpecsV3, id: string): AdditionalDataDefinitionV2 | undefined {
  return specs.additionals.find((definition) => definition.additional_data_definition_id === id);
}

/** The data of a segmentation is always a mask in a separate file. */
export function isSegmentation({ annotation_type: type }: Pick<LabelV3, 'annotation_type'>): boolean {
  return type === 'segmentation' || type === 'segmentation_v2';
}
