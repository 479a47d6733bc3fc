import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compressCounts, coveredBox, coveredPixels, runLengths } from '../../../lib/datasets/shapes/run-lengths.ts';
import { maskOf } from '../support/archive.ts';

const anyMask = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: width * height, maxLength: width * height, max: 1 })
      .map((pixels) => ({ width, height, pixels })),
  );

describe('run lengths', () => {
  it('go column by column and begin with what is not covered', () => {
    expect(runLengths(maskOf('#.', '#.')).counts).toEqual([0, 2, 2]);
    expect(runLengths(maskOf('.#', '.#')).counts).toEqual([2, 2]);
    expect(runLengths(maskOf('..')).counts).toEqual([2]);
  });

  it('say how many pixels are covered, and where', () => {
    fc.assert(
      fc.property(anyMask, (mask) => {
        const runs = runLengths(mask);
        const covered = [...mask.pixels].flatMap((pixel, at) =>
          pixel ? [{ x: at % mask.width, y: Math.floor(at / mask.width) }] : [],
        );
        expect(coveredPixels(runs)).toBe(covered.length);
        expect(runs.counts.reduce((sum, count) => sum + count, 0)).toBe(mask.pixels.length);
        const [xs, ys] = [covered.map(({ x }) => x), covered.map(({ y }) => y)];
        expect(coveredBox(runs)).toEqual(
          covered.length === 0
            ? undefined
            : { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs) + 1, bottom: Math.max(...ys) + 1 },
        );
      }),
    );
  });

  it('are compressed as pycocotools does', () => {
    // From pycocotools.mask.frPyObjects.
    expect(compressCounts([1, 4, 1])).toBe('141');
    expect(compressCounts([0, 5_000, 300, 40, 1_000, 17, 93_643])).toBe('0Xl4\\9PUKle0YOS_j2');
  });
});
