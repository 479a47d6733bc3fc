/** The script of a thread: calls a function for each frame of the ranges that the thread of the archive sends. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { ReadEntry } from '../entry-store.ts';
import { ArchiveEntryError } from '../errors.ts';
import { createFrameReader, FULL, type ReadFrame, SIMPLE } from '../frames/frame-format.ts';
import { createRecords, type FrameKey } from '../frames/frame-index.ts';
import type { EntryBytes } from '../shared-entries.ts';
import type { ZipEntry } from '../zip/entry-table.ts';
import { openSharedStore, type SharedStore } from '../zip/zip-entry-store.ts';
import { loadMapper } from './load-mapper.ts';
import {
  type BadEntry,
  cloneable,
  type FromThread,
  isCloneable,
  type MappedFrames,
  type ThreadSetup,
  type ToThread,
} from './messages.ts';

if (parentPort) await serve(parentPort, workerData);

async function serve(port: MessagePort, setup: ThreadSetup): Promise<void> {
  const reads = new Map<number, PromiseWithResolvers<Buffer>>();
  const shared = openSharedStore({
    ...setup,
    read(start, length) {
      const read = Promise.withResolvers<Buffer>();
      const id = nextId();
      reads.set(id, read);
      post(port, { kind: 'read', id, start, length });
      return read.promise;
    },
  });
  const mapping = prepare(setup, shared).catch((error: unknown) => {
    post(port, { kind: 'not loaded', error: cloneable(error) });
    return undefined;
  });
  // One range after the other, although a function may wait.
  let last: Promise<unknown> = mapping;
  port.on('message', (message: ToThread) => {
    if (message.kind === 'map') {
      const { bytes } = message;
      last = last.then(async () => {
        const ready = await mapping;
        if (ready) answer(port, bytes.memory, await mapRange(ready, bytes));
      });
      return;
    }
    const read = reads.get(message.id);
    reads.delete(message.id);
    if (message.kind === 'read') read?.resolve(Buffer.from(message.bytes.buffer));
    else read?.reject(message.error);
  });
}

let ids = 0;

function nextId(): number {
  ids += 1;
  return ids;
}

interface Mapping {
  readonly shared: SharedStore;
  readonly readFrame: ReadFrame<ZipEntry, FrameKey>;
  map(frame: FrameKey): unknown;
}

async function prepare(setup: ThreadSetup, shared: SharedStore): Promise<Mapping> {
  const { format, layout, mapper, data } = setup;
  const { store } = shared;
  const recordOf = createRecords(store, layout);
  const read =
    format === 'full' ? createFrameReader(store, recordOf, FULL) : createFrameReader(store, recordOf, SIMPLE);
  // The caller has stated that the function takes these frames and this data.
  const call = (await loadMapper(mapper)) as (frame: FrameKey, data: unknown) => unknown;
  return { shared, readFrame: read, map: (frame) => call(frame, data) };
}

/** The frames of the values, to say which one cannot be sent. */
type Mapped = MappedFrames & { readonly frames: readonly FrameKey[] };

async function mapRange({ shared, readFrame, map }: Mapping, bytes: EntryBytes): Promise<Mapped> {
  const values: unknown[] = [];
  const frames: FrameKey[] = [];
  const bad: BadEntry[] = [];
  for await (const results of shared.readBytes(bytes)) {
    for (const result of results) {
      const frame = tryFrame(readFrame, result);
      if (frame instanceof ArchiveEntryError) {
        bad.push(badEntry(frame, values.length));
        continue;
      }
      const { task_id, input_data_id } = frame;
      try {
        const value = map(frame);
        values.push(isThenable(value) ? await value : value);
      } catch (error) {
        return { values, frames, bad, failure: { frame: { task_id, input_data_id }, error: cloneable(error) } };
      }
      frames.push({ task_id, input_data_id });
    }
  }
  return { values, frames, bad };
}

/** Only what has to be waited for is: a wait for each frame takes longer than many functions. */
function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function tryFrame(read: ReadFrame<ZipEntry, FrameKey>, result: ReadEntry<ZipEntry>): FrameKey | ArchiveEntryError {
  if ('error' in result) return result.error;
  try {
    return read(result.entry, result.content);
  } catch (error) {
    if (error instanceof ArchiveEntryError) return error;
    throw error;
  }
}

function badEntry({ message, entry, field, cause }: ArchiveEntryError, after: number): BadEntry {
  return { after, message, entry, field, cause: cloneable(cause) };
}

function answer(port: MessagePort, memory: ArrayBuffer, { frames, ...mapped }: Mapped): void {
  try {
    post(port, { kind: 'mapped', mapped, memory }, [memory]);
  } catch (error) {
    post(port, { kind: 'mapped', mapped: untilUncloneable(mapped, frames, error), memory }, [memory]);
  }
}

function untilUncloneable(mapped: MappedFrames, frames: readonly FrameKey[], error: unknown): MappedFrames {
  const at = mapped.values.findIndex((value) => !isCloneable(value));
  const frame = frames[at];
  if (!frame) throw error;
  const bad = mapped.bad.filter(({ after }) => after <= at);
  return { values: mapped.values.slice(0, at), bad, failure: { frame, error: cloneable(error) } };
}

function post(port: MessagePort, message: FromThread, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}
