import type { AdditionalDataDefinitionV2, AnnotationSpecsV3, InspectionPhrase, LabelV3 } from '../generated/schemas.ts';
import type { Choice, SpecsKey } from './lookup.ts';

/** Identifies an attribute, optionally within one label: attribute names often repeat from label to label. */
export type AttributeKey = SpecsKey & { readonly label?: SpecsKey | undefined };

/** Looks up the annotation specs of a project by id or name. Labels, attributes and choices have Annofab's own fields. */
export interface SpecsLookup {
  /** The specs as Annofab returns them, in version 3. Their `updated_datetime` is the lock for `putAnnotationSpecs`. */
  readonly data: AnnotationSpecsV3;
  readonly labels: readonly LabelV3[];
  readonly attributes: readonly AdditionalDataDefinitionV2[];
  readonly inspectionPhrases: readonly InspectionPhrase[];

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
}
