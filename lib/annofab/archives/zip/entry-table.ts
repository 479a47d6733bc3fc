import type { StoredEntry } from '../entry-store.ts';
import type { TableColumns } from '../shared-entries.ts';
import { sharedBytes, sharedInt32, sharedNumbers, sharedUint32 } from '../shared-memory.ts';

export interface ZipEntry extends StoredEntry {
  readonly compressedBytes: number;
  readonly deflated: boolean;
  readonly crc32: number;
}

/**
 * The entries of a directory in columns: 21 bytes for an entry, 33 in an archive of 4 GiB or more, and its name. As objects they
 * take ten times as much, and the garbage collector copies them again and again. An entry becomes an object when it is read.
 */
export interface EntryTable {
  readonly count: number;
  /** For {@link openEntryTable} in another thread. */
  readonly columns: TableColumns;
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

interface TableSize {
  /** The greatest number of entries. */
  readonly capacity: number;
  /** The size that all names have together, unless some grow as UTF-8. */
  readonly nameBytes: number;
  /** The size of the archive. */
  readonly archiveBytes: number;
  /** The largest uncompressed size of an entry. */
  readonly maxEntryBytes: number;
}

export function createEntryTable({ capacity, nameBytes, archiveBytes, maxEntryBytes }: TableSize): EntryTable {
  return openEntryTable({
    count: 0,
    names: sharedBytes(nameBytes),
    nameEnd: sharedUint32(capacity),
    position: sharedNumbers(capacity, archiveBytes),
    bytes: sharedNumbers(capacity, maxEntryBytes),
    compressedBytes: sharedNumbers(capacity, archiveBytes),
    crc32: sharedUint32(capacity),
    deflated: sharedBytes(capacity),
    slots: sharedInt32(2 ** Math.ceil(Math.log2(capacity * 2 + 2))).fill(-1),
    // A hostile archive cannot choose names that share a slot.
    seed: (Math.random() * 2 ** 32) | 0,
  });
}

export function openEntryTable(columns: TableColumns): EntryTable {
  const { nameEnd, slots, seed } = columns;
  const mask = slots.length - 1;
  let names = Buffer.from(columns.names.buffer);

  const nameStart = (index: number) => (index === 0 ? 0 : (nameEnd[index - 1] ?? 0));
  const isNamed = (index: number, { bytes, start, end }: Name) => {
    let [at, other] = [end, nameEnd[index] ?? 0];
    if (other - nameStart(index) !== end - start) return false;
    // From the end, since names begin alike.
    while (at > start) if (bytes[--at] !== names[--other]) return false;
    return true;
  };
  /** The slot of a name: that of its entry, or the free one where it belongs. */
  const slotOf = (name: Name): number => {
    for (let slot = hashOf(name, seed) & mask; ; slot = (slot + 1) & mask) {
      const index = slots[slot] ?? -1;
      if (index === -1 || isNamed(index, name)) return slot;
    }
  };
  const grow = (length: number) => {
    columns.names = sharedBytes(length);
    columns.names.set(names);
    names = Buffer.from(columns.names.buffer);
  };
  const appendName = ({ bytes, start, end }: Name) => {
    const from = nameStart(columns.count);
    const length = end - start;
    if (from + length > names.length) grow((from + length) * 2);
    bytes.copy(names, from, start, end);
    nameEnd[columns.count] = from + length;
  };
  const pathAt = (index: number) => names.toString('utf8', nameStart(index), nameEnd[index]);

  return {
    get count() {
      return columns.count;
    },
    columns,
    pathAt,
    positionAt: (index) => columns.position[index] ?? 0,
    contentBytesAt: (index) => (nameEnd[index] ?? 0) - nameStart(index) + (columns.compressedBytes[index] ?? 0),
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
      const index = columns.count;
      slots[slot] = index;
      appendName(name);
      columns.position[index] = position;
      columns.bytes[index] = bytes;
      columns.compressedBytes[index] = compressedBytes;
      columns.crc32[index] = crc32;
      columns.deflated[index] = deflated ? 1 : 0;
      columns.count += 1;
      return true;
    },
  };
}

/** FNV-1a. */
function hashOf({ bytes, start, end }: Name, seed: number): number {
  let hash = seed;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
