import { annofabPaths, isFramePath, maybeSystemFile } from '../entry-paths.ts';
import type { EntryStore, StoredEntry } from '../entry-store.ts';
import { sharedInt32, sharedUint32 } from '../shared-memory.ts';

/** An input data of a task, as the archive names it. */
export interface FrameKey {
  readonly task_id: string;
  readonly input_data_id: string;
}

export interface FrameRecord<Entry> extends FrameKey {
  readonly json: Entry;
  /** By name, which is an annotation id. */
  readonly outerFiles: ReadonlyMap<string, Entry>;
}

/** The frames of an archive, by the indices of their entries: objects for all of them would take most of the memory. */
export interface FrameIndex<Entry> {
  /** In archive order. */
  readonly frames: Uint32Array;
  /** In the order of their first frames. */
  readonly taskIds: readonly string[];
  /** All frames task by task, each task in archive order. */
  readonly framesByTask: Uint32Array;
  /** In archive order. */
  framesOf(task_id: string): Uint32Array;
  keyOf(frame: number): FrameKey;
  /** @returns undefined when the archive does not contain the frame */
  find(key: FrameKey): Entry | undefined;
  /** @param json the entry of a frame */
  recordOf(json: Entry): FrameRecord<Entry>;
  /** For {@link createRecords} in another thread. */
  readonly layout: FrameLayout;
}

/** Where the frames and their outer files are: any thread can read it without a copy. */
export interface FrameLayout {
  /** The folders around all frames. */
  readonly wrapper: string;
  readonly outerFiles: OuterFiles;
}

