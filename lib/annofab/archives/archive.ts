import type { JsonObject } from '../../core/json.ts';
import { refuseUnknown } from '../one-of.ts';
import { describeOtherFiles } from './entry-paths.ts';
import type { EntryStore, OnBadEntry, ReadEntry, StoredEntry } from './entry-store.ts';
import { ArchiveEntryError, ArchiveError } from './errors.ts';
import { flattenGroups } from './flatten-groups.ts';
import { type FrameFiles, parseEntry, type ReadOptions } from './frames/frame-files.ts';
import { type Annotation, createFrameReader, type FrameFormat, type ReadFrame } from './frames/frame-format.ts';
import { type FrameIndex, type FrameKey, indexFrames } from './frames/frame-index.ts';
import { type FrameMapper, type MapFramesOptions, mapFrames } from './threads/map-frames.ts';
import { closedError } from './zip/byte-source.ts';

/** Which frames to read. */
export interface FramesOptions extends ReadOptions {
  /** Read only the frames of this task. */
  task_id?: string | undefined;
  /** Read only the frames for which this returns true. */
  where?: ((frame: FrameKey) => boolean) | undefined;
  /** Read only the frames at these positions, the end excluded: a part of the archive, whatever the frames are called. */
  range?: { readonly start: number; readonly end: number } | undefined;
}

/** A task and all of its frames. */
export interface ArchiveTask<Frame> {
  readonly task_id: string;
  readonly frames: readonly Frame[];
}

/**
 * An open annotation archive. Its directory is in memory; its files are read, or fetched by URL, on request. Close it, or
 * open it with `await using`.
 *
 * Every method that reads throws: ArchiveEntryError, which names the entry that cannot be read, and the field;
 * ArchiveChangedError when Annofab rebuilt the archive meanwhile; ArchiveError when the archive is damaged or closed;
 * FileError from the file server; the abort reason of the signal.
 */
export interface AnnotationArchive<Frame> extends AsyncDisposable {
  /** The path or address it was opened from, without secrets. */
  readonly name: string;
  /** The number of readable files: frames, outer files and any others. */
  readonly entries: number;
  readonly frameCount: number;
  /** In archive order. */
  readonly taskIds: readonly string[];
  /**
   * Reads the frames in archive order. They are fetched ahead, in ranges of up to 2 MiB, and parsed one by one.
   *
   * @example
   * for await (const frame of archive.frames({ task_id })) console.log(frame.input_data_name, frame.details.length);
   */
  frames(options?: FramesOptions): AsyncGenerator<Frame, void, undefined>;
  /**
   * Reads the frames task by task, each task as a whole (Annofab allows 200 frames per task). By URL this takes few
   * requests if the frames of a task are adjacent, and one request per frame if they are not: then download the archive.
   *
   * @example
   * for await (const { task_id, frames } of archive.tasks()) console.log(task_id, frames.length);
   */
  tasks(options?: Omit<FramesOptions, 'task_id' | 'range'>): AsyncGenerator<ArchiveTask<Frame>, void, undefined>;
  /** The keys of all frames, task by task. Nothing is read. */
  keys(): Generator<FrameKey, void, undefined>;
  has(key: FrameKey): boolean;
  /**
   * A text that is the same for the same content of a frame, its outer files included: from the checksums and sizes in the
   * directory of a ZIP, without reading the frame. The files of an extracted archive are read. Undefined when the archive does not
   * contain the frame.
   *
   * @example
   * const changed = (await newer.fingerprint(key)) !== (await older.fingerprint(key));
   */
  fingerprint(key: FrameKey, options?: ReadOptions): Promise<string | undefined>;
  /**
   * Calls a function for each frame, in several threads, and yields what it returns in archive order. The frames stay in their
   * thread: sending them would take longer than parsing them. So the function is an export of a module, and returns what is
   * small, and can be copied by `structuredClone`.
   *
   * The function may be called for up to some thousand frames ahead of the consumer. When the consumer stops, or the signal
   * aborts, the threads end at once, during a call too.
   *
   * @param module its URL. The threads load it, each by itself
   * @throws FrameMapError, which names the frame, with what the function threw as its cause; also when a thread ends. InvalidParameterError
   *
   * @example
   * // count-cars.ts
   * export default function countCars(frame: SimpleFrame): number {
   *   return frame.details.filter(({ label }) => label === 'car').length;
   * }
   * // with `import type countCars from './count-cars.ts'`
   * const counts = archive.mapFrames<typeof countCars>(new URL('./count-cars.ts', import.meta.url));
   * for await (const count of counts) console.log(count);
   */
  mapFrames<Map extends FrameMapper<Frame>>(
    module: string | URL,
    options?: MapFramesOptions<Parameters<Map>[1]>,
  ): AsyncGenerator<Awaited<ReturnType<Map>>, void, undefined>;
  /** Reads one frame; undefined when the archive does not contain it. Throws for a bad entry regardless of `onBadEntry`. */
  frame(key: FrameKey, options?: ReadOptions): Promise<Frame | undefined>;
  /** Reads the JSON of one frame without validating its fields; undefined when the archive does not contain it. */
  readJson(key: FrameKey, options?: ReadOptions): Promise<JsonObject | undefined>;
  close(): Promise<void>;
}

/** @throws ArchiveError when it contains files, but no frames: then it is another archive */
export async function createArchive<Entry extends StoredEntry, Read extends Annotation>(
  store: EntryStore<Entry>,
  format: FrameFormat<Read>,
  onBadEntry: OnBadEntry,
): Promise<AnnotationArchive<Read & FrameFiles>> {
  const archive = new Archive(store, format, onBadEntry);
  if (archive.frameCount > 0 || archive.entries === 0) return archive;
  await archive.close();
  throw new ArchiveError(
    `${store.name}: ${describeOtherFiles(Array.from({ length: store.count }, (_, index) => store.pathAt(index)))}.`,
  );
}

