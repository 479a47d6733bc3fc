import { expect, it } from 'vitest';
import { deleteObjects } from '../../../lib/automations/bucket/delete-objects.ts';

it('deletes as many objects in one request as S3 takes, and all under the prefix', async () => {
  const deleted: string[][] = [];
  const dataset = {
    async *list(prefix: string) {
      for (let n = 0; n < 2_100; n += 1) yield { key: `${prefix}${n}`, bytes: 1 };
    },
    delete: async (keys: readonly string[]) => void deleted.push([...keys]),
  };
  expect(await deleteObjects(dataset, 'labels/')).toBe(2_100);
  expect(deleted.map((keys) => keys.length)).toEqual([1_000, 1_000, 100]);
  expect(new Set(deleted.flat()).size).toBe(2_100);
});
