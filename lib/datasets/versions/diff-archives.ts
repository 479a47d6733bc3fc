import type { FrameKey, SimpleArchive } from '../../annofab/index.ts';
import { type Counter, createCounter } from './counter.ts';
import { ACCEPTED, stateOf } from './describe-archive.ts';

/** How an archive differs from an earlier one. Lists of ids are sorted. */
export interface ArchiveDiff {
  readonly tasks: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly TaskChange[];
    /** Those of the changed that were accepted, and are not any more. */
    readonly reopened: readonly string[];
    readonly unchanged: number;
  };
  readonly frames: {
    readonly added: number;
    readonly removed: number;
    readonly changed: number;
    readonly unchanged: number;
  };
  /** Annotations by label, in frames that were added, removed or changed: the others have the same before and after. */
  readonly labels: readonly LabelChange[];
}

export interface TaskChange {
  readonly task_id: string;
  /** Its phase and status, such as `acceptance/complete`. */
  readonly before: string;
  readonly after: string;
  /** How many of its frames were added, removed or changed. */
  readonly frames: number;
}

export interface LabelChange {
  readonly label: string;
  readonly before: number;
  readonly after: number;
}

/**
 * Compares two archives of a project. Which frames differ is found from checksums and sizes in the directories of the ZIPs: only
 * those frames are read. Memory is proportional to the directories.
 *
 * @throws ArchiveEntryError for a frame that differs and cannot be read, unless the archive was opened with `onBadEntry`
 */
export async function diffArchives(
  before: SimpleArchive,
  after: SimpleArchive,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<ArchiveDiff> {
  const { read, ...frames } = await compareFrames(before, after, signal);
  const [older, newer] = [await readSide(before, read, signal), await readSide(after, read, signal)];
  const [idsBefore, idsAfter] = [new Set(before.taskIds), new Set(after.taskIds)];
  const touched = [...read.keys()].sort();
  const changed = touched
    .filter((task_id) => idsBefore.has(task_id) && idsAfter.has(task_id))
    .map((task_id) => ({
      task_id,
      ...statesOf(task_id, older, newer),
      frames: read.get(task_id)?.size ?? 0,
    }));
  return {
    tasks: {
      added: touched.filter((task_id) => !idsBefore.has(task_id)),
      removed: touched.filter((task_id) => !idsAfter.has(task_id)),
      changed,
      reopened: changed
        .filter((task) => task.before === ACCEPTED && task.after !== ACCEPTED)
        .map(({ task_id }) => task_id),
      unchanged: after.taskIds.length - touched.filter((task_id) => idsAfter.has(task_id)).length,
    },
    frames,
    labels: compareLabels(older.labels, newer.labels),
  };
}

/** The input data that differ, by task. */
type Differing = Map<string, Set<string>>;

async function compareFrames(before: SimpleArchive, after: SimpleArchive, signal: AbortSignal | undefined) {
  const read: Differing = new Map();
  const counts = { added: 0, removed: 0, changed: 0, unchanged: 0 };
  const add = ({ task_id, input_data_id }: FrameKey) => {
    const ids = read.get(task_id);
    if (ids) ids.add(input_data_id);
    else read.set(task_id, new Set([input_data_id]));
  };
  for (const key of after.keys()) {
    const earlier = await before.fingerprint(key, { signal });
    const isSame = earlier !== undefined && earlier === (await after.fingerprint(key, { signal }));
    counts[isSame ? 'unchanged' : earlier === undefined ? 'added' : 'changed'] += 1;
    if (!isSame) add(key);
  }
  const common = counts.unchanged + counts.changed;
  if (common < before.frameCount) {
    for (const key of before.keys()) {
      if (after.has(key)) continue;
      counts.removed += 1;
      add(key);
    }
  }
  return { ...counts, read };
}

/** What the frames that differ have in one of the archives. */
interface Side {
  readonly labels: Counter;
  readonly states: ReadonlyMap<string, string>;
}

async function readSide(archive: SimpleArchive, read: Differing, signal: AbortSignal | undefined): Promise<Side> {
  const labels = createCounter();
  const states = new Map<string, string>();
  if (read.size === 0) return { labels, states };
  const where = ({ task_id, input_data_id }: FrameKey) => read.get(task_id)?.has(input_data_id) ?? false;
  for await (const frame of archive.frames({ where, signal })) {
    states.set(frame.task_id, stateOf(frame));
    for (const detail of frame.details) if (!detail.odd) labels.add(detail.label);
  }
  return { labels, states };
}

/** A task of which frames were only added or removed has frames on one side that were not read: its state is the same. */
function statesOf(task_id: string, before: Side, after: Side): { before: string; after: string } {
  const [older, newer] = [before.states.get(task_id), after.states.get(task_id)];
  return { before: older ?? newer ?? '', after: newer ?? older ?? '' };
}

function compareLabels(before: Counter, after: Counter): LabelChange[] {
  const labels = new Set([...Object.keys(before.counts()), ...Object.keys(after.counts())]);
  return [...labels].sort().map((label) => ({ label, before: before.get(label), after: after.get(label) }));
}
