import { SpecsError } from '../errors.ts';
import type { AdditionalDataDefinitionType, AdditionalDataDefinitionV2 } from '../generated/schemas.ts';
import { nameIn } from './localized-names.ts';
import type { Restriction, RestrictionKind } from './restriction.ts';
import type { SpecsLookup } from './specs-lookup.ts';

type AttributeKind = Exclude<RestrictionKind, 'imply' | 'unknown'>;

const TEXT = ['canInput', 'isEmpty', 'isNotEmpty', 'equals', 'notEquals', 'matches', 'notMatches'] as const;
const CHOICE = ['canInput', 'isEmpty', 'isNotEmpty', 'hasChoice', 'notHasChoice'] as const;

/** The restrictions that each attribute type supports. */
const KINDS_BY_TYPE: Record<AdditionalDataDefinitionType, readonly AttributeKind[]> = {
  flag: ['canInput', 'checked', 'unchecked'],
  text: TEXT,
  comment: TEXT,
  integer: ['canInput', 'isEmpty', 'isNotEmpty', 'equals', 'notEquals'],
  tracking: ['canInput', 'isEmpty', 'isNotEmpty', 'equals', 'notEquals'],
  link: ['canInput', 'isEmpty', 'isNotEmpty', 'hasLabel'],
  choice: CHOICE,
  select: CHOICE,
};

/** The possible restrictions of an attribute, for a menu or a prompt. */
export interface RestrictionOptions {
  readonly additional_data_definition_id: string;
  readonly name: string;
  readonly type: AdditionalDataDefinitionType;
  readonly kinds: readonly AttributeKind[];
  /** English names; only for attributes of type choice or select. */
  readonly choices?: readonly string[];
  /** English names; only for attributes of type link. */
  readonly labels?: readonly string[];
}

/** Lists the possible restrictions of every attribute. An attribute of an unknown type has none. */
export function restrictionOptions(specs: SpecsLookup): RestrictionOptions[] {
  return specs.attributes.map((attribute) => ({
    additional_data_definition_id: attribute.additional_data_definition_id,
    name: nameIn(attribute.name),
    type: attribute.type,
    kinds: kindsOf(attribute),
    ...(isChoice(attribute) && { choices: (attribute.choices ?? []).map((choice) => nameIn(choice.name)) }),
    ...(attribute.type === 'link' && { labels: specs.labels.map((label) => nameIn(label.label_name)) }),
  }));
}

function kindsOf({ type }: AdditionalDataDefinitionV2): readonly AttributeKind[] {
  return Object.hasOwn(KINDS_BY_TYPE, type) ? KINDS_BY_TYPE[type] : [];
}

function isChoice({ type }: AdditionalDataDefinitionV2): boolean {
  return type === 'choice' || type === 'select';
}

/**
 * Validates a restriction against the specs. A restriction of an unknown kind is valid.
 *
 * @returns the restriction
 * @throws SpecsError when its attribute, choice or labels do not exist, or its kind or value does not suit the attribute
 * @example
 * writeRestriction(checkRestriction(JSON.parse(text), specs));
 */
export function checkRestriction(restriction: Restriction, specs: SpecsLookup): Restriction {
  if (restriction.kind === 'imply') {
    checkRestriction(restriction.premise, specs);
    checkRestriction(restriction.conclusion, specs);
    return restriction;
  }
  const attribute = specs.attribute({ id: restriction.attribute });
  if (restriction.kind === 'unknown') return restriction;
  const kinds = kindsOf(attribute);
  if (!kinds.includes(restriction.kind)) {
    throw notAllowed(attribute, `does not support the restriction ${restriction.kind}, only ${kinds.join(', ')}`);
  }
  checkOperands(restriction, attribute, specs);
  return restriction;
}

function checkOperands(restriction: Restriction, attribute: AdditionalDataDefinitionV2, specs: SpecsLookup): void {
  switch (restriction.kind) {
    case 'equals':
    case 'notEquals':
      checkValue(restriction.value, attribute);
      return;
    case 'hasChoice':
    case 'notHasChoice':
      specs.choice(attribute, { id: restriction.choice });
      return;
    case 'hasLabel':
      if (restriction.labels.length === 0) throw notAllowed(attribute, 'needs at least one label to link to');
      for (const id of restriction.labels) specs.label({ id });
  }
}

function checkValue(value: string | number, attribute: AdditionalDataDefinitionV2): void {
  const fits = attribute.type === 'integer' ? Number.isSafeInteger(value) : typeof value === 'string' && value !== '';
  if (fits) return;
  const wanted = attribute.type === 'integer' ? 'an integer' : 'a non-empty string (use isEmpty or isNotEmpty)';
  throw notAllowed(attribute, `must be compared with ${wanted}, not with ${JSON.stringify(value)}`);
}

function notAllowed({ name, type }: AdditionalDataDefinitionV2, problem: string): SpecsError {
  return new SpecsError(`The attribute ${JSON.stringify(nameIn(name))}, of type ${type}, ${problem}.`, 'not-allowed');
}
