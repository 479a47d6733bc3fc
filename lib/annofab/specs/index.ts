export { checkRestriction, type RestrictionOptions, restrictionOptions } from './check-restriction.ts';
export type { SpecsDuplicate } from './duplicate-names.ts';
export { type ExplainOptions, explainRestriction } from './explain-restriction.ts';
export { type Language, messageIn, nameIn } from './localized-names.ts';
export type { Choice, SpecsKey } from './lookup.ts';
export { colorCode, fieldValues, keybindText, type PlainAttribute, type PlainLabel } from './plain-labels.ts';
export {
  imply,
  parseRestriction,
  type Restriction,
  type RestrictionKind,
  restrictedAttribute,
  writeRestriction,
} from './restriction.ts';
export type {
  ChoiceRestrictions,
  FlagRestrictions,
  LinkRestrictions,
  Restrict,
  TextRestrictions,
} from './restriction-factories.ts';
export { restrictionFromNames, restrictionWithNames } from './restriction-names.ts';
export { createSpecsAccessor, type SpecsAccessor } from './specs-accessor.ts';
export type { AttributeKey, SpecsLookup } from './specs-lookup.ts';
export {
  type AttributeRelation,
  type LabelRelation,
  relateSpecs,
  type SpecsRelation,
  type UnmappedSpec,
} from './specs-relation.ts';
