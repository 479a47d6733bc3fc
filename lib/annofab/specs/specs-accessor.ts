import type { AdditionalDataDefinitionV2, AnnotationSpecs, AnnotationSpecsV3, LabelV3 } from '../generated/schemas.ts';
import { duplicatesOf, type SpecsDuplicate } from './duplicate-names.ts';
import { type ExplainOptions, explainRestriction } from './explain-restriction.ts';
import { type Language, nameIn } from './localized-names.ts';
import {
  attributeKind,
  type Choice,
  choiceKind,
  getOne,
  keyText,
  labelKind,
  oneOrUndefined,
  phraseKind,
  type SpecsKey,
} from './lookup.ts';
import { type PlainLabel, plainLabel } from './plain-labels.ts';
import { parseRestriction, type Restriction } from './restriction.ts';
import { createRestrict, type Restrict } from './restriction-factories.ts';
import type { AttributeKey, SpecsLookup } from './specs-lookup.ts';
import { toSpecsV3 } from './to-specs-v3.ts';

/** Annotation specs with everything that this client knows to do with them. */
export interface SpecsAccessor extends SpecsLookup {
  readonly restrictions: readonly Restriction[];
  /** Ambiguous names: of several labels, several attributes of one label, or several choices of one attribute. */
  duplicates(lang?: Language): SpecsDuplicate[];
  /** The labels as plain values for tables and CSV: colours as `#rrggbb`, shortcut keys as `Ctrl+KeyA`. */
  plain(lang?: Language): PlainLabel[];

  /** Creates attribute restrictions, validated against these specs. */
  readonly restrict: Restrict;
  /** Describes a restriction in a sentence. Default language: English. */
  explain(restriction: Restriction, options?: ExplainOptions): string;
}

/**
 * Creates an accessor for annotation specs.
 *
 * @param specs the result of `getAnnotationSpecs`, in any version
 * @example
 * const specs = createSpecsAccessor(await annofab.getAnnotationSpecs({ project_id, query: { v: '3' } }));
 * specs.attribute({ name: 'colour', label: { name: 'vehicle' } }).type; // 'choice'
 */
export function createSpecsAccessor(specs: AnnotationSpecs): SpecsAccessor {
  const data = toSpecsV3(specs);
  const has = `The annotation specs of the project ${data.project_id} have`;
  const accessor: SpecsAccessor = {
    data,
    labels: data.labels,
    attributes: data.additionals,
    inspectionPhrases: data.inspection_phrases,
    get restrictions() {
      return data.restrictions.map((restriction) => parseRestriction(restriction, accessor));
    },
    label: (key) => getOne(data.labels, labelKind, key, has),
    findLabel: (key) => oneOrUndefined(data.labels, labelKind, key, has),
    attribute: (key) => getOne(attributesAmong(accessor, key), attributeKind, key, hasAmong(has, key)),
    findAttribute: (key) => oneOrUndefined(attributesAmong(accessor, key), attributeKind, key, hasAmong(has, key)),
    attributesOf: (label) => attributesOf(data, isLabel(label) ? label : accessor.label(label)),
    labelsOf(attribute) {
      const { additional_data_definition_id: id } = attributeOf(accessor, attribute);
      return data.labels.filter((label) => label.additional_data_definitions.includes(id));
    },
    choice: (attribute, key) => getOne(...choicesAmong(accessor, attribute, key)),
    findChoice: (attribute, key) => oneOrUndefined(...choicesAmong(accessor, attribute, key)),
    inspectionPhrase: ({ id }) => getOne(data.inspection_phrases, phraseKind, { id }, has),
    duplicates: (lang) => duplicatesOf(accessor, lang),
    plain: (lang) => data.labels.map((label) => plainLabel(label, accessor, lang)),
    restrict: createRestrict(() => accessor),
    explain: (restriction, options) => explainRestriction(restriction, accessor, options),
  };
  return accessor;
}

function attributesOf(data: AnnotationSpecsV3, label: LabelV3): AdditionalDataDefinitionV2[] {
  return label.additional_data_definitions.flatMap((id) => {
    const attribute = data.additionals.find((candidate) => candidate.additional_data_definition_id === id);
    return attribute ? [attribute] : [];
  });
}

function attributesAmong(specs: SpecsLookup, { label }: AttributeKey): readonly AdditionalDataDefinitionV2[] {
  return label ? specs.attributesOf(label) : specs.attributes;
}

function hasAmong(has: string, { label }: AttributeKey): string {
  return label ? `${has} in the label ${keyText(label)}` : has;
}

function choicesAmong(
  specs: SpecsLookup,
  key: AttributeKey | AdditionalDataDefinitionV2,
  choice: SpecsKey,
): Parameters<typeof getOne<Choice>> {
  const attribute = attributeOf(specs, key);
  return [attribute.choices ?? [], choiceKind, choice, `The attribute ${JSON.stringify(nameIn(attribute.name))} has`];
}

function attributeOf(specs: SpecsLookup, key: AttributeKey | AdditionalDataDefinitionV2) {
  return 'additional_data_definition_id' in key ? key : specs.attribute(key);
}

function isLabel(label: SpecsKey | LabelV3): label is LabelV3 {
  return 'label_id' in label;
}
