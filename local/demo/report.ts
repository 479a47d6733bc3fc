import type { TaskMetadata } from '../../lib/annofab/index.ts';

/** The result of one task. */
export interface TaskReport {
  readonly task_id: string;
  readonly annotations: number;
  readonly files: number;
  readonly bytes: number;
  readonly before: TaskMetadata;
  readonly after: TaskMetadata;
}

export interface MirroredReport {
  readonly key: string;
  readonly bytes: number;
  readonly entries: number;
}

export interface DemoReport {
  readonly project: string;
  /** The number of webhooks that were answered with 202. */
  readonly received: number;
  readonly tasks: readonly TaskReport[];
  readonly archive: MirroredReport;
  readonly seconds: number;
}

/** Formats the summary for a terminal. */
export function formatReport({ project, received, tasks, archive, seconds }: DemoReport): string {
  const sum = (of: (task: TaskReport) => number) => tasks.reduce((total, task) => total + of(task), 0);
  const example = tasks[0];
  const rows: [string, string][] = [
    ['project', project],
    ['events received', String(received)],
    ['tasks exported', `${tasks.length}, with ${sum(({ annotations }) => annotations)} annotations`],
    ['files', `${sum(({ files }) => files)}, ${formatBytes(sum(({ bytes }) => bytes))}`],
    ...(example === undefined
      ? []
      : ([
          [`metadata of ${example.task_id}`, `before ${JSON.stringify(example.before)}`],
          ['', `after  ${JSON.stringify(example.after)}`],
        ] satisfies [string, string][])),
    ['archive mirrored', `${archive.entries} entries, ${formatBytes(archive.bytes)}`],
    ['time', `${seconds.toFixed(1)} s`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n');
}

function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const kibibytes = bytes / 1024;
  return kibibytes < 1024 ? `${kibibytes.toFixed(1)} KiB` : `${(kibibytes / 1024).toFixed(1)} MiB`;
}
