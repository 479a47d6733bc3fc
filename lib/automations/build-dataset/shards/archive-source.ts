import type { ByteSource } from '../../../annofab/archives/zip/index.ts';
import type { Dataset } from '../../../aws/dataset.ts';
import { NonRetryableError } from '../../../runtime/outcomes.ts';

/** The very object that was planned with: a shard of another archive would not fit to the others. */
export interface ArchiveObject {
  readonly key: string;
  readonly etag: string;
  readonly bytes: number;
}

/** @throws NonRetryableError when there is no such archive */
export async function findArchive(dataset: Dataset, key: string, signal: AbortSignal): Promise<ArchiveObject> {
  const found = await dataset.open(key, { range: { start: 0, end: 1 }, signal });
  if (found === undefined) throw new NonRetryableError(`There is no archive ${key}: name a version that was mirrored`);
  for await (const _ of found.body);
  return { key, etag: found.etag, bytes: found.bytes };
}

/** Reads an archive in the bucket by ranges. */
export function archiveSource(
  dataset: Dataset,
  { key, etag, bytes }: ArchiveObject,
  invocation: AbortSignal,
): ByteSource {
  return {
    name: key,
    size: bytes,
    async read(start, length, signal = invocation) {
      const part = await dataset.open(key, { range: { start, end: start + length }, etag, signal });
      if (part === undefined) throw new NonRetryableError(`The archive ${key} is not the one that was planned with`);
      const chunks: Uint8Array[] = [];
      for await (const chunk of part.body) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
    async close() {},
  };
}
