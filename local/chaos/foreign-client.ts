import type { TaskMetadata } from '../../lib/annofab/index.ts';
import type { AnnofabEmulator, RecordedRequest } from '../annofab/index.ts';
import type { ForeignWrite } from './plan.ts';

export interface TaskIds {
  readonly project_id: string;
  readonly task_id: string;
}

/**
 * Another program that keeps values of its own in the metadata of the same tasks.
 *
 * It writes in no time, within the emulator: between its own reading and writing nothing can happen, so that it never is
 * what takes ours away behind our back, which nobody could defend against.
 */
export interface ForeignClient {
  /**
   * `beside`: adds a value now, keeping what is there. `over`: once we have written, it writes what it had read before,
   * and its value.
   */
  write(task: TaskIds, how: ForeignWrite): void;
  /** Writes again what of its own is gone: we may have read before it wrote, and written after. */
  restore(): number;
  /** The tasks of which something of its own is gone. */
  missing(): TaskIds[];
  readonly writes: number;
}

/** A day: it waits until the signal ends it. */
const LONGEST_WAIT_MS = 86_400_000;

type Emulator = Pick<AnnofabEmulator, 'state' | 'spy'>;

/** @param signal ends it */
export function createForeignClient({ state, spy }: Emulator, signal: AbortSignal): ForeignClient {
  const own = new Map<string, { task: TaskIds; values: TaskMetadata }>();
  let writes = 0;

  function put({ project_id, task_id }: TaskIds, metadata: TaskMetadata): void {
    const task = state.projects.get(project_id)?.tasks.get(task_id);
    if (task !== undefined) task.metadata = metadata;
  }

  function metadataOf({ project_id, task_id }: TaskIds): TaskMetadata {
    return { ...state.projects.get(project_id)?.tasks.get(task_id)?.metadata };
  }

  function missing() {
    return [...own.values()].filter(({ task, values }) => {
      const metadata = metadataOf(task);
      return Object.entries(values).some(([name, value]) => metadata[name] !== value);
    });
  }

  return {
    get writes() {
      return writes;
    },
    write(task, how) {
      writes += 1;
      const key = `${task.project_id}/${task.task_id}`;
      const values = { ...own.get(key)?.values, [`foreign-${writes}`]: `value ${writes}` };
      own.set(key, { task, values });
      if (how === 'beside') return put(task, { ...metadataOf(task), ...values });
      const read = metadataOf(task);
      const overwrite = () => put(task, { ...read, ...own.get(key)?.values });
      spy
        .waitForRequest((request) => writesMetadataOf(task, request), { timeoutMs: LONGEST_WAIT_MS, signal })
        .then(overwrite, () => undefined);
    },
    missing: () => missing().map(({ task }) => task),
    restore() {
      const gone = missing();
      for (const { task, values } of gone) put(task, { ...metadataOf(task), ...values });
      return gone.length;
    },
  };
}

function writesMetadataOf(
  { project_id, task_id }: TaskIds,
  { operation, url, status, body }: RecordedRequest,
): boolean {
  return (
    operation === 'patchTasksMetadata' &&
    status === 200 &&
    url.includes(`/projects/${project_id}/`) &&
    Object.hasOwn(Object(body), task_id)
  );
}
