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
  readonly version: string;
  readonly bytes: number;
  readonly entries: number;
}

export interface DatasetReport {
  /** The key of the version, up to its files. */
  readonly prefix: string;
  readonly formats: readonly string[];
  /** Annotations by part, then by label. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface DemoReport {
  readonly project: string;
  /** The number of webhooks that were answered with 202. */
  readonly received: number;
  readonly tasks: readonly TaskReport[];
  readonly archive: MirroredReport;
  readonly dataset: DatasetReport;
  readonly seconds: number;
}

/** Formats the summary for a terminal. */
export function formatReport({ project, received, tasks, archive, dataset, seconds }: DemoReport): string {
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
    ['dataset', `${partsText(dataset)}, as ${dataset.formats.join(' and ')}`],
    ['time', `${seconds.toFixed(1)} s`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n');
}

/** `train 40 annotations, val 10` */
function partsText({ counts }: DatasetReport): string {
  const parts = Object.entries(counts).map(([part, labels]) => {
    const annotations = Object.values(labels).reduce((sum, count) => sum + count, 0);
    return `${annotations} annotations in ${part}`;
  });
  return parts.length === 0 ? 'no annotations' : parts.join(', ');
}

/** A line for each part: `train: car 20, person 5`. */
export function countLines({ counts }: DatasetReport): string[] {
  return Object.entries(counts).map(([part, labels]) => {
    const ofLabels = Object.entries(labels).map(([label, count]) => `${label} ${count}`);
    return `${part}: ${ofLabels.join(', ')}`;
  });
}

function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const kibibytes = bytes / 1024;
  return kibibytes < 1024 ? `${kibibytes.toFixed(1)} KiB` : `${(kibibytes / 1024).toFixed(1)} MiB`;
}
