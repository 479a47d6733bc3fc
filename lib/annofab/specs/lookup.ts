import { type SpecsCandidate, SpecsError } from '../errors.ts';
import type {
  AdditionalDataDefinitionV2,
  InspectionPhrase,
  InternationalizationMessage,
  LabelV3,
} from '../generated/schemas.ts';
import { assertOneOf, type OneOf } from '../one-of.ts';
import { type Language, nameIn } from './localized-names.ts';

/** Identifies a label, an attribute or a choice by id or by name. Names are English unless `lang` is given. */
export type SpecsKey = OneOf<{ readonly id: string } | { readonly name: string; readonly lang?: Language | undefined }>;

/** A choice of an attribute. */
export type Choice = NonNullable<AdditionalDataDefinitionV2['choices']>[number];

/** Where a label, an attribute, a choice or a phrase has its id and its name. */
export interface Kind<Item> {
  /** Shown in error messages. */
  readonly what: string;
  id(item: Item): string;
  message(item: Item): InternationalizationMessage;
}

export const labelKind: Kind<LabelV3> = {
  what: 'label',
  id: (label) => label.label_id,
  message: (label) => label.label_name,
};

export const attributeKind: Kind<AdditionalDataDefinitionV2> = {
  what: 'attribute',
  id: (attribute) => attribute.additional_data_definition_id,
  message: (attribute) => attribute.name,
};

export const choiceKind: Kind<Choice> = {
  what: 'choice',
  id: (choice) => choice.choice_id,
  message: (choice) => choice.name,
};

export const phraseKind: Kind<InspectionPhrase> = {
  what: 'inspection phrase',
  id: (phrase) => phrase.id,
  message: (phrase) => phrase.text,
};

/** All items that match the key. */
function matching<Item>(items: readonly Item[], kind: Kind<Item>, key: SpecsKey): Item[] {
  assertOneOf(key, ['id', 'name']);
  if (key.id !== undefined) return items.filter((item) => kind.id(item) === key.id);
  return items.filter((item) => nameIn(kind.message(item), key.lang) === key.name);
}

/** The item, or undefined when none matches. @throws SpecsError `ambiguous` when several match; it lists them */
export function oneOrUndefined<Item>(
  items: readonly Item[],
  kind: Kind<Item>,
  key: SpecsKey,
  where: string,
): Item | undefined {
  const found = matching(items, kind, key);
  if (found.length < 2) return found[0];
  const candidates = found.map((item) => candidateOf(item, kind));
  const ids = candidates.map(({ id }) => id).join(', ');
  throw new SpecsError(
    `${where} ${found.length} times the ${kind.what} ${keyText(key)}: ${ids}. Use the id instead.`,
    'ambiguous',
    candidates,
  );
}

/** @throws SpecsError `missing` when none matches, `ambiguous` when several do */
export function getOne<Item>(items: readonly Item[], kind: Kind<Item>, key: SpecsKey, where: string): Item {
  const found = oneOrUndefined(items, kind, key, where);
  if (found) return found;
  const names = items.map((item) => JSON.stringify(candidateOf(item, kind).name));
  const present = names.length > 0 && names.length <= 20 ? ` Available: ${names.join(', ')}.` : '';
  throw new SpecsError(`${where} no ${kind.what} ${keyText(key)}.${present}`, 'missing');
}

export function keyText(key: SpecsKey): string {
  if (key.id !== undefined) return `with the id ${key.id}`;
  return JSON.stringify(key.name) + (key.lang === undefined ? '' : ` (${key.lang})`);
}

export function candidateOf<Item>(item: Item, kind: Kind<Item>, lang?: Language): SpecsCandidate {
  return { id: kind.id(item), name: nameIn(kind.message(item), lang) };
}
