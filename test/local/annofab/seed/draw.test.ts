import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { drawMask, drawScene } from '../../../../local/annofab/seed/draw.ts';

describe('drawScene', () => {
  it('returns a PNG of the given size, identical for the same seed', () => {
    const scene = drawScene(160, 90, 7);
    expect(PNG.sync.read(scene)).toMatchObject({ width: 160, height: 90 });
    expect(drawScene(160, 90, 7)).toEqual(scene);
  });

  it('returns different images for different seeds', () => {
    expect(drawScene(160, 90, 'input-1')).not.toEqual(drawScene(160, 90, 'input-2'));
  });

  it('covers every pixel of even the smallest image', () => {
    for (const [width, height] of [
      [160, 90],
      [1, 1],
      [3, 200],
    ] as const) {
      const { data } = PNG.sync.read(drawScene(width, height, 1));
      expect(data.filter((_, index) => index % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
    }
  });

  it('draws objects exactly where they are', () => {
    const car = { kind: 'car', left: 20, top: 50, right: 60, bottom: 80 } as const;
    const [without, with_] = [drawScene(160, 90, 7, []), drawScene(160, 90, 7, [car])].map(
      (png) => PNG.sync.read(png).data,
    );
    const changed = Array.from({ length: 160 * 90 }, (_, at) => at).filter((at) =>
      with_?.subarray(at * 4, at * 4 + 4).some((value, channel) => value !== without?.[at * 4 + channel]),
    );
    const [xs, ys] = [changed.map((at) => at % 160), changed.map((at) => Math.floor(at / 160))];
    expect([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]).toEqual([20, 50, 59, 79]);
  });

  it.each([
    [0, 10],
    [10, 0],
    [1.5, 10],
    [-1, 10],
    [10, 100_000],
    [Number.NaN, 10],
  ])('refuses an image of %d × %d pixels', (width, height) => {
    expect(() => drawScene(width, height, 1)).toThrow(RangeError);
  });
});

describe('drawMask', () => {
  it('is opaque white inside the polygon and transparent outside', () => {
    const { data, width, height } = PNG.sync.read(
      drawMask(8, 6, [
        { x: 2, y: 1 },
        { x: 6, y: 1 },
        { x: 6, y: 4 },
        { x: 2, y: 4 },
      ]),
    );
    expect([width, height]).toEqual([8, 6]);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const inside = x >= 2 && x < 6 && y >= 1 && y < 4;
        expect([...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)], `${x}, ${y}`).toEqual(
          Array(4).fill(inside ? 255 : 0),
        );
      }
    }
  });

  it('leaves the notch of a concave polygon transparent', () => {
    const letterU = [
      [0, 0],
      [2, 0],
      [2, 4],
      [4, 4],
      [4, 0],
      [6, 0],
      [6, 6],
      [0, 6],
    ].map(([x = 0, y = 0]) => ({ x, y }));
    const { data } = PNG.sync.read(drawMask(6, 6, letterU));
    expect(data[(1 * 6 + 3) * 4]).toBe(0);
    expect(data[(1 * 6 + 5) * 4]).toBe(255);
    expect(data[(5 * 6 + 3) * 4]).toBe(255);
  });

  it('clips the polygon at the edges of the image and is empty without a polygon', () => {
    const all = PNG.sync.read(
      drawMask(4, 4, [
        { x: -9, y: -9 },
        { x: 99, y: -9 },
        { x: 99, y: 99 },
        { x: -9, y: 99 },
      ]),
    );
    expect(all.data.every((byte) => byte === 255)).toBe(true);
    expect(PNG.sync.read(drawMask(4, 4, [])).data.every((byte) => byte === 0)).toBe(true);
  });
});
