import { buffer } from 'node:stream/consumers';
import { deserialize } from 'node:v8';
import type { RowGroup } from 'hyparquet';
import type { OutputFile } from '../../output/output.ts';
import { createFooter, MAGIC } from './footer.ts';
import type { Column } from './table.ts';

type Pieces = AsyncIterable<AsyncIterable<Uint8Array>>;

/** Writes the row groups of all shards into one file, as they are. Only what says where they are is written again. */
export async function joinTables(
  columns: readonly Column[],
  { rows, groups }: { rows: Pieces; groups: Pieces },
  file: OutputFile,
): Promise<void> {
  await file.write(MAGIC);
  const starts = await copyRows(rows, file);
  const footer = createFooter(columns);
  let shard = 0;
  for await (const piece of groups) {
    const start = BigInt(starts[shard] ?? 0);
    for (const group of await readGroups(piece)) footer.add(moveGroup(group, start));
    shard += 1;
  }
  await file.write(footer.bytes());
}

/** @returns how far the row groups of each shard were moved */
async function copyRows(pieces: Pieces, file: OutputFile): Promise<number[]> {
  const starts: number[] = [];
  let length = 0;
  for await (const piece of pieces) {
    starts.push(length);
    for await (const chunk of piece) {
      await file.write(chunk);
      length += chunk.length;
    }
  }
  return starts;
}

async function readGroups(piece: AsyncIterable<Uint8Array>): Promise<RowGroup[]> {
  const bytes = await buffer(piece);
  const groups: RowGroup[] = bytes.length === 0 ? [] : deserialize(bytes);
  return groups;
}

function moveGroup(group: RowGroup, by: bigint): RowGroup {
  const columns = group.columns.map((column) => {
    const { meta_data } = column;
    if (meta_data === undefined) return column;
    const { data_page_offset, dictionary_page_offset } = meta_data;
    return {
      ...column,
      file_offset: column.file_offset + by,
      meta_data: {
        ...meta_data,
        data_page_offset: data_page_offset + by,
        ...(dictionary_page_offset !== undefined && { dictionary_page_offset: dictionary_page_offset + by }),
      },
    };
  });
  return { ...group, columns };
}
