import type {
  AdditionalDataRestriction,
  AdditionalDataRestrictionCondition,
} from '../../../lib/annofab/api-description.ts';
import { invalidBody } from '../core/errors.ts';
import type { SpecsContent } from './specs-requests.ts';

/**
 * Checks that ids are unique, and that every id that is referred to exists.
 *
 * @throws Failure 400 that names the id
 */
export function checkSpecs({ labels, additionals, restrictions }: SpecsContent): void {
  const labelIds = labels.map(({ label_id: id }) => id);
  const definitionIds = additionals.map(({ additional_data_definition_id: id }) => id);
  assertUnique('label', labelIds);
  assertUnique('attribute', definitionIds);
  for (const { additional_data_definition_id: id, choices } of additionals) {
    assertUnique(`choice of the attribute ${id}`, choices?.map((choice) => choice.choice_id) ?? []);
  }
  for (const { label_id: id, additional_data_definitions: named } of labels) {
    assertKnown(`The label ${id}`, 'attribute', named, definitionIds);
  }
  for (const restriction of restrictions) {
    assertKnown('A restriction', 'attribute', attributesOf(restriction), definitionIds);
    assertKnown('A restriction', 'label', labelsOf(restriction.condition), labelIds);
  }
}

function assertUnique(kind: string, ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw invalidBody(`The ${kind} ${twice} occurs twice`);
}

function assertKnown(referrer: string, kind: string, named: readonly string[], known: readonly string[]): void {
  const unknown = named.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw invalidBody(`${referrer} refers to the ${kind} ${unknown}, which the specs do not have`);
}

function attributesOf({ additional_data_definition_id: id, condition }: AdditionalDataRestriction): string[] {
  return condition._type === 'Imply' ? [id, ...attributesOf(condition.premise)] : [id];
}

function labelsOf(condition: AdditionalDataRestrictionCondition): string[] {
  if (condition._type === 'Imply') return [...labelsOf(condition.premise.condition), ...labelsOf(condition.condition)];
  return condition._type === 'HasLabel' ? condition.labels : [];
}
