export { type AttributeKey, createSpecsAccessor, type SpecsAccessor } from './accessor.ts';
export type { SpecsDuplicate } from './duplicates.ts';
export { type ExplainOptions, explainRestriction } from './explain.ts';
export type { Choice, SpecsKey } from './lookup.ts';
export { type Language, messageIn, nameIn } from './names.ts';
export { colorCode, fieldValues, keybindText, type PlainAttribute, type PlainLabel } from './plain.ts';
export {
  type AttributeRelation,
  type LabelRelation,
  relateSpecs,
  type SpecsRelation,
  type UnmappedSpec,
} from './relation.ts';
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
export { checkRestriction, type RestrictionOptions, restrictionOptions } from './restriction-kinds.ts';
export { restrictionFromNames, restrictionWithNames } from './restriction-names.ts';
