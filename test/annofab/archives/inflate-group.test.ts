import { describe, expect, it } from 'vitest';
import { openSimpleArchive } from '../../../lib/annofab/index.ts';
import { makeZip, type ZipPart } from './make-zip.ts';
import { collect, detail, frameJson, framePart } from './samples.ts';

/** Frames of different lengths, from some hundred bytes to more than are inflated together. */
const FRAMES: readonly ZipPart[] = Array.from({ length: 60 }, (_, index) =>
  framePart('t', `frame-${index}`, [detail({ _type: 'Unknown', data: 'x'.repeat(index * 97) }, { label: `${index}` })]),
);

/** The frames, with what is given instead of the same fields of some. */
function withFaults(faults: Readonly<Record<number, (part: ZipPart) => Partial<ZipPart>>>): ZipPart[] {
  return FRAMES.map((part, index) => ({ ...part, ...faults[index]?.(part) }));
}

async function readAll(parts: readonly ZipPart[]) {
  const bad: string[] = [];
  await using archive = await openSimpleArchive(
    { bytes: makeZip(parts) },
    { onBadEntry: ({ entry }) => bad.push(entry) },
  );
  const frames = await collect(archive.frames());
  return { bad, labels: frames.map(({ details }) => Number(details[0]?.label)) };
}

const pathOf = (index: number) => `t/frame-${index}.json`;
const othersThan = (...indices: number[]) => [...FRAMES.keys()].filter((index) => !indices.includes(index));
const sizeOf = ({ content = '' }: ZipPart) => content.length;

describe('inflating small entries together', () => {
  it('reads entries of different lengths, in their order', async () => {
    expect(await readAll(FRAMES)).toEqual({ bad: [], labels: othersThan() });
  });

  it('reads them beside stored entries, and beside one that is too large', async () => {
    const large = frameJson('t', 'frame-20', [detail({ _type: 'Unknown', data: 'x'.repeat(70_000) }, { label: '20' })]);
    const parts = withFaults({
      5: () => ({ stored: true }),
      6: () => ({ stored: true }),
      20: () => ({ content: large }),
    });
    expect(await readAll(parts)).toEqual({ bad: [], labels: othersThan() });
  });

  it('reports the damaged ones among them, and reads the others', async () => {
    const parts = withFaults({
      0: () => ({ crc: 1 }),
      7: () => ({ offset: 3 }),
      33: () => ({ size: 20 }),
      59: () => ({ crc: 1 }),
    });
    // The order of the entries is that of their positions.
    const { bad, labels } = await readAll(parts);
    expect({ bad: bad.toSorted(), labels }).toEqual({
      bad: [0, 7, 33, 59].map(pathOf).toSorted(),
      labels: othersThan(0, 7, 33, 59),
    });
  });

  it('reports two entries when one is as many bytes too long as the next one is too short', async () => {
    const parts = withFaults({
      10: (part) => ({ size: sizeOf(part) + 1 }),
      11: (part) => ({ size: sizeOf(part) - 1 }),
    });
    expect(await readAll(parts)).toEqual({ bad: [pathOf(10), pathOf(11)], labels: othersThan(10, 11) });
  });

  it('reads them when other bytes follow the content of one within its compressed size', async () => {
    // The data descriptor behind the content.
    const { length } = makeZip([FRAMES[4] ?? { path: '' }]);
    const records = 46 + 22 + pathOf(4).length;
    const packed = length - records - 30 - pathOf(4).length - 16;
    const parts = withFaults({ 4: () => ({ compressedSize: packed + 16 }) });
    expect(await readAll(parts)).toEqual({ bad: [], labels: othersThan() });
  });
});
