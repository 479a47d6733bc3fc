import type { SpecsAccessor } from '../../annofab/index.ts';
import { nameIn } from '../../annofab/specs/index.ts';
import { type KeyPointLabels, keyPointLabels } from './key-point-labels.ts';

/** A class of objects. Labels with the same English name are one category: an archive cannot tell them apart. */
export interface Category {
  /** From 0, in the order of the annotation specs. */
  readonly index: number;
  /** English. */
  readonly name: string;
  /** Empty without annotation specs. */
  readonly label_ids: readonly string[];
  /** Such as `polygon` and `polyline`. Empty without annotation specs. */
  readonly annotation_types: ReadonlySet<string>;
  /** Red, green and blue, from 0 to 255. */
  readonly color: readonly [number, number, number];
  /** The key points of its objects: names of categories of points, in the order of the annotation specs. */
  readonly key_points: readonly string[];
  /** Of points: the English names of the attributes that lead from a key point to its object. */
  readonly object_links: readonly string[];
}

/** Of a label whose colour is not known. */
const GREY = [128, 128, 128] as const;

/** The categories of annotation specs, in their order. */
export function categoriesOf(specs: SpecsAccessor): Category[] {
  const { plain, data } = specs;
  const keyPoints = keyPointLabels(specs);
  const byName = Map.groupBy(plain(), ({ name }) => name);
  return Array.from(byName, ([name, labels], index) => {
    const label_ids = labels.map(({ label_id }) => label_id);
    const color = data.labels.find(({ label_id }) => label_id === label_ids[0])?.color;
    return {
      index,
      name,
      label_ids,
      annotation_types: new Set(labels.map(({ annotation_type }) => annotation_type)),
      color: color === undefined ? GREY : [color.red, color.green, color.blue],
      ...keyPointNames(label_ids, keyPoints, specs),
    };
  });
}

function keyPointNames(label_ids: readonly string[], { pointsOf, linksOf }: KeyPointLabels, specs: SpecsAccessor) {
  const points = label_ids.flatMap(pointsOf).map(({ label_name }) => nameIn(label_name));
  const links = label_ids.flatMap(linksOf).map((id) => nameIn(specs.attribute({ id }).name));
  return { key_points: [...new Set(points)], object_links: [...new Set(links)] };
}

const NAMED = {
  label_ids: [],
  annotation_types: new Set<string>(),
  color: GREY,
  key_points: [],
  object_links: [],
} as const;

/** The categories of names alone, without annotation specs: sorted, so that the order of the frames does not matter. */
export function categoriesNamed(names: Iterable<string>): Category[] {
  return [...new Set(names)].sort().map((name, index) => ({ ...NAMED, index, name }));
}
