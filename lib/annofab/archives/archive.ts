import type { EntryStore, OnBadEntry, ReadEntry, StoredEntry } from './entry-store.ts';
import { ArchiveEntryError } from './errors.ts';
import type { AnnotationData, DataContext } from './frames/annotation-data.ts';
import { type FrameFiles, frameFiles, parseEntry, type ReadOptions } from './frames/frame-files.ts';
import { type FrameIndex, type FrameKey, type FrameRecord, indexFrames } from './frames/frame-index.ts';
import type { JsonObject } from './frames/read-fields.ts';
import { closedError } from './zip/byte-source.ts';

/** Which frames are read. */
export interface FramesOptions extends ReadOptions {
  /** Only the frames of this task: nothing else is read. */
  task_id?: string | undefined;
  /** Only the frames for which it returns true: nothing else is read. */
  where?: ((frame: FrameKey) => boolean) | undefined;
}

/** A task and all its frames. */
export interface ArchiveTask<Frame> {
  readonly task_id: string;
  readonly frames: readonly Frame[];
}

/**
 * An annotation archive, open. What is in it is known; its files are read when they are asked for, and by URL only they
 * are fetched. Close it, or open it by `await using`.
 *
 * Errors of all that reads: ArchiveEntryError names the entry that cannot be read, and the field; ArchiveChangedError
 * when it was rebuilt meanwhile; ArchiveError; FileError from the file server; the reason of the signal.
 */
export interface AnnotationArchive<Frame> extends AsyncDisposable {
  /** Where it was opened, without secrets. */
  readonly name: string;
  /** How many files it has that can be read: frames, outer files, and what else there may be. */
  readonly entries: number;
  readonly frameCount: number;
  /** In the order in which they stand. */
  readonly taskIds: readonly string[];
  /**
   * The frames one after another, in the order of the file. They are fetched ahead, in pieces of up to 2 MiB, and parsed
   * as they are taken.
   *
   * @example
   * for await (const frame of archive.frames({ task_id })) console.log(frame.input_data_name, frame.details.length);
   */
  frames(options?: FramesOptions): AsyncGenerator<Frame, void, undefined>;
  /**
   * The frames task by task; each task is read whole (Annofab allows 200 frames in one). By URL this takes few requests
   * where the frames of a task stand together, and one for each frame where they do not: rather download it then.
   */
  tasks(options?: Omit<FramesOptions, 'task_id'>): AsyncGenerator<ArchiveTask<Frame>, void, undefined>;
  /** One frame, or undefined when the archive does not have it. A bad one is an error whatever `onBadEntry` says. */
  frame(key: FrameKey, options?: ReadOptions): Promise<Frame | undefined>;
  /** The JSON of one frame as it stands, for what this client does not accept. Undefined when the archive lacks it. */
  readJson(key: FrameKey, options?: ReadOptions): Promise<JsonObject | undefined>;
  close(): Promise<void>;
}

/** What is needed of an annotation of either format. */
export interface Annotation extends FrameKey {
  readonly details: readonly { readonly annotation_id: string; readonly data: AnnotationData }[];
}

/** How a frame's JSON is read. @throws FieldProblem */
export type ReadAnnotation<Read extends Annotation> = (json: JsonObject, context: DataContext) => Read;

export function createArchive<Entry extends StoredEntry, Read extends Annotation>(
  store: EntryStore<Entry>,
  read: ReadAnnotation<Read>,
  onBadEntry: OnBadEntry,
): AnnotationArchive<Read & FrameFiles> {
  return new Archive(store, read, onBadEntry);
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
    this.#index = indexFrames(store.entries);
    this.#read = read;
    this.#onBadEntry = onBadEntry;
    this.name = store.name;
    this.entries = store.entries.length;
    this.frameCount = this.#index.frames.length;
    this.taskIds = [...this.#index.byTask.keys()];
  }

  async *frames({ task_id, where = () => true, signal }: FramesOptions = {}) {
    const { frames, byTask } = this.#index;
    const records = task_id === undefined ? frames : (byTask.get(task_id) ?? []);
    yield* this.#readFrames(records.filter(where), signal);
  }

  async *tasks({ where = () => true, signal }: Omit<FramesOptions, 'task_id'> = {}) {
    let task: { task_id: string; frames: (Read & FrameFiles)[] } | undefined;
    const records = [...this.#index.byTask.values()].flat().filter(where);
    for await (const frame of this.#readFrames(records, signal)) {
      if (task && task.task_id !== frame.task_id) yield task;
      if (task?.task_id === frame.task_id) task.frames.push(frame);
      else task = { task_id: frame.task_id, frames: [frame] };
    }
    if (task) yield task;
  }

  async frame(key: FrameKey, { signal }: ReadOptions = {}) {
    const record = this.#find(key);
    return record && this.#toFrame(record, await this.#store.read(record.json, signal));
  }

  async readJson(key: FrameKey, { signal }: ReadOptions = {}) {
    const record = this.#find(key);
    if (!record) return undefined;
    return parseEntry(this.name, record.json.path, await this.#store.read(record.json, signal), (json) => json);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#store.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async *#readFrames(records: readonly FrameRecord<Entry>[], signal: AbortSignal | undefined) {
    this.#checkOpen();
    let next = 0;
    const entries = records.map(({ json }) => json);
    for await (const result of this.#store.readAll(entries, signal)) {
      this.#checkOpen();
      signal?.throwIfAborted();
      const record = records[next++];
      const frame = record && this.#tryFrame(record, result);
      if (frame) yield frame;
    }
  }

  /** Undefined for a bad entry that was taken note of. */
  #tryFrame(record: FrameRecord<Entry>, result: ReadEntry<Entry>): (Read & FrameFiles) | undefined {
    try {
      if ('error' in result) throw result.error;
      return this.#toFrame(record, result.content);
    } catch (error) {
      if (!(error instanceof ArchiveEntryError)) throw error;
      this.#onBadEntry(error);
      return undefined;
    }
  }

  #toFrame(record: FrameRecord<Entry>, content: Buffer): Read & FrameFiles {
    const { task_id, input_data_id, json, outerFiles } = record;
    const context = { input_data_id, hasOuterFile: (name: string) => outerFiles.has(name) };
    const annotation = parseEntry(this.name, json.path, content, (value) => this.#read(value, context));
    return { ...annotation, task_id, input_data_id, ...frameFiles(this.#store, record, annotation) };
  }

  #find({ task_id, input_data_id }: FrameKey): FrameRecord<Entry> | undefined {
    this.#checkOpen();
    return this.#index.byTask.get(task_id)?.find((record) => record.input_data_id === input_data_id);
  }

  #checkOpen(): void {
    if (this.#closed) throw closedError(this.name);
  }
}
