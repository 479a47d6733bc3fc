import { availableParallelism } from 'node:os';
import { InvalidParameterError } from '../../errors.ts';
import { refuseUnknown } from '../../one-of.ts';
import type { OnBadEntry } from '../entry-store.ts';
import { ArchiveEntryError, FrameMapError } from '../errors.ts';
import { deferGenerator, flattenResults } from '../flatten-groups.ts';
import type { ReadOptions } from '../frames/frame-files.ts';
import type { FrameKey } from '../frames/frame-index.ts';
import type { EntryBytes, SharedEntries } from '../shared-entries.ts';
import { loadMapper } from './load-mapper.ts';
import type { MappedFrames, MapperAddress, ThreadSetup } from './messages.ts';
import { createThreadPool } from './thread-pool.ts';

/** A function that is called for each frame. With several threads, what it takes and returns is copied as by `structuredClone`. */
export type FrameMapper<Frame, Data = never, Result = unknown> = (frame: Frame, data: Data) => Result;

/** Which frames to map, and how. */
export interface MapFramesOptions<Data = unknown> extends ReadOptions {
  /** The name that the module exports the function under. Default `default`. */
  export?: string | undefined;
  /** How many threads call the function. 1: this one does. Default: the processors of the machine (`availableParallelism`). */
  threads?: number | undefined;
  /** The second argument of the function: the same for all frames. */
  data?: Data | undefined;
  /** Map only the frames of this task. */
  task_id?: string | undefined;
  /** Map only the frames for which this returns true. */
  where?: ((frame: FrameKey) => boolean) | undefined;
  /** Map only the frames at these positions, the end excluded. */
  range?: { readonly start: number; readonly end: number } | undefined;
}

const OPTIONS = ['export', 'threads', 'data', 'task_id', 'where', 'range', 'signal'];

/** More are a mistake: each takes memory for a JavaScript heap. */
const MAX_THREADS = 256;

/** How many ranges each thread has: the next one waits while one is mapped. */
const RANGES_PER_THREAD = 2;

/** The archive, as far as mapping needs it. */
export interface MappedArchive<Frame> extends Pick<ThreadSetup, 'name' | 'format' | 'layout'> {
  /** Undefined if only this thread can read it. */
  readonly shared: SharedEntries | undefined;
  readonly onBadEntry: OnBadEntry;
  readonly frames: () => AsyncGenerator<Frame, void, undefined>;
  select(): Iterable<number>;
  keyOf(frame: number): FrameKey;
  /** @throws ArchiveError */
  checkOpen(): void;
}

export function mapFrames<Frame extends FrameKey>(
  archive: MappedArchive<Frame>,
  module: string | URL,
  options: MapFramesOptions,
): AsyncGenerator<unknown, void, undefined> {
  return deferGenerator(() => startMapping(archive, module, options));
}

function startMapping<Frame extends FrameKey>(
  archive: MappedArchive<Frame>,
  module: string | URL,
  options: MapFramesOptions,
): AsyncGenerator<unknown, void, undefined> {
  refuseUnknown('mapFrames has no option', options, OPTIONS);
  const { export: exportName = 'default', threads = availableParallelism(), data, signal } = options;
  if (!Number.isInteger(threads) || threads < 1 || threads > MAX_THREADS)
    throw new InvalidParameterError(`threads must be a whole number from 1 to ${MAX_THREADS}.`);
  const mapper = { module: addressOf(module), exportName };
  archive.checkOpen();
  const { shared } = archive;
  if (threads === 1 || !shared) return mapHere(archive, mapper, data);
  const groups = mapInThreads({ ...archive, shared }, { mapper, data, threads, signal });
  return flattenResults(groups, (value) => {
    archive.checkOpen();
    signal?.throwIfAborted();
    return { done: false, value };
  });
}

function addressOf(module: string | URL): string {
  if (module instanceof URL) return module.href;
  if (URL.canParse(module)) return module;
  throw new InvalidParameterError("Give the module as a URL: new URL('./map.ts', import.meta.url).");
}

async function* mapHere<Frame extends FrameKey>(
  { name, frames }: MappedArchive<Frame>,
  address: MapperAddress,
  data: unknown,
): AsyncGenerator<unknown, void, undefined> {
  const mapper = await loadMapper(address).catch((error: unknown) => {
    throw new FrameMapError(`${name}: the function cannot be loaded: ${reasonOf(error)}`, { cause: error });
  });
  // The caller has stated that the function takes these frames and this data.
  const map = mapper as (frame: Frame, data: unknown) => unknown;
  for await (const frame of frames()) {
    const { task_id, input_data_id } = frame;
    let value: unknown;
    try {
      value = await map(frame, data);
    } catch (error) {
      throw mapperFailed(name, address, { task_id, input_data_id }, error);
    }
    yield value;
  }
}

interface ThreadOptions extends Pick<ThreadSetup, 'mapper' | 'data'> {
  readonly threads: number;
  readonly signal: AbortSignal | undefined;
}

async function* mapInThreads(
  archive: MappedArchive<FrameKey> & { readonly shared: SharedEntries },
  { mapper, data, threads, signal }: ThreadOptions,
): AsyncGenerator<Iterable<unknown>, void, undefined> {
  const { name, format, layout, shared } = archive;
  const frames = archive.select();
  const setup = { name, format, layout, mapper, data, size: shared.size, columns: shared.columns };
  const pool = createThreadPool({
    setup,
    threads,
    read: shared.read,
    toError: (problem, cause, { indices }) => threadFailed(archive, indices, problem, cause),
  });
  try {
    for await (const mapped of shared.workAhead(frames, threads * RANGES_PER_THREAD, pool.map, signal)) {
      yield valuesOf(archive, mapper, mapped);
    }
  } finally {
    await pool.close();
  }
}

/** The values, with what went wrong in its place among them. */
function* valuesOf(
  { name, onBadEntry }: MappedArchive<FrameKey>,
  mapper: MapperAddress,
  { values, bad, failure }: MappedFrames,
): Generator<unknown, void, undefined> {
  let at = 0;
  for (const { after, message, ...details } of bad) {
    for (; at < after; at += 1) yield values[at];
    onBadEntry(new ArchiveEntryError(message, details));
  }
  for (; at < values.length; at += 1) yield values[at];
  if (failure) throw mapperFailed(name, mapper, failure.frame, failure.error);
}

function mapperFailed(name: string, { exportName }: MapperAddress, frame: FrameKey, cause: unknown): FrameMapError {
  const { task_id, input_data_id } = frame;
  const where = `task ${task_id}, input data ${input_data_id}`;
  return new FrameMapError(`${name}: ${where}: the function ${exportName} failed: ${reasonOf(cause)}`, {
    ...frame,
    cause,
  });
}

function threadFailed(
  { name, keyOf }: MappedArchive<FrameKey>,
  indices: EntryBytes['indices'],
  problem: string,
  cause: unknown,
): FrameMapError {
  const first = keyOf(indices[0] ?? 0);
  const where = `in the ${indices.length} frames from task ${first.task_id}, input data ${first.input_data_id} on`;
  const reason = cause === undefined ? '' : `: ${reasonOf(cause)}`;
  return new FrameMapError(`${name}: ${where}: ${problem}${reason}`, { cause });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
