/** Numbers that are free for the second item with an id, and the next ones, by that id. */
export type FreeIds = ReadonlyMap<number, readonly number[]>;

/** All ids of a list, 8 bytes for each. */
export interface IdSet {
  /** @throws RangeError beyond the number of ids that fit into the memory */
  add(id: number): void;
  /** For each id that several items have. It sorts the ids, and is called once, after all of them. */
  repeated(): FreeIds;
}

/** 800 MB: a function of the state machine has 1,769. */
const MAX_IDS = 100_000_000;

/** The first memory, and each step by which it grows, in ids. */
const STEP = 2 ** 17;

/** Where a free number is looked for: in the block of 1,024 numbers that the id is in. */
const BLOCK = 2 ** 10;

const BYTES = Float64Array.BYTES_PER_ELEMENT;

export function createIdSet(maxIds = MAX_IDS): IdSet {
  // It grows in its place: a copy would take the memory twice.
  const buffer = new ArrayBuffer(0, { maxByteLength: maxIds * BYTES });
  const ids = new Float64Array(buffer);
  let count = 0;
  return {
    add(id) {
      if (count === maxIds) {
        throw new RangeError(
          `A COCO file has at most ${maxIds} images and ${maxIds} annotations: split the dataset into more parts, or use another format.`,
        );
      }
      if (count === ids.length) buffer.resize(Math.min(maxIds, count + Math.max(STEP, count >> 3)) * BYTES);
      ids[count] = id;
      count += 1;
    },
    repeated() {
      buffer.resize(count * BYTES);
      ids.sort();
      const free = new Map<number, number[]>();
      const given = new Set<number>();
      for (let at = 1; at < count; at += 1) {
        const id = ids[at] ?? 0;
        if (id !== ids[at - 1]) continue;
        const next = freeNear(id, (number) => given.has(number) || isIn(ids, number));
        given.add(next);
        free.set(id, [...(free.get(id) ?? []), next]);
      }
      return free;
    },
  };
}

function freeNear(id: number, isTaken: (id: number) => boolean): number {
  const start = id - (id % BLOCK);
  for (let step = 1; step < BLOCK; step += 1) {
    const next = start + ((id - start + step) % BLOCK);
    if (next > 0 && !isTaken(next)) return next;
  }
  throw new RangeError(`There is no free id near ${id}.`);
}

/** A binary search. */
function isIn(sorted: Float64Array, id: number): boolean {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) < id) from = middle + 1;
    else to = middle;
  }
  return sorted[from] === id;
}
