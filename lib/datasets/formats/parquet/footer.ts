import type { FileMetaData, RowGroup } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import { type Column, schemaOf } from './table.ts';

/** The end of a Parquet file, which says where its row groups are. */
export interface Footer {
  add(group: RowGroup): void;
  bytes(): Uint8Array;
}

/** Begins and ends a file. */
export const MAGIC = 'PAR1';

/** Before the magic number at the end. */
const LENGTH_BYTES = 4;

/**
 * Keeps what it says of each row group as the bytes that are written: as objects, those of a million frames take 200 MB.
 *
 * The metadata are a struct of Thrift's compact protocol. Those without row groups differ from those with one only in the header of
 * the list and in its item, which is how items are found, and joined.
 *
 * @see https://github.com/apache/parquet-format
 * @see https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
 */
export function createFooter(columns: readonly Column[]): Footer {
  const schema = schemaOf(columns);
  const encoded = (num_rows: bigint, row_groups: RowGroup[]) => encode({ ...FILE, schema, num_rows, row_groups });
  const empty = encoded(0n, []);
  const items: Buffer[] = [];
  let [rows, behind] = [0n, 0];
  return {
    add(group) {
      const one = encoded(0n, [group]);
      const header = empty.findIndex((byte, at) => byte !== one[at]);
      behind = empty.length - header - 1;
      items.push(Buffer.from(one.subarray(header + 1, one.length - behind)));
      rows += group.num_rows;
    },
    bytes() {
      const none = encoded(rows, []);
      const header = none.length - behind - 1;
      const metadata =
        items.length === 0
          ? none
          : Buffer.concat([none.subarray(0, header), listHeader(items.length), ...items, none.subarray(header + 1)]);
      const end = Buffer.alloc(LENGTH_BYTES);
      end.writeUInt32LE(metadata.length);
      return Buffer.concat([metadata, end, Buffer.from(MAGIC)]);
    },
  };
}

const FILE = { version: 2, created_by: 'annofab-functions' };

/** The metadata alone, without their length. */
function encode(metadata: Omit<FileMetaData, 'metadata_length'>): Buffer {
  const writer = new ByteWriter();
  writeMetadata(writer, { ...metadata, metadata_length: 0 });
  return Buffer.from(writer.getBytes().subarray(0, -LENGTH_BYTES));
}

/** The type of structs, and a size that does not fit beside it. */
const [STRUCT, LONG] = [0x0c, 0xf0];

/** The size of a list of structs: a short one beside the type, a long one in groups of seven bits, the lowest first. */
function listHeader(size: number): Buffer {
  if (size < 15) return Buffer.from([(size << 4) | STRUCT]);
  const bytes = [LONG | STRUCT];
  let rest = size;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return Buffer.from([...bytes, rest]);
}
