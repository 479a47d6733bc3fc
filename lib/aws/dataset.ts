import { Readable } from 'node:stream';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { multipartUpload } from './multipart-upload.ts';
import { PARTS_IN_FLIGHT, partSizeFor } from './part-size.ts';
import { abortedBy } from './sdk-options.ts';

export interface OpenObjectOptions {
  readonly range?: { readonly start: number; readonly end: number } | undefined;
  readonly etag?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface OpenedObject {
  /** The bytes that were asked for. Read it to its end, or leave the loop. */
  readonly body: AsyncIterable<Uint8Array>;
  readonly etag: string;
  /** The size of the whole object. */
  readonly bytes: number;
}

/** The dataset bucket: the part of S3 that the automations need. */
export interface Dataset {
  /** Writes or overwrites an object. With `sha256` (hex), S3 refuses other bytes than these. */
  put(
    key: string,
    body: Uint8Array | string,
    o: { contentType: string; sha256?: string; signal?: AbortSignal | undefined },
  ): Promise<void>;
  /** Reads a small text object, or `undefined` if it does not exist. */
  read(key: string, o?: { signal?: AbortSignal | undefined }): Promise<{ text: string; etag: string } | undefined>;
  /**
   * Opens an object of any size, or a part of it, for reading. `undefined` if it does not exist.
   *
   * @param o.range positions of bytes, the end excluded
   * @param o.etag only this very object: another one counts as missing
   */
  open(key: string, o?: OpenObjectOptions): Promise<OpenedObject | undefined>;
  /**
   * Writes only if the object is still the one that was read (compare-and-set): `etag` is that of {@link read}, `undefined`
   * if there was no object. `changed` means that another writer was first and nothing was written. It may also follow a
   * write whose answer was lost: then a read returns the caller's own content.
   */
  replace(
    key: string,
    body: string,
    o: { contentType: string; etag: string | undefined; signal?: AbortSignal | undefined },
  ): Promise<'written' | 'changed'>;
  /**
   * Writes an object of any size from a stream, with a few parts of it in memory. The object appears only after the stream
   * has ended successfully: when it throws, or the signal aborts, the upload is aborted and the error is thrown.
   *
   * @param o.contentLength the size in bytes, if known: it determines the size of the parts
   */
  upload(
    key: string,
    body: Readable | AsyncIterable<Uint8Array>,
    o: { contentType: string; contentLength?: number; signal?: AbortSignal | undefined },
  ): Promise<{ etag: string; bytes: number }>;
  /** The objects whose key starts with the prefix, in the order of their keys. */
  list(prefix: string, o?: { signal?: AbortSignal | undefined }): AsyncIterable<{ key: string; bytes: number }>;
  delete(keys: readonly string[], o?: { signal?: AbortSignal | undefined }): Promise<void>;
}

/** The most objects that S3 deletes in one request. */
const DELETE_BATCH = 1000;

/**
 * @param o.client its role also needs `s3:ListBucket`: without it, S3 answers 403 for a missing object.
 */
export function createDataset({ bucket, client }: { bucket: string; client: S3Client }): Dataset {
  const at = (key: string) => ({ Bucket: bucket, Key: key });

  return {
    async put(key, body, { contentType, sha256, signal }) {
      const checksum = sha256 === undefined ? {} : { ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64') };
      // Without it, the SDK warns of each empty body, which it takes for a stream.
      const length = body.length === 0 ? { ContentLength: 0 } : {};
      await client.send(
        new PutObjectCommand({ ...at(key), Body: body, ContentType: contentType, ...checksum, ...length }),
        abortedBy(signal),
      );
    },

    async read(key, { signal } = {}) {
      try {
        const { Body, ETag } = await client.send(new GetObjectCommand(at(key)), abortedBy(signal));
        if (Body === undefined || ETag === undefined)
          throw new Error(`S3 answered without a body or an ETag for ${key}`);
        return { text: await Body.transformToString('utf-8'), etag: ETag };
      } catch (error) {
        if (hasStatus(error, 404)) return undefined;
        throw error;
      }
    },

    async open(key, { range, etag, signal } = {}) {
      const part = range && { Range: `bytes=${range.start}-${range.end - 1}` };
      const condition = etag === undefined ? {} : { IfMatch: etag };
      try {
        const command = new GetObjectCommand({ ...at(key), ...part, ...condition });
        const { Body, ETag, ContentLength, ContentRange } = await client.send(command, abortedBy(signal));
        if (!(Body instanceof Readable) || ETag === undefined)
          throw new Error(`S3 answered without a body or an ETag for ${key}`);
        const total = /\/(\d+)$/.exec(ContentRange ?? '')?.[1] ?? ContentLength;
        return { body: Body, etag: ETag, bytes: Number(total) };
      } catch (error) {
        if (hasStatus(error, 404) || hasStatus(error, 412)) return undefined;
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
        // 412: the object is another one. 409: another write is in progress. 404: the object to replace was deleted.
        if (hasStatus(error, 412) || isConditionalConflict(error) || (etag !== undefined && hasStatus(error, 404))) {
          return 'changed';
        }
        throw error;
      }
    },

    upload(key, body, { contentType, contentLength, signal }) {
      const target = { ...at(key), ContentType: contentType };
      return multipartUpload(client, target, body, {
        partSizeBytes: partSizeFor(contentLength),
        partsInFlight: PARTS_IN_FLIGHT,
        signal,
      });
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
          throw new Error(`${Errors.length} objects could not be deleted, for example ${first.Key}: ${first.Message}`);
        }
      }
    },
  };
}

function hasStatus(error: unknown, status: number): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === status;
}

function isConditionalConflict(error: unknown): boolean {
  return hasStatus(error, 409) && error instanceof Error && error.name === 'ConditionalRequestConflict';
}
