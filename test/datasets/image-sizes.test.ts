import { describe, expect, it } from 'vitest';
import { imageSizesOf, readImageSizes } from '../../lib/datasets/index.ts';

const image = (input_data_id: string, width: number, height: number) => ({
  input_data_id,
  system_metadata: { _type: 'Image', original_resolution: { width, height } } as const,
});

describe('the sizes of images', () => {
  it('are found by input data, however many there are', async () => {
    const count = 50_000;
    const sizes = await readImageSizes(Array.from({ length: count }, (_, n) => image(`input-${n}`, n + 1, 2 * n + 1)));
    expect(sizes.count).toBe(count);
    for (let n = 0; n < count; n += 97) {
      expect(sizes.sizeOf(`input-${n}`)).toEqual({ width: n + 1, height: 2 * n + 1 });
    }
    expect(sizes.sizeOf('another')).toBeUndefined();
  });

  it('can be used by another thread', async () => {
    const { rows, count } = await readImageSizes([image('a', 3, 4)]);
    expect(imageSizesOf({ rows, count }).sizeOf('a')).toEqual({ width: 3, height: 4 });
  });

  it('are unknown for videos, custom data and images that Annofab could not read', async () => {
    const sizes = await readImageSizes([
      { input_data_id: 'video', system_metadata: { _type: 'Movie', input_duration: 3 } },
      { input_data_id: 'cloud', system_metadata: { _type: 'Custom' } },
      { input_data_id: 'broken', system_metadata: { _type: 'Image', original_resolution: null } },
      image('nothing', 0, 0),
      image('less than a pixel', 100, 0.5),
      image('more than 32 bits', 5e9, 100),
    ]);
    expect(sizes.count).toBe(0);
  });
});
