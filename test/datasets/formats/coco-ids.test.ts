import { describe, expect, it } from 'vitest';
import { idScanner } from '../../../lib/datasets/formats/coco/id-scanner.ts';
import { createIdSet } from '../../../lib/datasets/formats/coco/id-set.ts';
import { numberOf } from '../../../lib/datasets/hash.ts';
import { FORMATS, planDataset } from '../../../lib/datasets/index.ts';
import { recordFiles } from '../../../lib/datasets/output/record-files.ts';
import { openArchive } from '../support/archive.ts';
import { memoryOutput } from '../support/memory-output.ts';
import { specs } from '../support/specs.ts';

const FILE = 'annotations/instances_train.json';

interface Image {
  readonly id: number;
  readonly task_id: string;
  readonly input_data_id: string;
  readonly input_data_name: string;
}

interface Annotation {
  readonly id: number;
  readonly image_id: number;
  readonly annotation_id: string;
}

const imageOf = (id: number, input_data_id: string): Image => ({
  ...{ id, task_id: 'task-1', input_data_id },
  // Characters that some readers take for the end of a line.
  input_data_name: `road\u2028${input_data_id}".jpg`,
});

/** Of an image whose path has its own id. */
const annotationOf = (image: Image, annotation_id: string, id?: number): Annotation => ({
  id: id ?? numberOf(`${image.task_id}/${image.input_data_id}/${annotation_id}`),
  image_id: image.id,
  annotation_id,
});

/** Merges what shards wrote, in chunks of this size. */
async function merge(
  shards: readonly { readonly images: readonly Image[]; readonly annotations: readonly Annotation[] }[],
  chunkBytes = 7,
) {
  const out = memoryOutput();
  const recorded = recordFiles(out);
  const plan = await planDataset(await openArchive([]), { specs: specs() });
  const format = await FORMATS.coco({});
  await format.merge({
    ...{ plan, out: recorded, title: 'sample' },
    async *pieces(name) {
      for (const { images, annotations } of shards) {
        const items = name === 'train.images' ? images : annotations;
        yield inChunks(items.map((item) => `${JSON.stringify(item)},\n`).join(''), chunkBytes);
      }
    },
  });
  const file = JSON.parse(out.text(FILE));
  return {
    bytes: out.text(FILE),
    images: Array.from<Image>(file.images),
    annotations: Array.from<Annotation>(file.annotations),
    listed: recorded.lines().trim().split('\n'),
  };
}

async function* inChunks(text: string, size: number) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const [first, second, third] = [imageOf(9, 'input-1'), imageOf(9, 'input-2'), imageOf(12, 'input-3')];

describe('the ids of a COCO file', () => {
  it('are different for annotations whose numbers are the same: the first keeps its number', async () => {
    const annotations = [
      annotationOf(first, 'a', 5),
      annotationOf(third, 'b', 7),
      annotationOf(third, 'c', 5),
      annotationOf(third, 'd', 6),
      annotationOf(third, 'e', 5),
    ];
    const merged = await merge([{ images: [first, third], annotations }]);
    expect(merged.annotations.map(({ annotation_id, id }) => `${annotation_id} ${id}`)).toEqual([
      ...['a 5', 'b 7', 'c 8', 'd 6', 'e 9'],
    ]);
    expect(merged.images).toEqual([first, third]);
  });

  it('are different for images whose numbers are the same, and each annotation stays with its image', async () => {
    const annotations = [annotationOf(first, 'a'), annotationOf(second, 'a'), annotationOf(second, 'b')];
    const merged = await merge([{ images: [first, second, third], annotations }]);
    expect(merged.images).toEqual([first, { ...second, id: 10 }, third]);
    expect(merged.annotations.map(({ image_id }) => image_id)).toEqual([9, 10, 10]);
    expect(merged.annotations.map(({ id }) => id)).toEqual(annotations.map(({ id }) => id));
  });

  it('do not depend on the number of shards, or on how their pieces are read', async () => {
    const annotations = [annotationOf(first, 'a', 5), annotationOf(second, 'b'), annotationOf(third, 'c', 5)];
    const one = await merge([{ images: [first, second, third], annotations }], 1_000_000);
    const two = await merge([
      { images: [first], annotations: annotations.slice(0, 1) },
      { images: [second, third], annotations: annotations.slice(1) },
    ]);
    expect(two.bytes).toBe(one.bytes);
    expect(new Set(one.annotations.map(({ id }) => id)).size).toBe(3);
  });

  it('are written with the file once when none is repeated, and the file is listed once when one is', async () => {
    const annotations = [annotationOf(first, 'a', 5), annotationOf(first, 'b', 5)];
    for (const shard of [
      { images: [first], annotations: [] },
      { images: [first], annotations },
    ]) {
      const { listed, bytes } = await merge([shard]);
      expect(listed.map((line) => JSON.parse(line))).toEqual([
        expect.objectContaining({ path: FILE, bytes: Buffer.byteLength(bytes) }),
      ]);
    }
  });
});

describe('the set of ids', () => {
  const repeatedIn = (ids: readonly number[], maxIds?: number) => {
    const set = createIdSet(maxIds);
    for (const id of ids) set.add(id);
    return [...set.repeated()];
  };

  it('gives the next numbers that are free, in the same block of 1,024', () => {
    expect(repeatedIn([3, 1, 2])).toEqual([]);
    expect(repeatedIn([2, 1, 2, 3, 2])).toEqual([[2, [4, 5]]]);
    expect(repeatedIn([1, 1, 2, 2])).toEqual([
      [1, [3]],
      [2, [4]],
    ]);
    expect(repeatedIn([2 ** 53 - 1, 2 ** 53 - 1])).toEqual([[2 ** 53 - 1, [2 ** 53 - 1_024]]]);
    // 0 is no id.
    expect(repeatedIn([1_023, 1_023])).toEqual([[1_023, [1]]]);
  });

  it('finds the one repeated id among a million', () => {
    const ids = Array.from({ length: 1_000_000 }, (_, at) => numberOf(`task/input/${at}`));
    const [some = 0] = ids.slice(777_777);
    expect(repeatedIn([...ids, some]).map(([id]) => id)).toEqual([some]);
  });

  it('refuses more ids than fit into the memory', () => {
    expect(() => repeatedIn([1, 2, 3], 2)).toThrow('split the dataset into more parts, or use another format');
  });
});

describe('the scanner of ids', () => {
  it.each([1, 2, 5, 1_000])('finds the id of each line in chunks of %i bytes, and no other number', (size) => {
    const lines = ['{"id":12,"image_id":3},', '{"id":9007199254740991,"a":"{\\"id\\":4}"},', '{"other":5},', ',', ''];
    const bytes = Buffer.from(`${lines.join('\n')}\n{"id":6}`);
    const found: number[] = [];
    const read = idScanner((id) => found.push(id));
    for (let at = 0; at < bytes.length; at += size) read(bytes.subarray(at, at + size));
    expect(found).toEqual([12, 9_007_199_254_740_991, 6]);
  });
});
