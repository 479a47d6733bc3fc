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
  const frames: number[] = [];
  const outerFiles: number[] = [];
  for (let index = 0; index < store.count; index += 1) {
    const actual = store.pathAt(index);
    if (!isKept(actual)) continue;
    const path = actual.slice(wrapper.length);
    if (isFramePath(path)) frames.push(index);
    else if (folderOf(path) !== undefined) outerFiles.push(index);
  }
  sortByPosition(store, frames);
  const folders = groupByFolder(outerFiles, pathAt);
  const outerFilesOf = (folder: string): ReadonlyMap<string, Entry> => {
    const found = folders(folder);
    if (found.length === 0) return NONE;
    return new Map(found.map((index) => [pathAt(index).slice(folder.length + 1), store.entryAt(index)]));
  };
  return {
    frames: Uint32Array.from(frames),
    byTask: Map.groupBy(frames, (frame) => taskOf(pathAt(frame))),
    keyOf: (frame) => keyOf(pathAt(frame)),
    find({ task_id, input_data_id }) {
      const index =
        isPart(task_id) && isPart(input_data_id) ? store.find(`${wrapper}${task_id}/${input_data_id}.json`) : -1;
      return index === -1 || !isKept(store.pathAt(index)) ? undefined : store.entryAt(index);
    },
    recordOf(json) {
      const path = json.path.slice(wrapper.length);
      return { ...keyOf(path), json, outerFiles: outerFilesOf(path.slice(0, -JSON_SUFFIX.length)) };
    },
  };
}

const JSON_SUFFIX = '.json';

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

/** An id is one part of a path. */
function isPart(id: string): boolean {
  return id !== '' && !id.includes('/');
}

function taskOf(path: string): string {
  return path.slice(0, path.indexOf('/'));
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

/** `{task_id}/{input_data_id}` of an outer file `{task_id}/{input_data_id}/{name}`; undefined for other paths. */
function folderOf(path: string): string | undefined {
  const second = path.indexOf('/', path.indexOf('/') + 1);
  const isOuterFile = second > 0 && second < path.length - 1 && !path.includes('/', second + 1);
  return isOuterFile ? path.slice(0, second) : undefined;
}

/** @returns a function that finds the files of a folder, in their order */
function groupByFolder(files: readonly number[], pathAt: (index: number) => string): (folder: string) => number[] {
  const mask = 2 ** Math.ceil(Math.log2(files.length + 2)) - 1;
  // Chains of positions in `files`: a Map of folders would keep a string for each.
  const first = new Int32Array(mask + 1).fill(-1);
  const next = new Int32Array(files.length);
  for (let at = files.length - 1; at >= 0; at -= 1) {
    const slot = hashOf(folderOf(pathAt(files[at] ?? 0)) ?? '') & mask;
    next[at] = first[slot] ?? -1;
    first[slot] = at;
  }
  return (folder) => {
    const found: number[] = [];
    for (let at = first[hashOf(folder) & mask] ?? -1; at !== -1; at = next[at] ?? -1) {
      const index = files[at] ?? 0;
      if (folderOf(pathAt(index)) === folder) found.push(index);
    }
    return found;
  };
}

/** FNV-1a, with a seed of this process: a hostile archive cannot choose folders that share a chain. */
function hashOf(text: string): number {
  let hash = SEED;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

const SEED = (Math.random() * 2 ** 32) | 0;

/**
 * The name of an outer file within its frame's folder, from the URI in an annotation: a bare name in the Simple format,
 * `./{input_data_id}/{name}` in the Full format and for 3D segments.
 */
export function outerFileName(uri: string, input_data_id: string): string {
  const path = uri.replace(/^\.\//, '');
  return path.startsWith(`${input_data_id}/`) ? path.slice(input_data_id.length + 1) : path;
}
