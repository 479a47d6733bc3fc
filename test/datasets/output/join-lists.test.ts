import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinLists } from '../../../lib/datasets/output/join-lists.ts';

async function* stream<T>(items: Iterable<T>): AsyncGenerator<T, void, undefined> {
  yield* items;
}

/** Joins pieces, each of which comes in chunks. */
async function join(pieces: readonly (readonly string[])[]): Promise<string> {
  const chunks: Buffer[] = [];
  const file = { write: (content: string | Uint8Array) => void chunks.push(Buffer.from(content)), async end() {} };
  await joinLists(stream(pieces.map((piece) => stream(piece.map((chunk) => Buffer.from(chunk))))), file);
  return Buffer.concat(chunks).toString();
}

describe('joinLists', () => {
  it('joins the items of all pieces, wherever a stream cuts them', async () => {
    const items = fc.array(fc.array(fc.integer({ min: 0, max: 9_999 }), { maxLength: 4 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(items, fc.integer({ min: 1, max: 7 }), async (lists, size) => {
        const pieces = lists.map((list) => chunksOf(list.map((item) => `${item},\n`).join(''), size));
        expect(JSON.parse(`[${await join(pieces)}]`)).toEqual(lists.flat());
      }),
    );
  });

  it('takes chunks without bytes for nothing', async () => {
    expect(await join([['', '1,\n'], [''], ['', '2,', '', '\n', '']])).toBe('1,\n2');
  });

  it('refuses a piece that was cut off', async () => {
    await expect(join([['1,\n', '2']])).rejects.toThrow('was cut off');
    await expect(join([['1,\n', '2,']])).rejects.toThrow('was cut off');
    await expect(join([['\n']])).rejects.toThrow('was cut off');
  });
});

function chunksOf(text: string, size: number): string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
}
