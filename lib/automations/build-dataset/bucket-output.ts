import type { Dataset } from '../../aws/dataset.ts';
import type { OutputFile, WorkFolder } from '../../datasets/index.ts';
import { keyUnder } from '../bucket/dataset-keys.ts';
import { contentTypeOf } from './content-type.ts';
import { createWindow } from './window.ts';

/** A file up to this size is one object by one request; a larger one is sent in parts while it is written. */
const WHOLE_FILE_BYTES = 4 * 2 ** 20;

/** Small files that are being sent at the same time: each waits for S3, about 20 ms. */
const WINDOW = { files: 48, bytes: 16 * 2 ** 20 };

/**
 * Writes a dataset under a prefix of the bucket. Small files are sent many at a time: `flush` waits for them. Memory holds up to
 * 16 MiB of small files; and of each file that is open, up to 4 MiB, or a few parts of 8 MiB when it is larger. The SDK
 * repeats requests that fail; a file whose writing failed never appears.
 *
 * @param prefix ends with `/`
 */
export function bucketOutput(
  dataset: Dataset,
  prefix: string,
  { signal }: { signal?: AbortSignal | undefined } = {},
): WorkFolder {
  const window = createWindow(WINDOW);
  const put = async (path: string, content: string | Uint8Array) => {
    await dataset.put(keyUnder(prefix, path), content, { contentType: contentTypeOf(path), signal });
  };
  const upload = (path: string, body: AsyncIterable<Uint8Array>) =>
    // The size is not known. A length of 0 gives the smallest parts, of which 9,000 are 72 GB.
    dataset.upload(keyUnder(prefix, path), body, { contentType: contentTypeOf(path), contentLength: 0, signal });
  return {
    writeFile(path, content) {
      // The caller may use its buffer again.
      const own = typeof content === 'string' ? content : Buffer.from(content);
      return window.add(own.length, () => put(path, own));
    },
    createFile: (path) => createFile({ put: (content) => put(path, content), upload: (body) => upload(path, body) }),
    async *readFile(path) {
      yield* (await dataset.open(keyUnder(prefix, path), { signal }))?.body ?? [];
    },
    flush: () => window.flush(),
  };
}

interface Sender {
  put(content: Uint8Array): Promise<void>;
  upload(body: AsyncIterable<Uint8Array>): Promise<unknown>;
}

function createFile({ put, upload }: Sender): OutputFile {
  let pieces: Buffer[] = [];
  let bytes = 0;
  let large: Pipe | undefined;
  return {
    write(content) {
      const piece = Buffer.from(content);
      if (large) return large.write(piece);
      pieces.push(piece);
      bytes += piece.length;
      if (bytes <= WHOLE_FILE_BYTES) return;
      large = createPipe(upload);
      const start = Buffer.concat(pieces);
      pieces = [];
      return large.write(start);
    },
    end: () => (large ? large.end() : put(Buffer.concat(pieces))),
  };
}

/** Turns pieces that are written into a stream that is read. */
interface Pipe {
  /** Resolves when the reader has taken the piece. @throws the error of the reader */
  write(piece: Buffer): Promise<void>;
  end(): Promise<void>;
}

function createPipe(read: (body: AsyncIterable<Buffer>) => Promise<unknown>): Pipe {
  let offered = Promise.withResolvers<Buffer | undefined>();
  let taken = Promise.withResolvers<void>();
  async function* body() {
    for (;;) {
      const piece = await offered.promise;
      offered = Promise.withResolvers();
      if (piece === undefined) return;
      yield piece;
      // Only now: the reader has copied it.
      const done = taken;
      taken = Promise.withResolvers();
      done.resolve();
    }
  }
  const reading = read(body());
  let failure: { readonly error: unknown } | undefined;
  reading.catch((error: unknown) => {
    failure = { error };
    // Nobody may wait: then the next write, or the end, throws it.
    taken.promise.catch(() => undefined);
    taken.reject(error);
  });
  return {
    async write(piece) {
      if (failure) throw failure.error;
      const next = taken.promise;
      offered.resolve(piece);
      await next;
    },
    async end() {
      offered.resolve(undefined);
      await reading;
    },
  };
}