/** Chains through `files`, one for each frame that has some: a Map of lists would take ten times the memory. */
interface OuterFiles {
  /** The indices of their entries. */
  readonly files: Uint32Array<SharedArrayBuffer>;
  /** The position in `files` of the first file, by the index of the frame, or -1. */
  readonly first: Int32Array<SharedArrayBuffer>;
  /** The position in `files` of the next file, or -1. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

/**
 * Finds the frames by path, in any order: `{task_id}/{input_data_id}.json`, with the outer files in the folder of the same
 * name. Other files are ignored: old versions of Annofab left folders without a JSON.
 */
export function indexFrames<Entry extends StoredEntry>(store: EntryStore<Entry>): FrameIndex<Entry> {
  const { wrapper, isKept, frames, outerFiles, taskOf, tasks } = listFiles(store);
  const pathAt = (index: number) => store.pathAt(index).slice(wrapper.length);
  const indexOf = (owner: string): number => {
    const index = store.find(`${wrapper}${owner}${JSON_SUFFIX}`);
    return index === -1 || isKept(store.pathAt(index)) ? index : -1;
  };
  sortByPosition(store, frames);
  const layout = { wrapper, outerFiles: groupByFrame(outerFiles, store.count, frameFinder(pathAt, indexOf)) };
  return {
    frames,
    ...groupByTask(frames, taskOf, tasks),
    keyOf: (frame) => keyOf(pathAt(frame)),
    find({ task_id, input_data_id }) {
      const index = isPart(task_id) && isPart(input_data_id) ? indexOf(`${task_id}/${input_data_id}`) : -1;
      return index === -1 ? undefined : store.entryAt(index);
    },
    recordOf: createRecords(store, layout),
    layout,
  };
}

/** @returns a function that finds the ids and the outer files of a frame */
export function createRecords<Entry extends StoredEntry>(
  store: EntryStore<Entry>,
  { wrapper, outerFiles }: FrameLayout,
): FrameIndex<Entry>['recordOf'] {
  const outerFilesOf = (json: Entry): ReadonlyMap<string, Entry> => {
    const files = filesOf(outerFiles, json.index);
    return files.length === 0 ? NONE : new Map(files.map((file) => [nameOf(store.pathAt(file)), store.entryAt(file)]));
  };
  return (json) => ({ ...keyOf(json.path.slice(wrapper.length)), json, outerFiles: outerFilesOf(json) });
}

const JSON_SUFFIX = '.json';

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

/** An id is one part of a path. */
function isPart(id: string): boolean {
  return id !== '' && !id.includes('/');
}

function keyOf(path: string): FrameKey {
  const slash = path.indexOf('/');
  return { task_id: path.slice(0, slash), input_data_id: path.slice(slash + 1, -JSON_SUFFIX.length) };
}

/** The folders around all frames, and which paths are not those of an operating system. */
interface Paths {
  readonly wrapper: string;
  isKept(path: string): boolean;
}

/** The files that count, as indices. */
interface Files {
  readonly frames: Uint32Array;
  readonly outerFiles: Uint32Array;
  /** The task of a frame, by the index of the frame. */
  readonly taskOf: Uint32Array;
  readonly tasks: ReadonlyMap<string, number>;
}

/** One look at the paths is enough for the archives of Annofab itself, which nothing wraps and no operating system adds to. */
function listFiles<Entry extends StoredEntry>(store: EntryStore<Entry>): Paths & Files {
  let isPlain = true;
  const plain = filterFiles(store, {
    wrapper: '',
    isKept(path) {
      isPlain &&= !maybeSystemFile(path);
      return true;
    },
  });
  if (isPlain && plain.frames.length > 0) return { wrapper: '', isKept: () => true, ...plain };
  const kept = annofabPaths(Array.from({ length: store.count }, (_, index) => store.pathAt(index)));
  const [[path = '', actual = ''] = []] = kept;
  const actuals = new Set(kept.values());
  const paths: Paths = {
    wrapper: actual.slice(0, actual.length - path.length),
    isKept: (path) => actuals.has(path),
  };
  return { ...paths, ...filterFiles(store, paths) };
}

function filterFiles<Entry extends StoredEntry>(store: EntryStore<Entry>, { wrapper, isKept }: Paths): Files {
  const frames = new Uint32Array(store.count);
  const outerFiles = new Uint32Array(store.count);
  const taskOf = new Uint32Array(store.count);
  const tasks = new Map<string, number>();
  let [frameCount, outerCount, folder, task] = [0, 0, '/', 0];
  for (let index = 0; index < store.count; index += 1) {
    const actual = store.pathAt(index);
    if (!isKept(actual)) continue;
    const path = wrapper === '' ? actual : actual.slice(wrapper.length);
    if (isFramePath(path)) {
      // The frames of a task are adjacent, as a rule.
      if (!path.startsWith(folder)) {
        const task_id = path.slice(0, path.indexOf('/'));
        task = tasks.get(task_id) ?? tasks.size;
        tasks.set(task_id, task);
        folder = `${task_id}/`;
      }
      taskOf[index] = task;
      frames[frameCount++] = index;
    } else if (isOuterPath(path)) outerFiles[outerCount++] = index;
  }
  return { frames: frames.slice(0, frameCount), outerFiles: outerFiles.slice(0, outerCount), taskOf, tasks };
}

function sortByPosition<Entry extends StoredEntry>(store: EntryStore<Entry>, frames: Uint32Array): void {
  let last = 0;
  for (const frame of frames) {
    const position = store.positionAt(frame);
    if (position < last) {
      frames.sort((a, b) => store.positionAt(a) - store.positionAt(b));
      return;
    }
    last = position;
  }
}

/** In two arrays of numbers, since a task can have one frame only: then a list for each takes more than the directory. */
function groupByTask(
  frames: Uint32Array,
  taskOf: Uint32Array,
  tasks: ReadonlyMap<string, number>,
): Pick<FrameIndex<never>, 'taskIds' | 'framesByTask' | 'framesOf'> {
  const counts = new Uint32Array(tasks.size);
  const order: number[] = [];
  for (const frame of frames) {
    const task = taskOf[frame] ?? 0;
    if (counts[task] === 0) order.push(task);
    counts[task] = (counts[task] ?? 0) + 1;
  }
  const ends = new Uint32Array(tasks.size);
  let start = 0;
  for (const task of order) {
    ends[task] = start;
    start += counts[task] ?? 0;
  }
  const sorted = new Uint32Array(frames.length);
  for (const frame of frames) {
    const task = taskOf[frame] ?? 0;
    const at = ends[task] ?? 0;
    sorted[at] = frame;
    ends[task] = at + 1;
  }
  // As a rule, the frames of a task are adjacent.
  const framesByTask = sorted.every((frame, at) => frame === frames[at]) ? frames : sorted;
  const ids = [...tasks.keys()];
  return {
    taskIds: order.map((task) => ids[task] ?? ''),
    framesByTask,
    framesOf(task_id) {
      const task = tasks.get(task_id);
      if (task === undefined) return NO_FRAMES;
      const end = ends[task] ?? 0;
      return framesByTask.subarray(end - (counts[task] ?? 0), end);
    },
  };
}

const NO_FRAMES = new Uint32Array();

/** Whether a path is that of an outer file: `{task_id}/{input_data_id}/{name}`. */
function isOuterPath(path: string): boolean {
  const first = path.indexOf('/');
  const second = path.indexOf('/', first + 1);
  return first > 0 && second > first + 1 && second < path.length - 1 && !path.includes('/', second + 1);
}

/** @returns a function that finds the frame of an outer file, or -1 */
function frameFinder(pathAt: (index: number) => string, indexOf: (owner: string) => number): (file: number) => number {
  let [owner, frame] = ['', -1];
  return (file) => {
    const path = pathAt(file);
    // The files of a frame are adjacent, as a rule.
    if (owner !== '' && path.startsWith(owner) && path.indexOf('/', owner.length) === owner.length) return frame;
    owner = path.slice(0, path.lastIndexOf('/'));
    frame = indexOf(owner);
    return frame;
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function groupByFrame(files: Uint32Array, count: number, frameOf: (file: number) => number): OuterFiles {
  const outerFiles: OuterFiles = {
    files: sharedUint32(files.length),
    first: sharedInt32(files.length === 0 ? 0 : count).fill(-1),
    next: sharedInt32(files.length),
  };
  const { first, next } = outerFiles;
  outerFiles.files.set(files);
  for (let at = files.length - 1; at >= 0; at -= 1) {
    const frame = frameOf(files[at] ?? -1);
    if (frame === -1) continue;
    next[at] = first[frame] ?? -1;
    first[frame] = at;
  }
  return outerFiles;
}

/** The files of a frame, in their order. */
function filesOf({ files, first, next }: OuterFiles, frame: number): readonly number[] {
  let at = first[frame] ?? -1;
  if (at === -1) return NO_FILES;
  const found: number[] = [];
  for (; at !== -1; at = next[at] ?? -1) found.push(files[at] ?? -1);
  return found;
}

const NO_FILES: readonly number[] = [];

/**
 * The name of an outer file within its frame's folder, from the URI in an annotation: a bare name in the Simple format,
 * `./{input_data_id}/{name}` in the Full format and for 3D segments.
 */
export function outerFileName(uri: string, input_data_id: string): string {
  const path = uri.replace(/^\.\//, '');
  return path.startsWith(`${input_data_id}/`) ? path.slice(input_data_id.length + 1) : path;
}
