import type { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { raceSignal } from '../core/async/race-signal.ts';
import { isJsonObject } from '../core/json.ts';
import { MAX_PARTS } from './part-size.ts';

/** The time to abort an upload: the invocation may be near its end, and S3 may be the cause. */
const ABORT_TIMEOUT_MS = 10_000;

export interface UploadTarget {
  Bucket: string;
  Key: string;
  ContentType: string;
}

export interface UploadOptions {
  readonly partSizeBytes: number;
  /** How many parts are sent at the same time. Memory holds these, and one more that is being filled. */
  readonly partsInFlight: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Streams a body into one object. The SDK's own `Upload` leaves requests running after an abort and cleans up in the
 * background; here everything has ended when the promise settles, because a Lambda is frozen right after that.
 *
 * A body that fits into one part is sent by a plain PutObject.
 *
 * @throws the error of the body or the SDK, or the signal's reason, after the upload was aborted
 */
export async function multipartUpload(
  s3: S3Client,
  target: UploadTarget,
  body: Readable | AsyncIterable<Uint8Array>,
  { partSizeBytes, partsInFlight, signal }: UploadOptions,
): Promise<{ etag: string; bytes: number }> {
  const failure = new AbortController();
  const stop = signal === undefined ? failure.signal : AbortSignal.any([signal, failure.signal]);
  const buffers = bufferPool(partSizeBytes);
  const parts = partsOf(until(body, stop), buffers);
  try {
    const first = await parts.next();
    if (first.done) return await putWhole(s3, target, Buffer.alloc(0), stop);
    const second = await parts.next();
    if (second.done) return await putWhole(s3, target, first.value, stop);
    const all = withFront([first.value, second.value], parts);
    return await sendParts(s3, target, all, buffers, { partsInFlight, stop, failure });
  } catch (error) {
    throw stop.aborted ? stop.reason : error; // The SDK's own AbortError does not have the reason.
  } finally {
    await parts.return(undefined);
  }
}

async function putWhole(s3: S3Client, target: UploadTarget, part: Buffer, abortSignal: AbortSignal) {
  const { ETag } = await s3.send(new PutObjectCommand({ ...target, Body: part }), { abortSignal });
  return { etag: ETag ?? '', bytes: part.length };
}

async function sendParts(
  s3: S3Client,
  target: UploadTarget,
  parts: AsyncIterable<Buffer>,
  buffers: BufferPool,
  { partsInFlight, stop, failure }: { partsInFlight: number; stop: AbortSignal; failure: AbortController },
): Promise<{ etag: string; bytes: number }> {
  const { Bucket, Key } = target;
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ ...target, ChecksumAlgorithm: 'CRC32' }), {
    abortSignal: stop,
  });
  const upload = { Bucket, Key, UploadId };
  const sent: CompletedPart[] = [];
  const sending = new Set<Promise<void>>();
  let bytes = 0;

  const send = async (part: Buffer, PartNumber: number) => {
    try {
      const command = withoutContentHash(new UploadPartCommand({ ...upload, PartNumber, Body: part }));
      const { ETag, ChecksumCRC32 } = await s3.send(command, { abortSignal: stop });
      sent[PartNumber - 1] = { PartNumber, ETag, ChecksumCRC32 };
      buffers.give(part);
    } catch (error) {
      failure.abort(error); // The first failure is the reason; later ones follow from it.
    }
  };

  try {
    let number = 0;
    for await (const part of parts) {
      number += 1;
      if (number > MAX_PARTS)
        throw new Error(`${Key} has more than ${MAX_PARTS} parts: it is larger than its Content-Length`);
      bytes += part.length;
      const task: Promise<void> = send(part, number).finally(() => sending.delete(task));
      sending.add(task);
      if (sending.size >= partsInFlight) await Promise.race(sending);
    }
    await Promise.all(sending);
    stop.throwIfAborted();
    const complete = new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: sent } });
    const { ETag } = await s3.send(complete, { abortSignal: stop });
    return { etag: ETag ?? '', bytes };
  } catch (error) {
    failure.abort(error);
    await Promise.all(sending);
    // Without the caller's signal, which may have aborted. If this fails, the bucket's lifecycle rule cleans up.
    const abortSignal = AbortSignal.timeout(ABORT_TIMEOUT_MS);
    await s3.send(new AbortMultipartUploadCommand(upload), { abortSignal }).catch(() => undefined);
    throw error;
  }
}

/**
 * S3 compares each part with its CRC-32, and that is a signed header. The SDK would also hash the part for the signature, which
 * costs more processor time than all else that an upload computes.
 */
function withoutContentHash(command: UploadPartCommand): UploadPartCommand {
  command.middlewareStack.add(
    (next) => (args) => {
      const headers = isJsonObject(args.request) ? args.request['headers'] : undefined;
      if (isJsonObject(headers)) Object.assign(headers, { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' });
      return next(args);
    },
    { step: 'build', name: 'withoutContentHash' },
  );
  return command;
}

/** Reuses buffers, so that the memory of an upload does not depend on the garbage collector. */
interface BufferPool {
  take(): Buffer;
  give(buffer: Buffer): void;
}

function bufferPool(size: number): BufferPool {
  const free: Buffer[] = [];
  return {
    take: () => free.pop() ?? Buffer.allocUnsafeSlow(size),
    give: (buffer) => {
      if (buffer.length === size) free.push(buffer);
    },
  };
}

/** Cuts a stream into full buffers; the last one may be shorter. */
async function* partsOf(
  chunks: AsyncIterable<Uint8Array>,
  buffers: BufferPool,
): AsyncGenerator<Buffer, void, undefined> {
  let part = buffers.take();
  let filled = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; ) {
      const taken = chunk.subarray(from, from + part.length - filled);
      part.set(taken, filled);
      filled += taken.length;
      from += taken.length;
      if (filled < part.length) continue;
      yield part;
      part = buffers.take();
      filled = 0;
    }
  }
  if (filled > 0) yield part.subarray(0, filled);
}

async function* withFront<T>(front: readonly T[], rest: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  yield* front;
  yield* rest;
}

/** The same items until the signal aborts, even if the source is silent at that time. */
async function* until<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T, void, undefined> {
  const items = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const item = await raceSignal(signal, () => items.next());
      if (item.done) return;
      yield item.value;
    }
  } finally {
    // Without await, because a silent source never settles.
    void items.return?.()?.catch(() => undefined);
  }
}
