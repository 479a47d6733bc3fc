import type { OutputFile } from './output.ts';

const [COMMA, NEWLINE] = [0x2c, 0x0a];

/**
 * Joins pieces of JSON lists, in which every item ends with a comma and a new line: all of them, without the last comma.
 *
 * @throws Error when a piece does not end so: it was cut off
 */
export async function joinLists(pieces: AsyncIterable<AsyncIterable<Uint8Array>>, file: OutputFile): Promise<void> {
  let isFirst = true;
  for await (const piece of pieces) {
    let held: Uint8Array | undefined;
    for await (const chunk of piece) {
      if (chunk.length === 0) continue;
      if (held) await file.write(held);
      else if (!isFirst) await file.write(',\n');
      held = chunk;
    }
    if (held === undefined) continue;
    isFirst = false;
    await writeWithoutEnd(held, file);
  }
}

async function writeWithoutEnd(last: Uint8Array, file: OutputFile): Promise<void> {
  if (last.at(-1) !== NEWLINE || last.at(-2) !== COMMA)
    throw new Error('A piece of the dataset was cut off: convert its shard again.');
  if (last.length > 2) await file.write(last.subarray(0, -2));
}
