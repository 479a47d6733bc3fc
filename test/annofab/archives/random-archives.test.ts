import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AnnofabError, openSimpleArchive } from '../../../lib/annofab/index.ts';
import { makeZip, type ZipPart } from './make-zip.ts';
import { collect, detail, frameJson } from './samples.ts';

const id = fc.stringMatching(/^[A-Za-z0-9_.-]{1,12}$/).filter((text) => text !== '.' && text !== '..');
const point = fc.record({ x: fc.integer(), y: fc.double({ noNaN: true, noDefaultInfinity: true }) });
const data = fc.oneof(
  fc.record({ _type: fc.constant('BoundingBox'), left_top: point, right_bottom: point }),
  fc.record({ _type: fc.constant('Points'), points: fc.array(point) }),
  fc.record({ _type: fc.constant('SinglePoint'), point }),
  fc.record({ _type: fc.constant('Classification') }),
  fc.constant(null),
);
const frame = fc.record({
  key: fc.tuple(id, id),
  details: fc.array(data, { maxLength: 5 }),
  // Beside a file `x`, macOS keeps another one, `._x`: such a pair is not two masks.
  masks: fc.uniqueArray(
    fc.tuple(
      id.filter((name) => !name.startsWith('._')),
      fc.uint8Array({ maxLength: 300 }),
    ),
    { selector: ([name]) => name, maxLength: 3 },
  ),
  make: fc.record({ stored: fc.boolean(), zip64: fc.boolean(), localExtra: fc.nat(2_000) }),
});
const archive = fc.record({
  frames: fc.uniqueArray(frame, { selector: ({ key }) => key.join('/'), maxLength: 12 }),
  seed: fc.nat(),
  zip64: fc.boolean(),
  comment: fc.string({ maxLength: 40 }).filter((text) => !text.includes('PK')),
});

/** The files of the frames, in any order. */
function partsOf({ frames, seed }: { frames: readonly Frame[]; seed: number }): ZipPart[] {
  const parts = frames.flatMap(({ key: [task, input], details, masks, make }) => [
    {
      path: `${task}/${input}.json`,
      content: frameJson(
        task,
        input,
        details.map((one) => detail(one)),
      ),
      ...make,
    },
    ...masks.map(([name, bytes]) => ({ path: `${task}/${input}/${name}`, content: Buffer.from(bytes), ...make })),
  ]);
  const rank = (index: number) => (index * 7919 + seed) % 1009;
  return parts
    .map((part, index) => ({ part, rank: rank(index) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ part }) => part);
}

type Frame = typeof frame extends fc.Arbitrary<infer Value> ? Value : never;

it('random archives of every order and variant are read back unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(archive, async ({ frames, seed, zip64, comment }) => {
      await using opened = await openSimpleArchive({ bytes: makeZip(partsOf({ frames, seed }), { zip64, comment }) });
      const read = new Map((await collect(opened.frames())).map((one) => [`${one.task_id}/${one.input_data_id}`, one]));
      expect([...read.keys()].sort()).toEqual(frames.map(({ key }) => key.join('/')).sort());
      for (const { key, details, masks } of frames) {
        const one = read.get(key.join('/'));
        expect(one?.details.map((each) => each.data)).toEqual(JSON.parse(JSON.stringify(details)));
        for (const [name, bytes] of masks) {
          expect(await one?.outerFile(name)).toEqual(Buffer.from(bytes));
          expect(one && (await buffer(one.openOuterFile(name)))).toEqual(Buffer.from(bytes));
        }
      }
    }),
    { numRuns: 100 },
  );
});

const damage = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) }), {
  minLength: 1,
  maxLength: 8,
});

/** Reads all there is, by every way. */
async function readEverything(bytes: Uint8Array, onBadEntry?: () => void): Promise<void> {
  await using opened = await openSimpleArchive({ bytes }, { onBadEntry });
  for await (const { outerFile, openOuterFile, outerFiles } of opened.frames()) {
    for (const name of outerFiles) {
      await outerFile(name);
      await buffer(openOuterFile(name));
    }
  }
  for await (const _task of opened.tasks());
}

it.each([['rejected'], ['accepted']])(
  'randomly damaged archives are read, or rejected with an ArchiveError, with bad entries %s',
  async (how) => {
    const onBadEntry = how === 'rejected' ? undefined : () => {};
    await fc.assert(
      fc.asyncProperty(archive, damage, fc.double({ min: 0, max: 1, noNaN: true }), async (made, changes, cut) => {
        const bytes = makeZip(partsOf(made), { zip64: made.zip64 });
        // Most of the damage where the directory is: behind the contents.
        for (const { at, byte } of changes) bytes[Math.floor((bytes.length - 1) * Math.sqrt(at))] = byte;
        const left = cut > 0.9 ? bytes.subarray(0, Math.floor(bytes.length * (cut - 0.9) * 10)) : bytes;
        try {
          await readEverything(left, onBadEntry);
        } catch (error) {
          expect(error).toBeInstanceOf(AnnofabError);
        }
      }),
      { numRuns: 300 },
    );
  },
);
