import type { StoredEntry } from '../entry-store.ts';

/** An input data of a task, as the archive names it. */
export interface FrameKey {
  readonly task_id: string;
  readonly input_data_id: string;
}

export interface FrameRecord<Entry> extends FrameKey {
  readonly json: Entry;
  /** By their names, which are annotation ids. */
  readonly outerFiles: ReadonlyMap<string, Entry>;
}

export interface FrameIndex<Entry> {
  readonly frames: readonly FrameRecord<Entry>[];
  readonly byTask: ReadonlyMap<string, readonly FrameRecord<Entry>[]>;
}

/**
 * Finds the frames by the paths alone, whatever their order: `{task_id}/{input_data_id}.json`, and outer files in the
 * folder beside it. What else there is does not matter: folders without a JSON were left behind by old versions.
 */
export function indexFrames<Entry extends StoredEntry>(entries: readonly Entry[]): FrameIndex<Entry> {
  const frames: FrameRecord<Entry>[] = [];
  const outerFiles = outerFilesOf(entries);
  for (const json of entries) {
    const key = frameKeyOf(json.path);
    if (key) frames.push({ ...key, json, outerFiles: outerFiles.get(json.path.slice(0, -5)) ?? none });
  }
  frames.sort((a, b) => a.json.position - b.json.position);
  return { frames, byTask: Map.groupBy(frames, ({ task_id }) => task_id) };
}

const none: ReadonlyMap<string, never> = new Map<string, never>();

function frameKeyOf(path: string): FrameKey | undefined {
  const [task_id, file, ...rest] = path.split('/');
  if (!task_id || !file?.endsWith('.json') || file === '.json' || rest.length > 0) return undefined;
  return { task_id, input_data_id: file.slice(0, -5) };
}

/** By the folder that they are in. */
function outerFilesOf<Entry extends StoredEntry>(entries: readonly Entry[]): Map<string, Map<string, Entry>> {
  const folders = new Map<string, Map<string, Entry>>();
  for (const entry of entries) {
    const parts = entry.path.split('/');
    const [task_id, input_data_id, name] = parts;
    if (parts.length !== 3 || !name) continue;
    const folder = `${task_id}/${input_data_id}`;
    const files = folders.get(folder);
    if (files) files.set(name, entry);
    else folders.set(folder, new Map([[name, entry]]));
  }
  return folders;
}
