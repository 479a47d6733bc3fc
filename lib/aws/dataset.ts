import type { Readable } from 'node:stream';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { lazy } from '../core/lazy.ts';
import { multipartUpload } from './multipart-upload.ts';
import { partSizeFor } from './part-size.ts';
import { abortedBy } from './sdk-options.ts';

/** The bucket that the annotations go to: what the automations need of S3, and nothing else. */
export interface Dataset {
  /** Writes an object, whatever was there. With `sha256` (hex), S3 refuses other bytes than these. */
  put(
    key: string,
    body: Uint8Array | string,
    o: { contentType: string; sha256?: string; signal?: AbortSignal },
  ): Promise<void>;
  /** A small text object, or nothing if there is none. */
  read(key: string, o?: { signal?: AbortSignal }): Promise<{ text: string; etag: string } | undefined>;
  /**
   * Writes only if the object still is what was read: `etag` as {@link read} gave it, `undefined` if there was none.
   * `changed`: someone else was first, and nothing was written. It may also be said after an attempt whose answer got
   * lost: whoever reads the object again sees its own writing.
   */
  replace(
    key: string,
    body: string,
    o: { contentType: string; etag: string | undefined; signal?: AbortSignal },
  ): Promise<'written' | 'changed'>;
  /**
   * Writes an object of any size from a stream, holding a few parts of it at a time. Nothing is visible before the stream
   * has ended well: when it throws, or the signal aborts, the parts are taken back and the error is thrown on.
   *
   * @param o.contentLength the size in bytes, if known: it decides how large the parts are
   */
  upload(
    key: string,
    body: Readable | AsyncIterable<Uint8Array>,
    o: { contentType: string; contentLength?: number; signal?: AbortSignal },
  ): Promise<{ etag: string; bytes: number }>;
  /** The objects whose key starts so, in the order of their keys. */
  list(prefix: string, o?: { signal?: AbortSignal }): AsyncIterable<{ key: string; bytes: number }>;
  delete(keys: readonly string[], o?: { signal?: AbortSignal }): Promise<void>;
}

/** S3 deletes at most so many objects in one request. */
const DELETE_BATCH = 1000;

/**
 * @param o.client by default one for the region and credentials of the environment, and for `AWS_ENDPOINT_URL_S3` if that
 * is set. The caller's role needs `s3:ListBucket` too: without it S3 answers 403 where an object is missing.
 */
export function createDataset({ bucket, client = s3Client() }: { bucket: string; client?: S3Client }): Dataset {
  const at = (key: string) => ({ Bucket: bucket, Key: key });

  return {
    async put(key, body, { contentType, sha256, signal }) {
      const checksum = sha256 === undefined ? {} : { ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64') };
      await client.send(
        new PutObjectCommand({ ...at(key), Body: body, ContentType: contentType, ...checksum }),
        abortedBy(signal),
      );
    },

    async read(key, { signal } = {}) {
      try {
        const { Body, ETag } = await client.send(new GetObjectCommand(at(key)), abortedBy(signal));
        if (Body === undefined || ETag === undefined) throw new Error(`S3 answered without body or ETag for ${key}`);
        return { text: await Body.transformToString('utf-8'), etag: ETag };
      } catch (error) {
        if (hasStatus(error, 404)) return undefined;
        throw error;
      }
    },

    async replace(key, body, { contentType, etag, signal }) {
      const condition = etag === undefined ? { IfNoneMatch: '*' } : { IfMatch: etag };
      try {
        await client.send(
          new PutObjectCommand({ ...at(key), Body: body, ContentType: contentType, ...condition }),
          abortedBy(signal),
        );
        return 'written';
      } catch (error) {
        // 412: another version is there. 409: one is being written now. 404: the version to be replaced is gone.
        if (hasStatus(error, 412) || isConditionalConflict(error) || (etag !== undefined && hasStatus(error, 404))) {
          return 'changed';
        }
        throw error;
      }
    },

    upload(key, body, { contentType, contentLength, signal }) {
      const target = { ...at(key), ContentType: contentType };
      const partSizeBytes = partSizeFor(contentLength);
      return multipartUpload(client, target, body, { partSizeBytes, ...(signal === undefined ? {} : { signal }) });
    },

    async *list(prefix, { signal } = {}) {
      const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix }, abortedBy(signal));
      for await (const { Contents = [] } of pages) {
        for (const { Key, Size } of Contents) if (Key !== undefined) yield { key: Key, bytes: Size ?? 0 };
      }
    },

    async delete(keys, { signal } = {}) {
      for (let start = 0; start < keys.length; start += DELETE_BATCH) {
        const Objects = keys.slice(start, start + DELETE_BATCH).map((Key) => ({ Key }));
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
          abortedBy(signal),
        );
        const [first] = Errors;
        if (first !== undefined) {
          throw new Error(`${Errors.length} objects could not be deleted, such as ${first.Key}: ${first.Message}`);
        }
      }
    },
  };
}

/** Within these times S3 has connected and begun to answer, or the SDK tries again. A part of an archive may take long. */
const requestHandler = { connectionTimeout: 3_000, requestTimeout: 60_000, throwOnRequestTimeout: true };

/** The process's one client of Amazon S3. A bucket's name cannot become part of another server's host name. */
const s3Client = lazy(
  () => new S3Client({ requestHandler, forcePathStyle: process.env['AWS_ENDPOINT_URL_S3'] !== undefined }),
);

function hasStatus(error: unknown, status: number): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === status;
}

function isConditionalConflict(error: unknown): boolean {
  return hasStatus(error, 409) && error instanceof Error && error.name === 'ConditionalRequestConflict';
}
