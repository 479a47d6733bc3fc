import type { StoredEntry } from '../entry-store.ts';

export interface ZipEntry extends StoredEntry {
  readonly compressedBytes: number;
  readonly deflated: boolean;
  readonly crc32: number;
}

/**
 * The entries of a directory in columns: 33 bytes for an entry, and its name. As objects they take ten times as much, and
 * the garbage collector copies them again and again. An entry becomes an object when it is read.
 */
export interface EntryTable {
  readonly count: number;
  pathAt(index: number): string;
  entryAt(index: number): ZipEntry;
  positionAt(index: number): number;
  /** The sizes of the name and of the compressed content. */
  contentBytesAt(index: number): number;
  /** The index of the entry with this path, or -1. */
  find(path: string): number;
  /** @returns whether the path is new; otherwise nothing is added */
  add(entry: Omit<ZipEntry, 'path' | 'index'>, name: Name): boolean;
}

/** A part of a buffer: a path in UTF-8. */
export interface Name {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/**
 * @param capacity the greatest number of entries
 * @param nameBytes the size that all names have together, unless some grow as UTF-8
 */
export function createEntryTable(capacity: number, nameBytes: number): EntryTable {
  const columns = {
    position: new Float64Array(capacity),
    bytes: new Float64Array(capacity),
    compressedBytes: new Float64Array(capacity),
    crc32: new Uint32Array(capacity),
    deflated: new Uint8Array(capacity),
    nameEnd: new Uint32Array(capacity),
  };
  // At most half full, so that a search ends after a step or two.
  const mask = 2 ** Math.ceil(Math.log2(capacity * 2 + 2)) - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  let names = Buffer.allocUnsafeSlow(nameBytes);
  let count = 0;

  const nameStart = (index: number) => (index === 0 ? 0 : (columns.nameEnd[index - 1] ?? 0));
  const isNamed = (index: number, { bytes, start, end }: Name) => {
    let [at, other] = [end, columns.nameEnd[index] ?? 0];
    if (other - nameStart(index) !== end - start) return false;
    // From the end, since names begin alike.
    while (at > start) if (bytes[--at] !== names[--other]) return false;
    return true;
  };
  /** The slot of a name: that of its entry, or the free one where it belongs. */
  const slotOf = (name: Name): number => {
    for (let slot = hashOf(name) & mask; ; slot = (slot + 1) & mask) {
      const index = slots[slot] ?? -1;
      if (index === -1 || isNamed(index, name)) return slot;
    }
  };
  const appendName = ({ bytes, start, end }: Name) => {
    const from = nameStart(count);
    const length = end - start;
    if (from + length > names.length) names = Buffer.concat([names], (from + length) * 2);
    bytes.copy(names, from, start, end);
    columns.nameEnd[count] = from + length;
  };
  const pathAt = (index: number) => names.toString('utf8', nameStart(index), columns.nameEnd[index]);

  return {
    get count() {
      return count;
    },
    pathAt,
    positionAt: (index) => columns.position[index] ?? 0,
    contentBytesAt(index) {
      return (columns.nameEnd[index] ?? 0) - nameStart(index) + (columns.compressedBytes[index] ?? 0);
    },
    entryAt: (index) => ({
      index,
      path: pathAt(index),
      position: columns.position[index] ?? 0,
      bytes: columns.bytes[index] ?? 0,
      compressedBytes: columns.compressedBytes[index] ?? 0,
      crc32: columns.crc32[index] ?? 0,
      deflated: columns.deflated[index] === 1,
    }),
    find(path) {
      const bytes = Buffer.from(path);
      return slots[slotOf({ bytes, start: 0, end: bytes.length })] ?? -1;
    },
    add({ position, bytes, compressedBytes, crc32, deflated }, name) {
      const slot = slotOf(name);
      if (slots[slot] !== -1) return false;
      slots[slot] = count;
      appendName(name);
      columns.position[count] = position;
      columns.bytes[count] = bytes;
      columns.compressedBytes[count] = compressedBytes;
      columns.crc32[count] = crc32;
      columns.deflated[count] = deflated ? 1 : 0;
      count += 1;
      return true;
    },
  };
}

/** FNV-1a, with a seed of this process: a hostile archive cannot choose names that share a slot. */
function hashOf({ bytes, start, end }: Name): number {
  let hash = SEED;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

const SEED = (Math.random() * 2 ** 32) | 0;
