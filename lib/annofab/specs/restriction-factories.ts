import { SpecsError } from '../errors.ts';
import type { AdditionalDataDefinitionType } from '../generated/schemas.ts';
import { checkRestriction } from './check-restriction.ts';
import { nameIn } from './localized-names.ts';
import type { SpecsKey } from './lookup.ts';
import type { Restriction } from './restriction.ts';
import type { AttributeKey, SpecsLookup } from './specs-lookup.ts';

interface CanInput {
  /** Whether the attribute can be edited. Mostly used as the conclusion of {@link imply}. */
  canInput(enable: boolean): Restriction;
}

interface Emptiness extends CanInput {
  isEmpty(): Restriction;
  /** The attribute must have a value. */
  isNotEmpty(): Restriction;
}

interface Equality<Value> extends Emptiness {
  equals(value: Value): Restriction;
  notEquals(value: Value): Restriction;
}

/** Restrictions of a checkbox. */
export interface FlagRestrictions extends CanInput {
  checked(): Restriction;
  unchecked(): Restriction;
}

export interface TextRestrictions extends Equality<string> {
  /** @param pattern a regular expression as a string; Annofab evaluates it */
  matches(pattern: string): Restriction;
  notMatches(pattern: string): Restriction;
}

export interface ChoiceRestrictions extends Emptiness {
  hasChoice(choice: SpecsKey): Restriction;
  notHasChoice(choice: SpecsKey): Restriction;
}

export interface LinkRestrictions extends Emptiness {
  /** The link must lead to an annotation of one of these labels. */
  hasLabel(...labels: SpecsKey[]): Restriction;
}

/**
 * Creates attribute restrictions. Each method offers those that suit the attribute's type.
 *
 * @example
 * const { flag, text } = specs.restrict;
 * const rule = imply(flag({ name: 'occluded' }).checked(), text({ name: 'remarks' }).isNotEmpty());
 */
export interface Restrict {
  /** @throws SpecsError when the attribute does not exist, its name is ambiguous, or it has another type */
  flag(key: AttributeKey): FlagRestrictions;
  /** For attributes of type text or comment. @throws SpecsError as for {@link flag} */
  text(key: AttributeKey): TextRestrictions;
  /** @throws SpecsError as for {@link flag} */
  integer(key: AttributeKey): Equality<number>;
  /** @throws SpecsError as for {@link flag} */
  tracking(key: AttributeKey): Equality<string>;
  /** For attributes of type choice or select. @throws SpecsError as for {@link flag} */
  choice(key: AttributeKey): ChoiceRestrictions;
  /** @throws SpecsError as for {@link flag} */
  link(key: AttributeKey): LinkRestrictions;
}

export function createRestrict(getSpecs: () => SpecsLookup): Restrict {
  /** Looks up the attribute, checks its type, and returns its id with a validator for its restrictions. */
  const lookUp = (key: AttributeKey, types: readonly AdditionalDataDefinitionType[]) => {
    const specs = getSpecs();
    const { additional_data_definition_id: attribute, type, name } = specs.attribute(key);
    if (!types.includes(type)) {
      const named = JSON.stringify(nameIn(name));
      throw new SpecsError(`The attribute ${named} is of type ${type}, not ${types.join(' or ')}.`, 'not-allowed');
    }
    return { attribute, specs, check: (restriction: Restriction) => checkRestriction(restriction, specs) };
  };
  return {
    flag(key) {
      const { attribute } = lookUp(key, ['flag']);
      return {
        ...canInput(attribute),
        checked: () => ({ kind: 'checked', attribute }),
        unchecked: () => ({ kind: 'unchecked', attribute }),
      };
    },
    text(key) {
      const { attribute, check } = lookUp(key, ['text', 'comment']);
      return {
        ...equality<string>(attribute, check),
        matches: (pattern) => ({ kind: 'matches', attribute, pattern }),
        notMatches: (pattern) => ({ kind: 'notMatches', attribute, pattern }),
      };
    },
    integer(key) {
      const { attribute, check } = lookUp(key, ['integer']);
      return equality<number>(attribute, check);
    },
    tracking(key) {
      const { attribute, check } = lookUp(key, ['tracking']);
      return equality<string>(attribute, check);
    },
    choice(key) {
      const { attribute, specs } = lookUp(key, ['choice', 'select']);
      const idOf = (choice: SpecsKey) => specs.choice({ id: attribute }, choice).choice_id;
      return {
        ...emptiness(attribute),
        hasChoice: (choice) => ({ kind: 'hasChoice', attribute, choice: idOf(choice) }),
        notHasChoice: (choice) => ({ kind: 'notHasChoice', attribute, choice: idOf(choice) }),
      };
    },
    link(key) {
      const { attribute, specs, check } = lookUp(key, ['link']);
      return {
        ...emptiness(attribute),
        hasLabel: (...labels) =>
          check({ kind: 'hasLabel', attribute, labels: labels.map((label) => specs.label(label).label_id) }),
      };
    },
  };
}

function canInput(attribute: string): CanInput {
  return { canInput: (enable) => ({ kind: 'canInput', attribute, enable }) };
}

function emptiness(attribute: string): Emptiness {
  return {
    ...canInput(attribute),
    isEmpty: () => ({ kind: 'isEmpty', attribute }),
    isNotEmpty: () => ({ kind: 'isNotEmpty', attribute }),
  };
}

function equality<Value extends string | number>(
  attribute: string,
  check: (restriction: Restriction) => Restriction,
): Equality<Value> {
  return {
    ...emptiness(attribute),
    equals: (value) => check({ kind: 'equals', attribute, value }),
    notEquals: (value) => check({ kind: 'notEquals', attribute, value }),
  };
}
