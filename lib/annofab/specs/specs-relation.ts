import type { AdditionalDataDefinitionType, AdditionalDataDefinitionV2, LabelV3 } from '../generated/schemas.ts';
import { nameIn } from './localized-names.ts';
import { attributeKind, choiceKind, type Kind, labelKind } from './lookup.ts';
import type { SpecsAccessor } from './specs-accessor.ts';

/** What corresponds to what in the annotation specs of two projects, by English name. */
export interface SpecsRelation {
  /** The labels that have a partner, by the id in the source. */
  readonly labels: ReadonlyMap<string, LabelRelation>;
  /** What has no partner, in the order of the source's specs. */
  readonly unmapped: readonly UnmappedSpec[];
}

/** The label that stands for one of the source. */
export interface LabelRelation {
  /** In the destination. */
  readonly label_id: string;
  readonly annotation_type: string;
  /** By the id in the source. Within the label: the same name may stand for different attributes in different labels. */
  readonly attributes: ReadonlyMap<string, AttributeRelation>;
}

/** The attribute that stands for one of the source. */
export interface AttributeRelation {
  /** In the destination. */
  readonly additional_data_definition_id: string;
  readonly type: AdditionalDataDefinitionType;
  /** The ids of the choices, source to destination. */
  readonly choices: ReadonlyMap<string, string>;
}

/** A part of the source's specs that the destination's do not have. */
export interface UnmappedSpec {
  readonly what: 'label' | 'attribute' | 'choice';
  readonly id: string;
  readonly name: string;
  /** The label in which the attribute is; and for a choice also its attribute. */
  readonly label_id?: string;
  readonly additional_data_definition_id?: string;
  /**
   * `missing`: nothing has the name. `ambiguous`: several have it. `type`: what has the name is of another kind, which
   * cannot hold the same values.
   */
  readonly reason: 'missing' | 'ambiguous' | 'type';
}

/**
 * Relates the specs of two projects. Names are the English ones; where several in the destination have the name, the one
 * of the same id, as in a copied project, is meant. A label must be of the same annotation type, and an attribute of a
 * type that holds the same values (choice and select do, so do text and comment).
 */
export function relateSpecs(source: SpecsAccessor, destination: SpecsAccessor): SpecsRelation {
  const { pairs, lost } = pairUp(source.labels, destination.labels, labelKind, isSameAnnotationType);
  const related = pairs.map(([from, to]) => [from, relateLabel(from, to, source, destination)] as const);
  return {
    labels: new Map(related.map(([from, { relation }]) => [from.label_id, relation])),
    unmapped: [
      ...lost.map((label) => ({ what: 'label' as const, ...label })),
      ...related.flatMap(([, { unmapped }]) => unmapped),
    ],
  };
}

function relateLabel(from: LabelV3, to: LabelV3, source: SpecsAccessor, destination: SpecsAccessor) {
  const { label_id } = from;
  const candidates = destination.attributesOf(to);
  const { pairs, lost } = pairUp(source.attributesOf(from), candidates, attributeKind, holdsSameValues);
  const related = pairs.map(([mine, other]) => [mine, relateAttribute(mine, other, label_id)] as const);
  const relation: LabelRelation = {
    label_id: to.label_id,
    annotation_type: to.annotation_type,
    attributes: new Map(related.map(([mine, other]) => [mine.additional_data_definition_id, other.relation])),
  };
  const unmapped: UnmappedSpec[] = [
    ...lost.map((attribute) => ({ what: 'attribute' as const, ...attribute, label_id })),
    ...related.flatMap(([, other]) => other.unmapped),
  ];
  return { relation, unmapped };
}

function relateAttribute(from: AdditionalDataDefinitionV2, to: AdditionalDataDefinitionV2, label_id: string) {
  const { pairs, lost } = pairUp(from.choices ?? [], to.choices ?? [], choiceKind, () => true);
  const relation: AttributeRelation = {
    additional_data_definition_id: to.additional_data_definition_id,
    type: to.type,
    choices: new Map(pairs.map(([mine, other]) => [mine.choice_id, other.choice_id])),
  };
  const { additional_data_definition_id } = from;
  const unmapped: UnmappedSpec[] = lost.map((choice) => ({
    what: 'choice',
    ...choice,
    label_id,
    additional_data_definition_id,
  }));
  return { relation, unmapped };
}

type Lost = Pick<UnmappedSpec, 'id' | 'name' | 'reason'>;

/** Finds each a partner of its English name. */
function pairUp<Item>(
  from: readonly Item[],
  to: readonly Item[],
  kind: Kind<Item>,
  fits: (from: Item, to: Item) => boolean,
): { pairs: [Item, Item][]; lost: Lost[] } {
  const pairs: [Item, Item][] = [];
  const lost: Lost[] = [];
  for (const item of from) {
    const id = kind.id(item);
    const name = nameIn(kind.message(item));
    const named = to.filter((candidate) => nameIn(kind.message(candidate)) === name);
    const fitting = named.filter((candidate) => fits(item, candidate));
    const partner = fitting.length > 1 ? fitting.find((candidate) => kind.id(candidate) === id) : fitting[0];
    if (partner) pairs.push([item, partner]);
    else lost.push({ id, name, reason: reasonOf(named.length, fitting.length) });
  }
  return { pairs, lost };
}

function reasonOf(named: number, fitting: number): UnmappedSpec['reason'] {
  if (fitting > 1) return 'ambiguous';
  return named > 0 ? 'type' : 'missing';
}

function isSameAnnotationType(from: LabelV3, to: LabelV3): boolean {
  return from.annotation_type === to.annotation_type;
}

function holdsSameValues(from: AdditionalDataDefinitionV2, to: AdditionalDataDefinitionV2): boolean {
  return valueKind(from.type) === valueKind(to.type);
}

function valueKind(type: AdditionalDataDefinitionType): string {
  return sameValues[type] ?? type;
}

const sameValues: Partial<Record<AdditionalDataDefinitionType, string>> = { select: 'choice', comment: 'text' };
