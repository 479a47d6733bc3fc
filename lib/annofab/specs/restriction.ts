import type { AdditionalDataRestriction, AdditionalDataRestrictionCondition } from '../generated/schemas.ts';
import type { SpecsLookup } from './specs-lookup.ts';

/**
 * A restriction of an attribute's value, as plain data. `attribute`, `choice` and `labels` are ids; in the result of
 * {@link restrictionWithNames} they are English names.
 */
export type Restriction =
  /** For a flag. */
  | { readonly kind: 'checked' | 'unchecked'; readonly attribute: string }
  | { readonly kind: 'isEmpty' | 'isNotEmpty'; readonly attribute: string }
  /** The value is a number for an integer, else a string. */
  | { readonly kind: 'equals' | 'notEquals'; readonly attribute: string; readonly value: string | number }
  /** A regular expression. */
  | { readonly kind: 'matches' | 'notMatches'; readonly attribute: string; readonly pattern: string }
  | { readonly kind: 'hasChoice' | 'notHasChoice'; readonly attribute: string; readonly choice: string }
  /** For a link: it must lead to an annotation of one of these labels. */
  | { readonly kind: 'hasLabel'; readonly attribute: string; readonly labels: readonly string[] }
  | { readonly kind: 'canInput'; readonly attribute: string; readonly enable: boolean }
  /** If the premise holds, the conclusion must hold. */
  | { readonly kind: 'imply'; readonly premise: Restriction; readonly conclusion: Restriction }
  /** A kind that this client does not know, kept verbatim. */
  | { readonly kind: 'unknown'; readonly attribute: string; readonly condition: AdditionalDataRestrictionCondition };

/** The `kind` of a restriction. */
export type RestrictionKind = Restriction['kind'];

/** The attribute whose value is restricted; for an implication, that of its conclusion. */
export function restrictedAttribute(restriction: Restriction): string {
  return restriction.kind === 'imply' ? restrictedAttribute(restriction.conclusion) : restriction.attribute;
}

/**
 * Parses a restriction of the annotation specs. It never fails: a value that does not suit the attribute, such as a flag
 * that must equal `maybe`, becomes a plain `equals`, and a condition of a new kind becomes `unknown`.
 *
 * @example
 * parseRestriction(specs.data.restrictions[0], specs) // { kind: 'isNotEmpty', attribute: 'attribute-remarks' }
 */
export function parseRestriction(wire: AdditionalDataRestriction, specs: SpecsLookup): Restriction {
  const { additional_data_definition_id: attribute, condition } = wire;
  switch (condition._type) {
    case 'Equals':
      return parseValue(attribute, condition.value, true, specs);
    case 'NotEquals':
      return parseValue(attribute, condition.value, false, specs);
    case 'Matches':
      return { kind: 'matches', attribute, pattern: condition.value };
    case 'NotMatches':
      return { kind: 'notMatches', attribute, pattern: condition.value };
    case 'HasLabel':
      return { kind: 'hasLabel', attribute, labels: condition.labels };
    case 'CanInput':
      return { kind: 'canInput', attribute, enable: condition.enable };
    case 'Imply': {
      const conclusion = { additional_data_definition_id: attribute, condition: condition.condition };
      return {
        kind: 'imply',
        premise: parseRestriction(condition.premise, specs),
        conclusion: parseRestriction(conclusion, specs),
      };
    }
    default:
      return { kind: 'unknown', attribute, condition };
  }
}

/** The meaning of the value depends on the type of the attribute. */
function parseValue(attribute: string, value: string, positive: boolean, specs: SpecsLookup): Restriction {
  if (value === '') return { kind: positive ? 'isEmpty' : 'isNotEmpty', attribute };
  const type = specs.findAttribute({ id: attribute })?.type;
  if (type === 'flag' && value === 'true') return { kind: positive ? 'checked' : 'unchecked', attribute };
  if (type === 'choice' || type === 'select') {
    return { kind: positive ? 'hasChoice' : 'notHasChoice', attribute, choice: value };
  }
  return { kind: positive ? 'equals' : 'notEquals', attribute, value: type === 'integer' ? toInteger(value) : value };
}

/** Converts only what can be written back unchanged: `007` and integers beyond a double stay strings. */
function toInteger(text: string): string | number {
  const number = Number(text);
  return Number.isSafeInteger(number) && String(number) === text ? number : text;
}

/** Converts a restriction to the form that `putAnnotationSpecs` takes: the inverse of {@link parseRestriction}. */
export function writeRestriction(restriction: Restriction): AdditionalDataRestriction {
  return {
    additional_data_definition_id: restrictedAttribute(restriction),
    condition: writeCondition(restriction),
  };
}

function writeCondition(restriction: Restriction): AdditionalDataRestrictionCondition {
  switch (restriction.kind) {
    case 'checked':
      return { _type: 'Equals', value: 'true' };
    case 'unchecked':
      return { _type: 'NotEquals', value: 'true' };
    case 'isEmpty':
      return { _type: 'Equals', value: '' };
    case 'isNotEmpty':
      return { _type: 'NotEquals', value: '' };
    case 'equals':
      return { _type: 'Equals', value: String(restriction.value) };
    case 'notEquals':
      return { _type: 'NotEquals', value: String(restriction.value) };
    case 'matches':
      return { _type: 'Matches', value: restriction.pattern };
    case 'notMatches':
      return { _type: 'NotMatches', value: restriction.pattern };
    case 'hasChoice':
      return { _type: 'Equals', value: restriction.choice };
    case 'notHasChoice':
      return { _type: 'NotEquals', value: restriction.choice };
    case 'hasLabel':
      return { _type: 'HasLabel', labels: [...restriction.labels] };
    case 'canInput':
      return { _type: 'CanInput', enable: restriction.enable };
    case 'imply':
      return {
        _type: 'Imply',
        premise: writeRestriction(restriction.premise),
        condition: writeCondition(restriction.conclusion),
      };
    case 'unknown':
      return restriction.condition;
  }
}

/**
 * If all premises hold, the conclusion must hold.
 *
 * @example
 * imply([restrict.flag({ name: 'occluded' }).checked()], restrict.text({ name: 'remarks' }).isNotEmpty())
 */
export function imply(premises: Restriction | readonly Restriction[], conclusion: Restriction): Restriction {
  const all = isList(premises) ? premises : [premises];
  return all.reduceRight<Restriction>((rest, premise) => ({ kind: 'imply', premise, conclusion: rest }), conclusion);
}

function isList(premises: Restriction | readonly Restriction[]): premises is readonly Restriction[] {
  return Array.isArray(premises);
}
