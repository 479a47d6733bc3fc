import { checkRestriction } from './check-restriction.ts';
import { nameIn } from './localized-names.ts';
import type { Restriction } from './restriction.ts';
import type { SpecsLookup } from './specs-lookup.ts';

/** Replaces the ids or names in a restriction. */
interface Mapping {
  attribute(attribute: string): string;
  choice(attribute: string, choice: string): string;
  label(label: string): string;
}

/**
 * Replaces the ids in a restriction by English names: for people, for files under version control, for language models.
 * Ids that the specs do not contain stay.
 *
 * @throws SpecsError when a name is ambiguous, so that it could not be converted back
 * @example
 * restrictionWithNames(rule, specs) // { kind: 'checked', attribute: 'occluded' }
 */
export function restrictionWithNames(restriction: Restriction, specs: SpecsLookup): Restriction {
  return map(restriction, {
    attribute(id) {
      const attribute = specs.findAttribute({ id });
      return attribute ? nameIn(specs.attribute({ name: nameIn(attribute.name) }).name) : id;
    },
    choice(attributeId, id) {
      const attribute = specs.findAttribute({ id: attributeId });
      const choice = attribute && specs.findChoice(attribute, { id });
      return choice ? nameIn(specs.choice(attribute, { name: nameIn(choice.name) }).name) : id;
    },
    label(id) {
      const label = specs.findLabel({ id });
      return label ? nameIn(specs.label({ name: nameIn(label.label_name) }).label_name) : id;
    },
  });
}

/**
 * Replaces the English names in a restriction by ids, and validates the result: the inverse of
 * {@link restrictionWithNames}.
 *
 * @throws SpecsError when a name does not exist or is ambiguous, or the restriction does not suit the attribute
 */
export function restrictionFromNames(named: Restriction, specs: SpecsLookup): Restriction {
  const restriction = map(named, {
    attribute: (name) => specs.attribute({ name }).additional_data_definition_id,
    choice: (attribute, name) => specs.choice({ name: attribute }, { name }).choice_id,
    label: (name) => specs.label({ name }).label_id,
  });
  return checkRestriction(restriction, specs);
}

function map(restriction: Restriction, to: Mapping): Restriction {
  switch (restriction.kind) {
    case 'imply':
      return { kind: 'imply', premise: map(restriction.premise, to), conclusion: map(restriction.conclusion, to) };
    case 'hasChoice':
    case 'notHasChoice': {
      const { attribute, choice } = restriction;
      return { kind: restriction.kind, attribute: to.attribute(attribute), choice: to.choice(attribute, choice) };
    }
    case 'hasLabel':
      return {
        ...restriction,
        attribute: to.attribute(restriction.attribute),
        labels: restriction.labels.map(to.label),
      };
    default:
      return { ...restriction, attribute: to.attribute(restriction.attribute) };
  }
}
