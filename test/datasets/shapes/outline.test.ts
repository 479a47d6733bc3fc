import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillPolygon } from '../../../lib/datasets/shapes/fill.ts';
import { joinOutlines, outlinesOf } from '../../../lib/datasets/shapes/outline.ts';
import { areaOf } from '../../../lib/datasets/shapes/polygon.ts';
import { runLengths } from '../../../lib/datasets/shapes/run-lengths.ts';
import { maskOf } from '../support/archive.ts';
import { anyMask } from '../support/masks.ts';

describe('the outlines of a mask', () => {
  it('go around a rectangle by its corners', () => {
    expect(outlinesOf(runLengths(maskOf('....', '.##.', '.##.')))).toEqual([
      [
        { x: 1, y: 1 },
        { x: 3, y: 1 },
        { x: 3, y: 3 },
        { x: 1, y: 3 },
      ],
    ]);
  });

  it('separate pixels that touch at a corner only, and have one for a hole', () => {
    expect(outlinesOf(runLengths(maskOf('#.', '.#')))).toHaveLength(2);
    const [outside = [], hole = []] = outlinesOf(runLengths(maskOf('###', '#.#', '###')));
    expect([areaOf(outside), areaOf(hole)]).toEqual([9, 1]);
  });

  it('give the same pixels again when they are joined to one polygon and filled', () => {
    fc.assert(
      fc.property(anyMask, (mask) => {
        const pixels = new Uint8Array(mask.pixels.length);
        const polygon = joinOutlines(outlinesOf(runLengths(mask)));
        if (polygon.length > 0) fillPolygon(polygon, mask, (start, end) => pixels.fill(1, start, end));
        expect([...pixels]).toEqual([...mask.pixels]);
      }),
      { numRuns: 500 },
    );
  });
});
