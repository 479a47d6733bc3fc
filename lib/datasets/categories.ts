import type { SpecsLookup } from '../annofab/index.ts';

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
}

/** Of a label whose colour is not known. */
const GREY = [128, 128, 128] as const;

/** The categories of annotation specs, in their order. */
export function categoriesOf({ plain, data }: SpecsLookup & Plain): Category[] {
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
    };
  });
}

interface Plain {
  plain(): readonly { readonly label_id: string; readonly name: string; readonly annotation_type: string }[];
}

/** The categories of names alone, without annotation specs: sorted, so that the order of the frames does not matter. */
export function categoriesNamed(names: Iterable<string>): Category[] {
  return [...new Set(names)]
    .sort()
    .map((name, index) => ({ index, name, label_ids: [], annotation_types: new Set(), color: GREY }));
}
