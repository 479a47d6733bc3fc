import { describe, expect, it } from 'vitest';
import { splitJson } from '../../lib/core/split-json.ts';

/** The text in chunks of this many bytes, as a stream gives it. */
async function* inChunks(text: string, bytes: number) {
  const all = Buffer.from(text);
  for (let at = 0; at < all.length; at += bytes) yield all.subarray(at, at + bytes);
}

async function split(text: string, bytes = 1_000): Promise<string[]> {
  const texts: string[] = [];
  for await (const item of splitJson(inChunks(text, bytes))) texts.push(item);
  return texts;
}

const items = [
  { task_id: 'a', list: [1, [2, 3]], text: '日本語 "quoted" \\ [not] {a} bracket,' },
  {},
  [],
  'text, with a comma',
  -1.5e3,
  null,
  true,
];

describe('splitJson of an array', () => {
  it.each([1, 2, 3, 7, 1_000])('yields the items of a stream with %d bytes per chunk', async (bytes) => {
    const texts = await split(JSON.stringify(items), bytes);
    expect(texts.map((text) => JSON.parse(text))).toEqual(items);
  });

  it('accepts whitespace between items', async () => {
    const texts = await split(`\uFEFF\n ${JSON.stringify(items, null, 2)}\n`, 5);
    expect(texts.map((text) => JSON.parse(text))).toEqual(items);
  });

  it.each(['[]', ' [ ] ', '{}'])('yields nothing for %j', async (text) => {
    expect(await split(text)).toEqual([]);
  });

  it.each(['', '[', '[{"a": 1}', '[{"a": "', '[1, 2', 'null'])(
    'throws SyntaxError for the truncated JSON %j',
    async (text) => {
      await expect(split(text)).rejects.toBeInstanceOf(SyntaxError);
    },
  );

  it('yields the items before a broken stream', async () => {
    const seen: string[] = [];
    const reading = (async () => {
      for await (const item of splitJson(inChunks('[{"a": 1}, {"a": 2}, {"a"', 4))) seen.push(item);
    })();
    await expect(reading).rejects.toBeInstanceOf(SyntaxError);
    expect(seen).toEqual(['{"a": 1}', '{"a": 2}']);
  });
});

describe('splitJson of an object', () => {
  it('yields the fields of a streamed object', async () => {
    const fields = { 'task-1': [{ a: 1 }], 'task-2': [], 'a "name", with all': { b: [] } };
    const texts = await split(JSON.stringify(fields), 3);
    expect(Object.assign({}, ...texts.map((text) => JSON.parse(`{${text}}`)))).toEqual(fields);
    expect(texts).toHaveLength(3);
  });
});
