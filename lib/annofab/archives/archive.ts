import type { AnnotationData, DataContext } from './annotation-data.ts';
import type { EntryStore, OnBadEntry, ReadEntry, StoredEntry } from './entry-store.ts';
import { ArchiveEntryError, ArchiveError } from './errors.ts';
import { type FrameFiles, frameFiles, parseEntry, type ReadOptions } from './frame.ts';
import { type FrameKey, type FrameRecord, indexFrames } from './frame-index.ts';
import type { JsonObject } from './read-fields.ts';

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
  const index = indexFrames(store.entries);
  let closed = false;
  const checkOpen = () => {
    if (closed) throw new ArchiveError(`${store.name}: the archive is closed.`);
  };

  const toFrame = (record: FrameRecord<Entry>, content: Buffer): Read & FrameFiles => {
    const annotation = parseEntry(store.name, record.json.path, content, (json) => read(json, contextOf(record)));
    const { task_id, input_data_id } = record;
    return { ...annotation, task_id, input_data_id, ...frameFiles(store, record, annotation) };
  };

  /** Undefined for a bad entry that was taken note of. */
  const tryFrame = (record: FrameRecord<Entry>, result: ReadEntry<Entry>): (Read & FrameFiles) | undefined => {
    try {
      if ('error' in result) throw result.error;
      return toFrame(record, result.content);
    } catch (error) {
      if (!(error instanceof ArchiveEntryError)) throw error;
      onBadEntry(error);
      return undefined;
    }
  };

  async function* readFrames(records: readonly FrameRecord<Entry>[], signal: AbortSignal | undefined) {
    let next = 0;
    const entries = records.map(({ json }) => json);
    for await (const result of store.readAll(entries, signal)) {
      checkOpen();
      signal?.throwIfAborted();
      const record = records[next++];
      const frame = record && tryFrame(record, result);
      if (frame) yield frame;
    }
  }

  const find = ({ task_id, input_data_id }: FrameKey) =>
    index.byTask.get(task_id)?.find((record) => record.input_data_id === input_data_id);

  const archive: AnnotationArchive<Read & FrameFiles> = {
    name: store.name,
    entries: store.entries.length,
    frameCount: index.frames.length,
    taskIds: [...index.byTask.keys()],
    async *frames({ task_id, where = () => true, signal } = {}) {
      checkOpen();
      const records = task_id === undefined ? index.frames : (index.byTask.get(task_id) ?? []);
      yield* readFrames(records.filter(where), signal);
    },
    async *tasks({ where = () => true, signal } = {}) {
      checkOpen();
      let task: { task_id: string; frames: (Read & FrameFiles)[] } | undefined;
      for await (const frame of readFrames([...index.byTask.values()].flat().filter(where), signal)) {
        if (task && task.task_id !== frame.task_id) yield task;
        if (task?.task_id === frame.task_id) task.frames.push(frame);
        else task = { task_id: frame.task_id, frames: [frame] };
      }
      if (task) yield task;
    },
    async frame(key, { signal } = {}) {
      checkOpen();
      const record = find(key);
      return record && toFrame(record, await store.read(record.json, signal));
    },
    async readJson(key, { signal } = {}) {
      checkOpen();
      const record = find(key);
      return record && parseEntry(store.name, record.json.path, await store.read(record.json, signal), (json) => json);
    },
    async close() {
      if (closed) return;
      closed = true;
      await store.close();
    },
    [Symbol.asyncDispose]: () => archive.close(),
  };
  return archive;
}

function contextOf<Entry>({ input_data_id, outerFiles }: FrameRecord<Entry>): DataContext {
  return { input_data_id, hasOuterFile: (name) => outerFiles.has(name) };
}
