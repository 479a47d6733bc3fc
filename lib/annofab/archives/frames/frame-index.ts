import { annofabPaths, areAnnofabPaths, isFramePath } from '../entry-paths.ts';
import type { EntryStore, StoredEntry } from '../entry-store.ts';

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
  /** By task, each in archive order. */
  readonly byTask: ReadonlyMap<string, readonly number[]>;
  keyOf(frame: number): FrameKey;
  /** @returns undefined when the archive does not contain the frame */
  find(key: FrameKey): Entry | undefined;
  /** @param json the entry of a frame */
  recordOf(json: Entry): FrameRecord<Entry>;
}

/**
 * Finds the frames by path, in any order: `{task_id}/{input_data_id}.json`, with the outer files in the folder of the same
 * name. Other files are ignored: old versions of Annofab left folders without a JSON.
 */
export function indexFrames<Entry extends StoredEntry>(store: EntryStore<Entry>): FrameIndex<Entry> {
  const { wrapper, isKept } = wrapperOf(store);
  const pathAt = (index: number) => store.pathAt(index).slice(wrapper.length);
  const entryOf = ({ task_id, input_data_id }: FrameKey): number => {
    const index =
      isPart(task_id) && isPart(input_data_id) ? store.find(`${wrapper}${task_id}/${input_data_id}${JSON_SUFFIX}`) : -1;
    return index === -1 || isKept(store.pathAt(index)) ? index : -1;
  };
  const frames: number[] = [];
  const outerFiles: number[] = [];
  for (let index = 0; index < store.count; index += 1) {
    const actual = store.pathAt(index);
    if (!isKept(actual)) continue;
    const path = actual.slice(wrapper.length);
    if (isFramePath(path)) frames.push(index);
    else if (isOuterPath(path)) outerFiles.push(index);
  }
  sortByPosition(store, frames);
  const filesOf = groupByFrame(outerFiles, store.count, (file) => entryOf(ownerOf(pathAt(file))));
  const outerFilesOf = (json: Entry): ReadonlyMap<string, Entry> => {
    const files = filesOf(json.index);
    return files.length === 0 ? NONE : new Map(files.map((file) => [nameOf(pathAt(file)), store.entryAt(file)]));
  };
  return {
    frames: Uint32Array.from(frames),
    byTask: Map.groupBy(frames, (frame) => keyOf(pathAt(frame)).task_id),
    keyOf: (frame) => keyOf(pathAt(frame)),
    find(key) {
      const index = entryOf(key);
      return index === -1 ? undefined : store.entryAt(index);
    },
    recordOf: (json) => ({ ...keyOf(json.path.slice(wrapper.length)), json, outerFiles: outerFilesOf(json) }),
  };
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
function wrapperOf<Entry extends StoredEntry>(store: EntryStore<Entry>) {
  if (areAnnofabPaths(pathsOf(store))) return { wrapper: '', isKept: () => true };
  const kept = annofabPaths([...pathsOf(store)]);
  const [[path = '', actual = ''] = []] = kept;
  const actuals = new Set(kept.values());
  return { wrapper: actual.slice(0, actual.length - path.length), isKept: (path: string) => actuals.has(path) };
}

function* pathsOf<Entry extends StoredEntry>(store: EntryStore<Entry>): Generator<string, void, undefined> {
  for (let index = 0; index < store.count; index += 1) yield store.pathAt(index);
}

function sortByPosition<Entry extends StoredEntry>(store: EntryStore<Entry>, frames: number[]): void {
  const positions = Float64Array.from(frames, (frame) => store.positionAt(frame));
  if (positions.every((position, at) => at === 0 || position >= (positions[at - 1] ?? 0))) return;
  frames.sort((a, b) => store.positionAt(a) - store.positionAt(b));
}

/** Whether a path is that of an outer file: `{task_id}/{input_data_id}/{name}`. */
function isOuterPath(path: string): boolean {
  const second = path.indexOf('/', path.indexOf('/') + 1);
  return second > 0 && second < path.length - 1 && !path.includes('/', second + 1);
}

/** The frame of an outer file. */
function ownerOf(path: string): FrameKey {
  const slash = path.indexOf('/');
  return { task_id: path.slice(0, slash), input_data_id: path.slice(slash + 1, path.lastIndexOf('/')) };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** @returns a function that finds the files of a frame, in their order */
function groupByFrame(
  files: readonly number[],
  count: number,
  frameOf: (file: number) => number,
): (frame: number) => readonly number[] {
  if (files.length === 0) return () => NO_FILES;
  // Chains through `files`: a Map of lists would take ten times the memory.
  const first = new Int32Array(count).fill(-1);
  const next = new Int32Array(files.length);
  for (let at = files.length - 1; at >= 0; at -= 1) {
    const frame = frameOf(files[at] ?? -1);
    if (frame === -1) continue;
    next[at] = first[frame] ?? -1;
    first[frame] = at;
  }
  return (frame) => {
    const found: number[] = [];
    for (let at = first[frame] ?? -1; at !== -1; at = next[at] ?? -1) found.push(files[at] ?? -1);
    return found;
  };
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
