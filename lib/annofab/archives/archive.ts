import type { JsonObject } from '../../core/json.ts';
import { refuseUnknown } from '../one-of.ts';
import { describeOtherFiles } from './entry-paths.ts';
import type { EntryStore, OnBadEntry, ReadEntry, StoredEntry } from './entry-store.ts';
import { ArchiveEntryError, ArchiveError } from './errors.ts';
import type { AnnotationData, DataContext } from './frames/annotation-data.ts';
import { type FrameFiles, frameFiles, parseEntry, type ReadOptions } from './frames/frame-files.ts';
import { type FrameIndex, type FrameKey, indexFrames } from './frames/frame-index.ts';
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
  /** Reads one frame; undefined when the archive does not contain it. Throws for a bad entry regardless of `onBadEntry`. */
  frame(key: FrameKey, options?: ReadOptions): Promise<Frame | undefined>;
  /** Reads the JSON of one frame without validating its fields; undefined when the archive does not contain it. */
  readJson(key: FrameKey, options?: ReadOptions): Promise<JsonObject | undefined>;
  close(): Promise<void>;
}

/** The fields that both formats share. */
export interface Annotation extends FrameKey {
  readonly details: readonly {
    readonly annotation_id?: string | undefined;
    readonly data?: AnnotationData | undefined;
  }[];
}

/** Validates the JSON of a frame. @throws FieldProblem */
export type ReadAnnotation<Read extends Annotation> = (json: JsonObject, context: DataContext) => Read;

/** @throws ArchiveError when it contains files, but no frames: then it is another archive */
export async function createArchive<Entry extends StoredEntry, Read extends Annotation>(
  store: EntryStore<Entry>,
  read: ReadAnnotation<Read>,
  onBadEntry: OnBadEntry,
): Promise<AnnotationArchive<Read & FrameFiles>> {
  const archive = new Archive(store, read, onBadEntry);
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
  readonly #read: ReadAnnotation<Read>;
  readonly #onBadEntry: OnBadEntry;
  #closed = false;

  constructor(store: EntryStore<Entry>, read: ReadAnnotation<Read>, onBadEntry: OnBadEntry) {
    this.#store = store;
    this.#index = indexFrames(store);
    this.#read = read;
    this.#onBadEntry = onBadEntry;
    this.name = store.name;
    this.entries = store.count;
    this.frameCount = this.#index.frames.length;
    this.taskIds = this.#index.taskIds;
  }

  frames(options: FramesOptions = {}) {
    return this.#readFrames(() => {
      refuseUnknown('frames has no option', options, ['task_id', 'where', 'range', 'signal']);
      const { task_id, where, range } = options;
      const frames = task_id === undefined ? this.#index.frames : this.#index.framesOf(task_id);
      return this.#select(range ? frames.subarray(range.start, range.end) : frames, where);
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

  #select(frames: Iterable<number>, where: FramesOptions['where']): Iterable<number> {
    return where ? Array.from(frames).filter((frame) => where(this.#index.keyOf(frame))) : frames;
  }

  /** @param select throws what the first `next()` then throws */
  async *#readFrames(select: () => Iterable<number>, signal: AbortSignal | undefined) {
    const frames = select();
    this.#checkOpen();
    for await (const results of this.#store.readAll(frames, signal)) {
      for (const result of results) {
        this.#checkOpen();
        signal?.throwIfAborted();
        const frame = this.#tryFrame(result);
        if (frame) yield frame;
      }
    }
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

  #toFrame(json: Entry, content: Buffer): Read & FrameFiles {
    const record = this.#index.recordOf(json);
    const { task_id, input_data_id, outerFiles } = record;
    const context = { input_data_id, hasOuterFile: (name: string) => outerFiles.has(name) };
    const annotation = parseEntry(this.name, json.path, content, (value) => this.#read(value, context));
    return { ...annotation, task_id, input_data_id, ...frameFiles(this.#store, record, annotation) };
  }

  #find(key: FrameKey): Entry | undefined {
    this.#checkOpen();
    return this.#index.find(key);
  }

  #checkOpen(): void {
    if (this.#closed) throw closedError(this.name);
  }
}
