import type { AdditionalDataDefinitionType, AdditionalDataDefinitionV2, LabelV3 } from '../generated/schemas.ts';
import { nameIn } from './localized-names.ts';
import { attributeKind, choiceKind, type Kind, labelKind } from './lookup.ts';
import type { SpecsAccessor } from './specs-accessor.ts';

/** How the annotation specs of a source project correspond to those of a destination project, by English name. */
export interface SpecsRelation {
  /** Labels with a counterpart, by the id in the source. */
  readonly labels: ReadonlyMap<string, LabelRelation>;
  /** Labels, attributes and choices without a counterpart, in the order of the source's specs. */
  readonly unmapped: readonly UnmappedSpec[];
}

/** The counterpart of a label. */
export interface LabelRelation {
  /** In the destination. */
  readonly label_id: string;
  readonly annotation_type: string;
  /** Attributes of this label, by the id in the source. One name can be different attributes in different labels. */
  readonly attributes: ReadonlyMap<string, AttributeRelation>;
}

/** The counterpart of an attribute. */
export interface AttributeRelation {
  /** In the destination. */
  readonly additional_data_definition_id: string;
  readonly type: AdditionalDataDefinitionType;
  /** Choice ids: source to destination. */
  readonly choices: ReadonlyMap<string, string>;
}

/** A label, attribute or choice of the source that has no counterpart in the destination. */
export interface UnmappedSpec {
  readonly what: 'label' | 'attribute' | 'choice';
  readonly id: string;
  readonly name: string;
  /** The label of the attribute or choice. A choice also has its attribute below. */
  readonly label_id?: string;
  readonly additional_data_definition_id?: string;
  /**
   * `missing`: the name does not exist. `ambiguous`: several have the name. `type`: the name exists, but with a type that
   * cannot hold the same values.
   */
  readonly reason: 'missing' | 'ambiguous' | 'type';
}

/**
 * Relates the specs of two projects by English name. If several in the destination share the name, the one with the same
 * id counts, as in a copied project. Labels must have the same annotation type, and attributes a type that holds the same
 * values: choice and select are interchangeable, and so are text and comment.
 *
 * @example
 * relateSpecs(source, destination).labels.get(label_id)?.label_id
 */
export function relateSpecs(source: SpecsAccessor, destination: SpecsAccessor): SpecsRelation {
  const { pairs, unpaired } = pairUp(source.labels, destination.labels, labelKind, isSameAnnotationType);
  const related = pairs.map(([from, to]) => [from, relateLabel(from, to, source, destination)] as const);
  return {
    labels: new Map(related.map(([from, { relation }]) => [from.label_id, relation])),
    unmapped: [
      ...unpaired.map((label) => ({ what: 'label' as const, ...label })),
      ...related.flatMap(([, { unmapped }]) => unmapped),
    ],
  };
}

function relateLabel(from: LabelV3, to: LabelV3, source: SpecsAccessor, destination: SpecsAccessor) {
  const { label_id } = from;
  const candidates = destination.attributesOf(to);
  const { pairs, unpaired } = pairUp(source.attributesOf(from), candidates, attributeKind, holdsSameValues);
  const related = pairs.map(([mine, other]) => [mine, relateAttribute(mine, other, label_id)] as const);
  const relation: LabelRelation = {
    label_id: to.label_id,
    annotation_type: to.annotation_type,
    attributes: new Map(related.map(([mine, other]) => [mine.additional_data_definition_id, other.relation])),
  };
  const unmapped: UnmappedSpec[] = [
    ...unpaired.map((attribute) => ({ what: 'attribute' as const, ...attribute, label_id })),
    ...related.flatMap(([, other]) => other.unmapped),
  ];
  return { relation, unmapped };
}

function relateAttribute(from: AdditionalDataDefinitionV2, to: AdditionalDataDefinitionV2, label_id: string) {
  const { pairs, unpaired } = pairUp(from.choices ?? [], to.choices ?? [], choiceKind, () => true);
  const relation: AttributeRelation = {
    additional_data_definition_id: to.additional_data_definition_id,
    type: to.type,
    choices: new Map(pairs.map(([mine, other]) => [mine.choice_id, other.choice_id])),
  };
  const { additional_data_definition_id } = from;
  const unmapped: UnmappedSpec[] = unpaired.map((choice) => ({
    what: 'choice',
    ...choice,
    label_id,
    additional_data_definition_id,
  }));
  return { relation, unmapped };
}

type Unpaired = Pick<UnmappedSpec, 'id' | 'name' | 'reason'>;

/** Pairs items that have the same English name. */
function pairUp<Item>(
  from: readonly Item[],
  to: readonly Item[],
  kind: Kind<Item>,
  fits: (from: Item, to: Item) => boolean,
): { pairs: [Item, Item][]; unpaired: Unpaired[] } {
  const pairs: [Item, Item][] = [];
  const unpaired: Unpaired[] = [];
  for (const item of from) {
    const id = kind.id(item);
    const name = nameIn(kind.message(item));
    const named = to.filter((candidate) => nameIn(kind.message(candidate)) === name);
    const fitting = named.filter((candidate) => fits(item, candidate));
    const counterpart = fitting.length > 1 ? fitting.find((candidate) => kind.id(candidate) === id) : fitting[0];
    if (counterpart) pairs.push([item, counterpart]);
    else unpaired.push({ id, name, reason: reasonOf(named.length, fitting.length) });
  }
  return { pairs, unpaired };
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
  return VALUE_KINDS[type] ?? type;
}

const VALUE_KINDS: Partial<Record<AdditionalDataDefinitionType, string>> = { select: 'choice', comment: 'text' };
