import type { Dataset } from '../../aws/dataset.ts';

/** The most that S3 lists and deletes in one request. */
const BATCH = 1_000;

/** Deletes all objects under a prefix, with a thousand keys in memory. @returns how many there were */
export async function deleteObjects(
  dataset: Pick<Dataset, 'list' | 'delete'>,
  prefix: string,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<number> {
  let count = 0;
  let batch: string[] = [];
  const deleteBatch = async () => {
    await dataset.delete(batch, { signal });
    count += batch.length;
    batch = [];
  };
  for await (const { key } of dataset.list(prefix, { signal })) {
    batch.push(key);
    if (batch.length === BATCH) await deleteBatch();
  }
  await deleteBatch();
  return count;
}
