import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { readMask, writeMask } from '../../../lib/annofab/masks/index.ts';
import { drawMask } from '../../../local/annofab/seed/draw.ts';

/** A PNG of one row with these RGBA pixels. */
function png(...pixels: readonly (readonly [number, number, number, number])[]): Buffer {
  const image = new PNG({ width: pixels.length, height: 1 });
  image.data = Buffer.from(pixels.flat());
  return PNG.sync.write(image);
}

/** Nearer to white, by ITU-R BT.601. */
function wanted(rgba: Buffer): Uint8Array {
  return Uint8Array.from({ length: rgba.length / 4 }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(4 * at, 4 * at + 3);
    return 299 * red + 587 * green + 114 * blue >= 128_000 ? 1 : 0;
  });
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

describe('masks', () => {
  it('are read back as they were written', () => {
    const size = fc.integer({ min: 1, max: 40 });
    const mask = fc.tuple(size, size).chain(([width, height]) =>
      fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        pixels: fc
          .array(fc.boolean(), { minLength: width * height, maxLength: width * height })
          .map((pixels) => Uint8Array.from(pixels, Number)),
      }),
    );
    fc.assert(
      fc.property(mask, (one) => {
        expect(readMask(writeMask(one))).toEqual(one);
      }),
    );
  });

  it('are written white and opaque where they cover, black and transparent elsewhere, as RGBA', () => {
    const written = writeMask({ width: 2, height: 1, pixels: Uint8Array.of(0, 1) });
    expect([...PNG.sync.read(written).data]).toEqual([0, 0, 0, 0, 255, 255, 255, 255]);
    const [bitDepth, colourType] = [written[24], written[25]];
    expect([bitDepth, colourType]).toEqual([8, 6]);
  });

  it('are read by luminance, whatever the alpha is', () => {
    const pixels = png([255, 255, 255, 255], [0, 0, 0, 0], [0, 0, 0, 255], [200, 200, 200, 255], [90, 90, 90, 255]);
    expect([...readMask(pixels).pixels]).toEqual([1, 0, 0, 1, 0]);
  });

  it.each([
    ['none', 0],
    ['sub', 1],
    ['up', 2],
    ['average', 3],
    ['Paeth', 4],
    ['the best for each row', -1],
  ])('are read whatever the filter of their rows is: %s', (_name, filterType) => {
    const image = fc.record({
      width: fc.integer({ min: 1, max: 9 }),
      // Few different bytes make runs, as in a mask.
      bytes: fc.array(fc.constantFrom(0, 0, 255, 255, 1, 127, 128, 200), { minLength: 1, maxLength: 400 }),
    });
    fc.assert(
      fc.property(image, ({ width, bytes }) => {
        const height = Math.ceil(bytes.length / width / 4);
        const picture = new PNG({ width, height });
        for (const at of picture.data.keys()) picture.data[at] = bytes[at % bytes.length] ?? 0;
        const rgba = PNG.sync.write(picture, { filterType });
        // Without alpha, it is not of the kind that has a reader of its own.
        const rgb = PNG.sync.write(picture, { filterType, colorType: 2 });
        expect(readMask(rgba).pixels).toEqual(wanted(picture.data));
        expect(readMask(rgb)).toMatchObject({ width, height });
      }),
    );
  });

  it('of the emulator are read with the right size and area', () => {
    const { width, height, pixels } = readMask(
      drawMask(20, 10, [
        { x: 2, y: 1 },
        { x: 7, y: 1 },
        { x: 7, y: 4 },
        { x: 2, y: 4 },
      ]),
    );
    expect([width, height, pixels.reduce((sum, pixel) => sum + pixel, 0)]).toEqual([20, 10, 15]);
    expect(pixels[1 * width + 2]).toBe(1);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['no PNG', Buffer.from('GIF89a and more than that'), /not a PNG/],
    ['nothing', Buffer.alloc(0), /not a PNG/],
    ['cut short', writeMask({ width: 9, height: 9, pixels: new Uint8Array(81) }).subarray(0, 45), /damaged/],
  ])('are refused when the bytes are %s', (_name, bytes, message) => {
    expect(() => readMask(bytes)).toThrow(message);
  });

  it('are refused before they are decoded when they claim to be too large', () => {
    const bytes = png([0, 0, 0, 0]);
    bytes.writeUInt32BE(100_000, 16);
    bytes.writeUInt32BE(100_000, 20);
    expect(() => readMask(bytes)).toThrow('more than the 67108864 allowed');
    expect(() => readMask(png([0, 0, 0, 0], [0, 0, 0, 0]), { maxPixels: 1 })).toThrow(RangeError);
  });

  it.each([
    ['RGBA', 6],
    ['grey', 0],
  ])('are refused when a second header claims another size (%s)', (_, colorType) => {
    const header = (size: number) => chunk('IHDR', Buffer.from([0, 0, 0, size, 0, 0, 0, size, 8, colorType, 0, 0, 0]));
    const rows = deflateSync(Buffer.alloc(100 * (1 + 100 * (colorType === 6 ? 4 : 1))));
    const parts = [header(1), header(100), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))];
    const bytes = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
    expect(() => readMask(bytes, { maxPixels: 1 })).toThrow(/begin with its only header/);
  });

  it.each([
    [2, 2, 3],
    [0, 1, 0],
    [1.5, 2, 3],
  ])('of %s × %s with %s pixels are not written', (width, height, count) => {
    expect(() => writeMask({ width, height, pixels: new Uint8Array(count) })).toThrow(RangeError);
  });
});
