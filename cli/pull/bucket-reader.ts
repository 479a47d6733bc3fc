import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { createDataset } from '../../lib/aws/dataset.ts';
import { writeWholeFile } from '../files/write-whole-file.ts';

/** A file of the bucket, and what its manifest says about it. */
export interface ExpectedFile {
  readonly key: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** The dataset bucket, for reading. */
export interface BucketReader {
  /** Reads a small text object, or `undefined` if it is not there. */
  read(key: string): Promise<string | undefined>;
  /** The parts of the keys between the prefix and the next slash. */
  folders(prefix: string): Promise<string[]>;
  /** Copies an object to a path. The file appears when it is complete and has its SHA-256. @throws Error when it has another */
  download(file: ExpectedFile, path: string): Promise<void>;
}

/** Bytes may be lost on the way: a file is requested again before the command fails. */
const ATTEMPTS = 3;

export function createBucketReader(client: S3Client, bucket: string, signal: AbortSignal): BucketReader {
  const dataset = createDataset({ bucket, client });
  const get = (Key: string) => client.send(new GetObjectCommand({ Bucket: bucket, Key }), { abortSignal: signal });

  return {
    async read(key) {
      return (await dataset.read(key, { signal }))?.text;
    },

    async folders(prefix) {
      const folders: string[] = [];
      const input = { Bucket: bucket, Prefix: prefix, Delimiter: '/' };
      for await (const { CommonPrefixes = [] } of paginateListObjectsV2({ client }, input, { abortSignal: signal })) {
        for (const { Prefix = '' } of CommonPrefixes) folders.push(Prefix.slice(prefix.length, -1));
      }
      return folders;
    },

    async download(file, path) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await writeWholeFile(path, async (temporary) =>
            copy(await bodyOf(await get(file.key), file.key), temporary, { file, signal }),
          );
        } catch (error) {
          signal.throwIfAborted();
          if (attempt === ATTEMPTS || error instanceof S3ServiceException) throw error;
        }
      }
    },
  };
}

async function bodyOf({ Body }: GetObjectCommandOutput, key: string): Promise<Readable> {
  if (Body instanceof Readable) return Body;
  throw new Error(`S3 answered without a body for ${key}`);
}

async function copy(
  body: Readable,
  path: string,
  { file, signal }: { file: ExpectedFile; signal: AbortSignal },
): Promise<void> {
  const hash = createHash('sha256');
  async function* hashed(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(body, hashed, createWriteStream(path), { signal });
  const sha256 = hash.digest('hex');
  if (sha256 !== file.sha256)
    throw new Error(`${file.key} has the SHA-256 ${sha256}, and its manifest has ${file.sha256}.`);
}
