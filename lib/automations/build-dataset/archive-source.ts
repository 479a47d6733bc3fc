import type { ByteSource } from '../../annofab/archives/index.ts';
import type { Dataset } from '../../aws/dataset.ts';
import { anySignal } from '../../core/async/any-signal.ts';
import { LoggableError } from '../../core/loggable-error.ts';

/** An object in the bucket, and no other that may take its key. */
export interface BucketObject {
  readonly key: string;
  readonly etag: string;
  readonly bytes: number;
}

/** @throws LoggableError when it is not there */
export async function findObject(dataset: Dataset, key: string, signal?: AbortSignal): Promise<BucketObject> {
  const first = await dataset.open(key, { range: { start: 0, end: 1 }, signal });
  if (first === undefined) throw missing(key);
  for await (const _ of first.body);
  return { key, etag: first.etag, bytes: first.bytes };
}

/** Reads a ZIP in the bucket by ranges. @throws LoggableError when it is not there, or was replaced while it was read */
export async function openBucketSource(dataset: Dataset, key: string, signal?: AbortSignal): Promise<ByteSource> {
  return bucketSource(dataset, await findObject(dataset, key, signal), signal);
}

/** Reads an object that was found before by ranges. It throws a LoggableError when the object is not there any more. */
export function bucketSource(
  dataset: Dataset,
  { key, etag, bytes: size }: BucketObject,
  signal?: AbortSignal,
): ByteSource {
  const readInto = async (target: Buffer, start: number, ofRead?: AbortSignal) => {
    const range = { start, end: start + target.length };
    const part = await dataset.open(key, { range, etag, signal: anySignal(signal, ofRead) });
    if (part === undefined) throw missing(key);
    let filled = 0;
    for await (const chunk of part.body) {
      target.set(chunk, filled);
      filled += chunk.length;
    }
    if (filled !== target.length)
      throw new LoggableError(`${key}: S3 answered with ${filled} bytes of ${target.length}`);
  };
  return {
    name: key,
    size,
    async read(start, length, ofRead) {
      const target = Buffer.allocUnsafe(length);
      await readInto(target, start, ofRead);
      return target;
    },
    readInto,
    async close() {},
  };
}

function missing(key: string): LoggableError {
  return new LoggableError(`${key} is not in the bucket, or was replaced while it was read`);
}
