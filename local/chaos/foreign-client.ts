import type { TaskMetadata } from '../../lib/annofab/index.ts';
import type { AnnofabEmulator, RecordedRequest } from '../annofab/index.ts';
import type { ForeignWrite } from './plan.ts';

export interface TaskIds {
  readonly project_id: string;
  readonly task_id: string;
}

/**
 * Another program that keeps its own values in the metadata of the same tasks.
 *
 * It writes within the emulator, so that its read and write are atomic. A lost update by the other program, which the
 * application could not prevent, therefore happens only where the plan asks for it (`over`).
 */
export interface ForeignClient {
  /**
   * `beside`: adds a value now and keeps the others. `over`: after the application has written, writes the metadata that it
   * had read before, with its value.
   */
  write(task: TaskIds, how: ForeignWrite): void;
  /** Writes its lost values again: the application may have read before the other program wrote, and written after. */
  restore(): number;
  /** The tasks that have lost values of the other program. */
  missing(): TaskIds[];
  readonly writes: number;
}

/** A day, since the signal ends the wait. */
const MAX_WAIT_MS = 86_400_000;

type Emulator = Pick<AnnofabEmulator, 'state' | 'spy'>;

/** @param signal ends the waits */
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
        .waitForRequest((request) => writesMetadataOf(task, request), { timeoutMs: MAX_WAIT_MS, signal })
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
