import { annofabPaths, isFramePath } from '../entry-paths.ts';
import type { StoredEntry } from '../entry-store.ts';

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

export interface FrameIndex<Entry> {
  readonly frames: readonly FrameRecord<Entry>[];
  readonly byTask: ReadonlyMap<string, readonly FrameRecord<Entry>[]>;
}

/**
 * Finds the frames by path, in any order: `{task_id}/{input_data_id}.json`, with the outer files in the folder of the same
 * name. Other files are ignored: old versions of Annofab left folders without a JSON.
 */
export function indexFrames<Entry extends StoredEntry>(entries: readonly Entry[]): FrameIndex<Entry> {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const frames: FrameRecord<Entry>[] = [];
  const outerFiles = new Map<string, Map<string, Entry>>();
  const records: { readonly path: string; readonly entry: Entry }[] = [];
  for (const [path, actual] of annofabPaths([...byPath.keys()])) {
    const entry = byPath.get(actual);
    if (!entry) continue;
    if (isFramePath(path)) records.push({ path, entry });
    else addOuterFile(outerFiles, path, entry);
  }
  for (const { path, entry: json } of records) {
    const folder = path.slice(0, -'.json'.length);
    const slash = folder.indexOf('/');
    const [task_id, input_data_id] = [folder.slice(0, slash), folder.slice(slash + 1)];
    frames.push({ task_id, input_data_id, json, outerFiles: outerFiles.get(folder) ?? NONE });
  }
  frames.sort((a, b) => a.json.position - b.json.position);
  return { frames, byTask: Map.groupBy(frames, ({ task_id }) => task_id) };
}

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

/** Groups outer files, `{task_id}/{input_data_id}/{name}`, by their folder. */
function addOuterFile<Entry>(folders: Map<string, Map<string, Entry>>, path: string, entry: Entry): void {
  const [task_id, input_data_id, name, ...more] = path.split('/');
  if (!name || more.length > 0) return;
  const folder = `${task_id}/${input_data_id}`;
  const files = folders.get(folder);
  if (files) files.set(name, entry);
  else folders.set(folder, new Map([[name, entry]]));
}

/**
 * The name of an outer file within its frame's folder, from the URI in an annotation: a bare name in the Simple format,
 * `./{input_data_id}/{name}` in the Full format and for 3D segments.
 */
export function outerFileName(uri: string, input_data_id: string): string {
  const path = uri.replace(/^\.\//, '');
  return path.startsWith(`${input_data_id}/`) ? path.slice(input_data_id.length + 1) : path;
}
