import type { OutputFile } from './output.ts';

/** After each item. */
const END = Buffer.from(',\n');

/**
 * Joins pieces of JSON lists, in which every item ends with a comma and a new line: all of them, without the last comma.
 *
 * @throws Error when a piece does not end so: it was cut off
 */
export async function joinLists(pieces: AsyncIterable<AsyncIterable<Uint8Array>>, file: OutputFile): Promise<void> {
  let isFirst = true;
  for await (const piece of pieces) {
    /** What may be the end. A stream can cut it in two. */
    let held = Buffer.alloc(0);
    for await (const chunk of piece) {
      if (chunk.length === 0) continue;
      if (held.length === 0 && !isFirst) await file.write(END);
      isFirst = false;
      const all = Buffer.concat([held, chunk]);
      held = all.subarray(-END.length);
      await file.write(all.subarray(0, -END.length));
    }
    if (held.length > 0 && !held.equals(END))
      throw new Error('A piece of the dataset was cut off: convert its shard again.');
  }
}
