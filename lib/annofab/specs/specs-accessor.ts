import type {
  AdditionalDataDefinitionV2,
  AnnotationSpecs,
  AnnotationSpecsV3,
  InspectionPhrase,
  LabelV3,
} from '../generated/schemas.ts';
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
import { toSpecsV3 } from './to-specs-v3.ts';

/** Identifies an attribute, optionally within one label: attribute names often repeat from label to label. */
export type AttributeKey = SpecsKey & { readonly label?: SpecsKey | undefined };

/** Looks up the annotation specs of a project by id or name. Labels, attributes and choices have Annofab's own fields. */
export interface SpecsAccessor {
  /** The specs as Annofab returns them, in version 3. Their `updated_datetime` is the lock for `putAnnotationSpecs`. */
  readonly data: AnnotationSpecsV3;
  readonly labels: readonly LabelV3[];
  readonly attributes: readonly AdditionalDataDefinitionV2[];
  readonly inspectionPhrases: readonly InspectionPhrase[];
  readonly restrictions: readonly Restriction[];

  /** @throws SpecsError when the label does not exist, or its name is ambiguous */
  label(key: SpecsKey): LabelV3;
  /** The label, or undefined when it does not exist. @throws SpecsError when its name is ambiguous */
  findLabel(key: SpecsKey): LabelV3 | undefined;
  /** @throws SpecsError when the attribute does not exist, or its name is ambiguous: then add its label to the key */
  attribute(key: AttributeKey): AdditionalDataDefinitionV2;
  /** The attribute, or undefined when it does not exist. @throws SpecsError when its name is ambiguous, or the label does not exist */
  findAttribute(key: AttributeKey): AdditionalDataDefinitionV2 | undefined;
  /** The attributes of a label, in its order. @throws SpecsError when the label does not exist */
  attributesOf(label: SpecsKey | LabelV3): AdditionalDataDefinitionV2[];
  /** The labels that have an attribute. @throws SpecsError when the attribute does not exist */
  labelsOf(attribute: AttributeKey | AdditionalDataDefinitionV2): LabelV3[];
  /** @throws SpecsError when the choice or its attribute does not exist, or a name is ambiguous */
  choice(attribute: AttributeKey | AdditionalDataDefinitionV2, key: SpecsKey): Choice;
  /** The choice, or undefined when it does not exist. @throws SpecsError when a name is ambiguous, or the attribute does not exist */
  findChoice(attribute: AttributeKey | AdditionalDataDefinitionV2, key: SpecsKey): Choice | undefined;
  /** @throws SpecsError when the phrase does not exist */
  inspectionPhrase(key: { readonly id: string }): InspectionPhrase;

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

function attributesAmong(specs: SpecsAccessor, { label }: AttributeKey): readonly AdditionalDataDefinitionV2[] {
  return label ? specs.attributesOf(label) : specs.attributes;
}

function hasAmong(has: string, { label }: AttributeKey): string {
  return label ? `${has} in the label ${keyText(label)}` : has;
}

function choicesAmong(
  specs: SpecsAccessor,
  key: AttributeKey | AdditionalDataDefinitionV2,
  choice: SpecsKey,
): Parameters<typeof getOne<Choice>> {
  const attribute = attributeOf(specs, key);
  return [attribute.choices ?? [], choiceKind, choice, `The attribute ${JSON.stringify(nameIn(attribute.name))} has`];
}

function attributeOf(specs: SpecsAccessor, key: AttributeKey | AdditionalDataDefinitionV2) {
  return 'additional_data_definition_id' in key ? key : specs.attribute(key);
}

function isLabel(label: SpecsKey | LabelV3): label is LabelV3 {
  return 'label_id' in label;
}
