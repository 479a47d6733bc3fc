import type { SimpleArchive, SimpleDetail, SpecsAccessor } from '../../annofab/index.ts';
import { createCounter } from './counter.ts';

/** What is in an annotation archive. */
export interface ArchiveSummary {
  /** Undefined for an archive without frames. */
  readonly project_id?: string | undefined;
  /** Of the annotation specs, if they were given. */
  readonly specs?: { readonly format_version: string; readonly updated_datetime?: string | undefined } | undefined;
  readonly frames: number;
  readonly annotations: number;
  /** Annotations that cannot be read; they are not among the others. */
  readonly unreadable: number;
  /** How many tasks there are, and how many by phase and status, such as `acceptance/complete`. */
  readonly tasks: { readonly all: number; readonly by_state: Readonly<Record<string, number>> };
  /** Annotations by the English name of their label. */
  readonly labels: Readonly<Record<string, number>>;
  /** Annotations by type: that of the annotation specs where they tell it, else that of the data, such as `BoundingBox`. */
  readonly annotation_types: Readonly<Record<string, number>>;
  /** When the first and the last frame was updated, as Annofab writes it. Absent when no frame was. */
  readonly oldest_update?: string | undefined;
  readonly newest_update?: string | undefined;
}

/**
 * Counts what is in an archive. It is read once, frame by frame; memory holds the ids of the tasks.
 *
 * @throws ArchiveEntryError for a frame that cannot be read, unless the archive was opened with `onBadEntry`; the errors of reading
 */
export async function describeArchive(
  archive: SimpleArchive,
  specs?: SpecsAccessor,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<ArchiveSummary> {
  const typeOf = annotationTypes(specs);
  const [labels, types] = [createCounter(), createCounter()];
  const states = new Map<string, string>();
  const updates = createSpan();
  let project_id: string | undefined;
  let [frames, annotations, unreadable] = [0, 0, 0];
  for await (const frame of archive.frames({ signal })) {
    frames += 1;
    project_id ??= frame.project_id;
    if (!states.has(frame.task_id)) states.set(frame.task_id, stateOf(frame));
    updates.add(frame.updated_datetime);
    for (const detail of frame.details) {
      if (detail.odd) {
        unreadable += 1;
        continue;
      }
      annotations += 1;
      labels.add(detail.label);
      types.add(typeOf(detail));
    }
  }
  const byState = createCounter();
  for (const state of states.values()) byState.add(state);
  return {
    project_id,
    ...(specs && { specs: specsVersion(specs) }),
    frames,
    annotations,
    unreadable,
    tasks: { all: states.size, by_state: byState.counts() },
    labels: labels.counts(),
    annotation_types: types.counts(),
    ...updates.ends(),
  };
}

/** Phase and status: `acceptance/complete` is accepted. */
export function stateOf({ task_phase, task_status }: { task_phase: string; task_status: string }): string {
  return `${task_phase}/${task_status}`;
}

export const ACCEPTED = 'acceptance/complete';

function specsVersion({ data }: SpecsAccessor): NonNullable<ArchiveSummary['specs']> {
  const { format_version, updated_datetime } = data;
  return { format_version, ...(updated_datetime && { updated_datetime }) };
}

/** Labels of different types that share a name have the type of the data. */
function annotationTypes(specs: SpecsAccessor | undefined): (detail: SimpleDetail) => string {
  const byName = Map.groupBy(specs?.plain() ?? [], ({ name }) => name);
  const known = new Map(
    Array.from(byName, ([name, labels]) => {
      const types = new Set(labels.map(({ annotation_type }) => annotation_type));
      const [only] = types;
      return [name, types.size === 1 ? only : undefined] as const;
    }),
  );
  return ({ label, data }) => known.get(label) ?? dataType(data);
}

function dataType(data: SimpleDetail['data']): string {
  if (data === null) return 'none';
  return data._type === 'Unknown' ? data.kind.toLowerCase() : data._type;
}

/** Date-times may have different zones, so they are compared as instants. */
function createSpan() {
  let oldest: Moment | undefined;
  let newest: Moment | undefined;
  return {
    add(text: string | null | undefined): void {
      if (!text) return;
      const moment = { text, at: Date.parse(text) };
      if (Number.isNaN(moment.at)) return;
      if (oldest === undefined || moment.at < oldest.at) oldest = moment;
      if (newest === undefined || moment.at > newest.at) newest = moment;
    },
    ends: () => ({
      ...(oldest && { oldest_update: oldest.text }),
      ...(newest && { newest_update: newest.text }),
    }),
  };
}

interface Moment {
  readonly text: string;
  readonly at: number;
}