class Archive<Entry extends StoredEntry, Read extends Annotation> implements AnnotationArchive<Read & FrameFiles> {
  readonly name: string;
  readonly entries: number;
  readonly frameCount: number;
  readonly taskIds: readonly string[];
  readonly #store: EntryStore<Entry>;
  readonly #index: FrameIndex<Entry>;
  readonly #format: FrameFormat<Read>;
  readonly #toFrame: ReadFrame<Entry, Read>;
  readonly #onBadEntry: OnBadEntry;
  #closed = false;

  constructor(store: EntryStore<Entry>, format: FrameFormat<Read>, onBadEntry: OnBadEntry) {
    this.#store = store;
    this.#index = indexFrames(store);
    this.#format = format;
    this.#toFrame = createFrameReader(store, this.#index.recordOf, format);
    this.#onBadEntry = onBadEntry;
    this.name = store.name;
    this.entries = store.count;
    this.frameCount = this.#index.frames.length;
    this.taskIds = this.#index.taskIds;
  }

  frames(options: FramesOptions = {}) {
    return this.#readFrames(() => {
      refuseUnknown('frames has no option', options, ['task_id', 'where', 'range', 'signal']);
      return this.#selectFrames(options);
    }, options.signal);
  }

  async *tasks(options: Omit<FramesOptions, 'task_id' | 'range'> = {}) {
    refuseUnknown('tasks has no option', options, ['where', 'signal']);
    const { where, signal } = options;
    let task: { task_id: string; frames: (Read & FrameFiles)[] } | undefined;
    const select = () => this.#select(this.#index.framesByTask, where);
    for await (const frame of this.#readFrames(select, signal)) {
      if (task && task.task_id !== frame.task_id) yield task;
      if (task?.task_id === frame.task_id) task.frames.push(frame);
      else task = { task_id: frame.task_id, frames: [frame] };
    }
    if (task) yield task;
  }

  *keys() {
    this.#checkOpen();
    for (const frame of this.#index.framesByTask) yield this.#index.keyOf(frame);
  }

  has(key: FrameKey) {
    return this.#find(key) !== undefined;
  }

  async fingerprint(key: FrameKey, { signal }: ReadOptions = {}) {
    const json = this.#find(key);
    if (!json) return undefined;
    const files = [...this.#index.recordOf(json).outerFiles].sort(([a], [b]) => (a < b ? -1 : 1));
    const parts = [await this.#store.fingerprintOf(json, signal)];
    for (const [name, file] of files) parts.push(`${name} ${await this.#store.fingerprintOf(file, signal)}`);
    return parts.join('\n');
  }

  mapFrames<Map extends FrameMapper<Read & FrameFiles>>(
    module: string | URL,
    options: MapFramesOptions<Parameters<Map>[1]> = {},
  ) {
    const { task_id, where, range, signal } = options;
    const archive = {
      name: this.name,
      format: this.#format.name,
      layout: this.#index.layout,
      shared: this.#store.shared,
      onBadEntry: this.#onBadEntry,
      frames: () => this.frames({ task_id, where, range, signal }),
      select: () => this.#selectFrames({ task_id, where, range }),
      keyOf: this.#index.keyOf,
      checkOpen: () => this.#checkOpen(),
    };
    // What the function returns is known to the caller alone, who has given its type.
    return mapFrames(archive, module, options) as AsyncGenerator<Awaited<ReturnType<Map>>, void, undefined>;
  }

  async frame(key: FrameKey, { signal }: ReadOptions = {}) {
    const json = this.#find(key);
    return json && this.#toFrame(json, await this.#store.read(json, signal));
  }

  async readJson(key: FrameKey, { signal }: ReadOptions = {}) {
    const json = this.#find(key);
    if (!json) return undefined;
    return parseEntry(this.name, json.path, await this.#store.read(json, signal), (value) => value);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#store.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #selectFrames({ task_id, where, range }: FramesOptions): Iterable<number> {
    const frames = task_id === undefined ? this.#index.frames : this.#index.framesOf(task_id);
    return this.#select(range ? frames.subarray(range.start, range.end) : frames, where);
  }

  #select(frames: Iterable<number>, where: FramesOptions['where']): Iterable<number> {
    return where ? Array.from(frames).filter((frame) => where(this.#index.keyOf(frame))) : frames;
  }

  /** @param select throws what the first `next()` then throws */
  #readFrames(select: () => Iterable<number>, signal: AbortSignal | undefined) {
    return flattenGroups(this.#readEntries(select, signal), (result) => {
      this.#checkOpen();
      signal?.throwIfAborted();
      return this.#tryFrame(result);
    });
  }

  async *#readEntries(select: () => Iterable<number>, signal: AbortSignal | undefined) {
    const frames = select();
    this.#checkOpen();
    yield* this.#store.readAll(frames, signal);
  }

  /** Undefined for a bad entry that `onBadEntry` accepted. */
  #tryFrame(result: ReadEntry<Entry>): (Read & FrameFiles) | undefined {
    try {
      if ('error' in result) throw result.error;
      return this.#toFrame(result.entry, result.content);
    } catch (error) {
      if (!(error instanceof ArchiveEntryError)) throw error;
      this.#onBadEntry(error);
      return undefined;
    }
  }

  #find(key: FrameKey): Entry | undefined {
    this.#checkOpen();
    return this.#index.find(key);
  }

  #checkOpen(): void {
    if (this.#closed) throw closedError(this.name);
  }
}
