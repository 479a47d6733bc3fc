import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compressCounts,
  coveredBox,
  coveredPixels,
  pixelsOf,
  runLengths,
} from '../../../lib/datasets/shapes/run-lengths.ts';
import { maskOf } from '../support/archive.ts';
import { anyMask } from '../support/masks.ts';

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

  it('give the same pixels again', () => {
    fc.assert(
      fc.property(anyMask, (mask) => {
        expect(pixelsOf(runLengths(mask))).toEqual(mask.pixels);
      }),
    );
  });

  it('are compressed as pycocotools does', () => {
    // From pycocotools.mask.frPyObjects.
    expect(compressCounts([1, 4, 1])).toBe('141');
    expect(compressCounts([0, 5_000, 300, 40, 1_000, 17, 93_643])).toBe('0Xl4\\9PUKle0YOS_j2');
  });
});
