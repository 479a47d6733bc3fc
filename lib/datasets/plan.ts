import type { SimpleArchive, SpecsAccessor } from '../annofab/index.ts';
import { suggestion } from '../core/suggestion.ts';
import type { AttributeColumn, DatasetPlan } from './frames.ts';
import { type Category, categoriesNamed, categoriesOf } from './labels/categories.ts';
import { type Selection, selectsAnnotation, selectsFrame } from './selection.ts';
import { createSplit, type SplitOptions } from './split.ts';

export interface PlanOptions {
  /** Without them, an archive is read once more to find its labels, and polylines cannot be told from polygons. */
  readonly specs?: SpecsAccessor | undefined;
  readonly selection?: Selection | undefined;
  readonly split?: SplitOptions | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Decides what a dataset consists of, before it is written.
 *
 * @throws RangeError for a label or an attribute that does not exist, or an impossible split
 */
export async function planDataset(
  archive: Pick<SimpleArchive, 'frames'>,
  { specs, selection = {}, split, signal }: PlanOptions = {},
): Promise<DatasetPlan> {
  const { all, known } = specs ? fromSpecs(specs) : await fromFrames(archive, selection, signal);
  assertKnown('label', selection.labels ?? [], known);
  if (specs) {
    const attributes = specs.plain().flatMap((label) => label.attributes.map(({ name }) => name));
    assertKnown('attribute', [...(selection.attributes ?? []), ...Object.keys(selection.where ?? {})], attributes);
  }
  const attributes = specs ? attributesOf(specs, selection) : [];
  return { categories: all, attributes, selection, split: createSplit(split) };
}

/** Attributes of different types that share a name have text. */
function attributesOf(specs: SpecsAccessor, { attributes: selected }: Selection): AttributeColumn[] {
  const all = specs.plain().flatMap((label) => label.attributes);
  const byName = Map.groupBy(all, ({ name }) => name);
  return Array.from(byName, ([name, same]): AttributeColumn => {
    const values = new Set(same.map(({ type }) => VALUES[type] ?? 'text'));
    const [only = 'text'] = values;
    const isTracking = same.every(({ type }) => type === 'tracking');
    return { name, values: values.size === 1 ? only : 'text', ...(isTracking && { isTracking }) };
  }).filter(({ name }) => selected === undefined || selected.includes(name));
}

/** What the values of an attribute are, by its type in the annotation specs. All others are text. */
const VALUES: Readonly<Record<string, AttributeColumn['values']>> = { flag: 'boolean', integer: 'number' };

interface Labels {
  readonly all: readonly Category[];
  /** The names that can be selected. */
  readonly known: readonly string[];
}

function fromSpecs(specs: SpecsAccessor): Labels {
  const all = categoriesOf(specs);
  return { all, known: all.map(({ name }) => name) };
}

/** The labels that occur in selected frames: those of selected annotations are categories. */
async function fromFrames(
  archive: Pick<SimpleArchive, 'frames'>,
  selection: Selection,
  signal: AbortSignal | undefined,
): Promise<Labels> {
  const [isFrameSelected, isSelected] = [selectsFrame(selection), selectsAnnotation(selection)];
  const [known, selected] = [new Set<string>(), new Set<string>()];
  for await (const frame of archive.frames({ signal })) {
    if (!isFrameSelected(frame)) continue;
    for (const { label, attributes } of frame.details) {
      if (label === undefined) continue;
      known.add(label);
      if (isSelected(label, attributes ?? {})) selected.add(label);
    }
  }
  return { all: categoriesNamed(selected), known: [...known].sort() };
}

function assertKnown(what: string, given: readonly string[], known: readonly string[]): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new RangeError(`There is no ${what} ${JSON.stringify(unknown)}: ${suggestion(unknown, [...new Set(known)])}`);
}
