import type { SpecsCandidate } from '../errors.ts';
import { type Language, nameIn } from './localized-names.ts';
import { attributeKind, candidateOf, choiceKind, type Kind, labelKind } from './lookup.ts';
import type { SpecsLookup } from './specs-lookup.ts';

/** A name that several labels, attributes or choices share, so that it is ambiguous. */
export interface SpecsDuplicate {
  readonly what: 'label' | 'attribute' | 'choice';
  readonly name: string;
  /** The labels, attributes or choices with this name. */
  readonly candidates: readonly SpecsCandidate[];
  /** The label of the attributes; absent for labels and choices. */
  readonly label_id?: string;
  /** The attribute of the choices. */
  readonly additional_data_definition_id?: string;
}

/**
 * Lists ambiguous names. Attributes of the same name in different labels are not ambiguous: Simple annotations tell them
 * apart by their label.
 */
export function duplicatesOf(specs: SpecsLookup, lang?: Language): SpecsDuplicate[] {
  return [
    ...repeated(specs.labels, labelKind, lang).map((found) => ({ what: 'label' as const, ...found })),
    ...specs.labels.flatMap((label) =>
      repeated(specs.attributesOf(label), attributeKind, lang).map((found) => ({
        what: 'attribute' as const,
        ...found,
        label_id: label.label_id,
      })),
    ),
    ...specs.attributes.flatMap((attribute) =>
      repeated(attribute.choices ?? [], choiceKind, lang).map((found) => ({
        what: 'choice' as const,
        ...found,
        additional_data_definition_id: attribute.additional_data_definition_id,
      })),
    ),
  ];
}

function repeated<Item>(items: readonly Item[], kind: Kind<Item>, lang: Language | undefined) {
  const byName = Map.groupBy(items, (item) => nameIn(kind.message(item), lang));
  return [...byName]
    .filter(([, same]) => same.length > 1)
    .map(([name, same]) => ({ name, candidates: same.map((item) => candidateOf(item, kind, lang)) }));
}
