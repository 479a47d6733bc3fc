import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { HeadObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { createDataset, type Dataset } from '../../lib/aws/dataset.ts';
import { abortedBy } from '../../lib/aws/sdk-options.ts';
import type { OwnStorage, StoredFile } from '../../lib/datasets/index.ts';
import { writeWholeFile } from '../files/write-whole-file.ts';

/** Attempts in a row that brought nothing, before a download fails. */
const ATTEMPTS = 3;

interface ObjectPath {
  readonly bucket: string;
  readonly key: string;
}

/** The files at `s3://{bucket}/{key}`, with the AWS credentials of the user. */
export function ownS3(client: S3Client): OwnStorage {
  return {
    async find(path, { signal }) {
      const { bucket, key } = parsePath(path);
      try {
        const command = new HeadObjectCommand({ Bucket: bucket, Key: key });
        const { ContentLength, ETag } = await client.send(command, abortedBy(signal));
        if (ContentLength === undefined || ETag === undefined)
          throw new Error(`S3 answered without a size or an ETag for ${path}.`);
        return { bytes: ContentLength, etag: ETag };
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw explained(error, path);
      }
    },
    async download(path, file, to, { signal }) {
      const { bucket, key } = parsePath(path);
      await writeWholeFile(to, (temporary) => {
        const body = bodyOf(createDataset({ bucket, client }), { path, key, file }, signal);
        return pipeline(body, createWriteStream(temporary), { signal });
      });
    },
  };
}

/** The bytes of an object. After a cut, the rest of the very same object is requested. */
async function* bodyOf(
  dataset: Dataset,
  { path, key, file: { bytes, etag } }: { readonly path: string; readonly key: string; readonly file: StoredFile },
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  let read = 0;
  for (let failures = 0; read < bytes; ) {
    const before = read;
    try {
      const part = await dataset.open(key, { range: { start: read, end: bytes }, etag, signal });
      if (part === undefined) throw new ChangedError(path);
      for await (const chunk of part.body) {
        read += chunk.length;
        yield chunk;
      }
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof S3ServiceException || error instanceof ChangedError) throw explained(error, path);
      failures = read > before ? 0 : failures + 1;
      if (failures === ATTEMPTS) throw error;
    }
  }
}

class ChangedError extends Error {
  constructor(path: string) {
    super(`${path} was changed or deleted while it was read: run the command again.`);
  }
}

function parsePath(path: string): ObjectPath {
  const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/s.exec(path) ?? [];
  if (bucket === undefined || key === undefined) throw new Error(`${path} is not s3://{bucket}/{key}.`);
  return { bucket, key };
}

function explained(error: unknown, path: string): unknown {
  if (statusOf(error) !== 403) return error;
  return new Error(
    `Access to ${path} was denied. The AWS credentials need s3:GetObject for it, and s3:ListBucket for its bucket: without that, S3 also denies a file that does not exist.`,
    { cause: error },
  );
}

function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}
