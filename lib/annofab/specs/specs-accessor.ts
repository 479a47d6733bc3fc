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
  findOne,
  getOne,
  keyText,
  labelKind,
  phraseKind,
  type SpecsKey,
} from './lookup.ts';
import { type PlainLabel, plainLabel } from './plain-labels.ts';
import { parseRestriction, type Restriction } from './restriction.ts';
import { createRestrict, type Restrict } from './restriction-factories.ts';
import { toSpecsV3 } from './to-specs-v3.ts';

/** An attribute may be asked for among those of one label: names often repeat from label to label. */
export type AttributeKey = SpecsKey & { readonly label?: SpecsKey | undefined };

/** The annotation specs of a project, found by id and by name. Labels, attributes and choices are as Annofab has them. */
export interface SpecsAccessor {
  /** As Annofab has them, in version 3. `updated_datetime` in it is the lock for `putAnnotationSpecs`. */
  readonly data: AnnotationSpecsV3;
  readonly labels: readonly LabelV3[];
  readonly attributes: readonly AdditionalDataDefinitionV2[];
  readonly inspectionPhrases: readonly InspectionPhrase[];
  readonly restrictions: readonly Restriction[];

  /** @throws SpecsError when there is none, or more than one of that name */
  label(key: SpecsKey): LabelV3;
  /** @throws SpecsError when there is more than one of that name */
  findLabel(key: SpecsKey): LabelV3 | undefined;
  /** @throws SpecsError when there is none, or more than one of that name: then name its label too */
  attribute(key: AttributeKey): AdditionalDataDefinitionV2;
  /** @throws SpecsError when there is more than one of that name, or the label is not there */
  findAttribute(key: AttributeKey): AdditionalDataDefinitionV2 | undefined;
  /** The attributes of a label, in its order. @throws SpecsError when the label is not there */
  attributesOf(label: SpecsKey | LabelV3): AdditionalDataDefinitionV2[];
  /** The labels that have an attribute. @throws SpecsError when the attribute is not there */
  labelsOf(attribute: AttributeKey | AdditionalDataDefinitionV2): LabelV3[];
  /** @throws SpecsError when there is none, or more than one of that name, or no such attribute */
  choice(attribute: AttributeKey | AdditionalDataDefinitionV2, key: SpecsKey): Choice;
  /** @throws SpecsError when there is more than one of that name, or no such attribute */
  findChoice(attribute: AttributeKey | AdditionalDataDefinitionV2, key: SpecsKey): Choice | undefined;
  /** @throws SpecsError when there is none */
  inspectionPhrase(key: { readonly id: string }): InspectionPhrase;

  /** Names that more than one label, attribute of one label, or choice of one attribute has. */
  duplicates(lang?: Language): SpecsDuplicate[];
  /** The labels with their colours as `#rrggbb`, keys as `Ctrl+KeyA`, field values and attributes: for tables and CSV. */
  plain(lang?: Language): PlainLabel[];

  /** Makes restrictions by the kind of an attribute, checked against these specs. */
  readonly restrict: Restrict;
  /** A restriction in words, in English unless told otherwise. */
  explain(restriction: Restriction, options?: ExplainOptions): string;
}

/**
 * Finds the parts of annotation specs.
 *
 * @param specs what `getAnnotationSpecs` answers, of any version
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
    findLabel: (key) => findOne(data.labels, labelKind, key, has),
    attribute: (key) => getOne(attributesAmong(accessor, key), attributeKind, key, hasAmong(has, key)),
    findAttribute: (key) => findOne(attributesAmong(accessor, key), attributeKind, key, hasAmong(has, key)),
    attributesOf: (label) => attributesOf(data, isLabel(label) ? label : accessor.label(label)),
    labelsOf(attribute) {
      const { additional_data_definition_id: id } = attributeOf(accessor, attribute);
      return data.labels.filter((label) => label.additional_data_definitions.includes(id));
    },
    choice: (attribute, key) => getOne(...choicesAmong(accessor, attribute, key)),
    findChoice: (attribute, key) => findOne(...choicesAmong(accessor, attribute, key)),
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
