import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, boundsOf, clipPolygon, isFlat, isInside } from '../../../lib/datasets/shapes/polygon.ts';

const SIZE = { width: 10, height: 8 };
const at = (...numbers: readonly number[]) =>
  Array.from({ length: numbers.length / 2 }, (_, index) => ({
    x: numbers[2 * index] ?? 0,
    y: numbers[2 * index + 1] ?? 0,
  }));

describe('a polygon', () => {
  it('has the area of its points, in either direction', () => {
    const square = at(0, 0, 4, 0, 4, 3, 0, 3);
    expect([areaOf(square), areaOf(square.toReversed())]).toEqual([12, 12]);
    expect([areaOf([]), areaOf(at(1, 1)), areaOf(at(0, 0, 5, 5))]).toEqual([0, 0, 0]);
  });

  it('is flat when it covers nothing, whatever its area', () => {
    expect(isFlat(at(0, 0, 4, 0, 4, 3))).toBe(false);
    expect(isFlat(at(0, 0, 10, 10, 10, 0, 0, 10))).toBe(false);
    expect([isFlat([]), isFlat(at(1, 1)), isFlat(at(0.1, 0.1, 0.2, 0.2, 0.3, 0.3))]).toEqual([true, true, true]);
    expect(isFlat(at(0, 0, 5, 0, 9, 9, 5, 0))).toBe(true);
  });

  it('has bounds', () => {
    expect(boundsOf(at(3, 1, 5, 9, 4, 2))).toEqual({ left: 3, top: 1, right: 5, bottom: 9 });
  });

  it('is clipped at each side of the image', () => {
    expect(areaOf(clipPolygon(at(-5, -5, 20, -5, 20, 20, -5, 20), SIZE))).toBe(80);
    expect(areaOf(clipPolygon(at(-5, 0, 5, 0, 5, 4, -5, 4), SIZE))).toBe(20);
    expect(clipPolygon(at(20, 20, 30, 20, 30, 30), SIZE)).toEqual([]);
  });

  it('keeps its area when it lies inside, and never lies outside after clipping', () => {
    const point = fc.record({ x: fc.integer({ min: -20, max: 30 }), y: fc.integer({ min: -20, max: 30 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 8 }), (points) => {
        const clipped = clipPolygon(points, SIZE);
        expect(
          isInside(
            clipped.map(({ x, y }) => ({ x: Math.round(x * 1e6) / 1e6, y: Math.round(y * 1e6) / 1e6 })),
            SIZE,
          ),
        ).toBe(true);
        if (isInside(points, SIZE)) expect(clipped).toEqual(points);
      }),
    );
  });
});
