import { createHash } from 'node:crypto';
import type { TaskMetadata } from '../../lib/annofab/index.ts';
import { archiveKeys, taskKeys } from '../../lib/automations/bucket/dataset-keys.ts';
import { frameKey } from '../annofab/core/state.ts';
import { localNames } from '../names.ts';
import { type Stack, type StackOptions, startStack } from '../stack.ts';
import { type ArchiveEntries, openArchiveEntries } from './archive-entries.ts';
import { readObject } from './bucket.ts';
import { type CheckedExport, checkExport } from './check-export.ts';
import type { DemoReport, MirroredReport, TaskReport } from './report.ts';
import { explainFailure } from './why.ts';

export interface DemoOptions extends Pick<StackOptions, 'httpPort' | 'annofabPort' | 'awsPort' | 'importArchive'> {
  /** Told what happens, line by line. */
  readonly print: (line: string) => void;
  /** Called when all has started, before anything happens. */
  readonly onStarted?: (stack: Stack) => void;
}

/** A step did not lead to where it should: which one, and why. */
export class DemoError extends Error {
  override readonly name = 'DemoError' as const;
  readonly step: string;

  constructor(step: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.step = step;
  }
}

/** So many tasks are completed before their exports are waited for. */
const BATCH = 50;

/**
 * Takes a project through the whole job: its tasks are completed at Annofab, webhooks come in, annotations and metadata go
 * out, the archive is rebuilt and mirrored. Everything that comes out is checked.
 *
 * @throws DemoError naming the step that failed
 */
export async function runDemo({ print, onStarted, ...options }: DemoOptions): Promise<DemoReport> {
  const { importArchive } = options;
  const began = performance.now();
  const stack = await step('start', () => startStack({ retryAfterFailureSeconds: 1, ...options }));
  try {
    onStarted?.(stack);
    describeStart(stack, print);
    const project = stack.imported?.projectId ?? localNames.project;
    const entries = importArchive === undefined ? undefined : await openImported(stack, project, importArchive);
    const tasks = await exportTasks(stack, project, entries, print).finally(() => entries?.close());
    const archive = await mirrorArchive(stack, project, print);
    const received = stack.annofab.spy.deliveries.filter(({ status }) => status === 202).length;
    return { project, received, tasks, archive, seconds: (performance.now() - began) / 1000 };
  } finally {
    await stack.stop();
  }
}

function describeStart({ annofab, aws, host, imported }: Stack, print: DemoOptions['print']): void {
  print(`An Annofab at ${annofab.url}, an AWS at ${aws.s3Url}, and ${host.functions.length} functions at ${host.url}`);
  if (imported === undefined) return;
  const { projectId, taskIds, frameCount, annotationCount, assumptions } = imported;
  print(
    `Imported ${projectId}: ${taskIds.length} tasks, ${frameCount} frames, ${annotationCount} annotations; assumed:`,
  );
  for (const line of assumptions) print(`  - ${line}`);
}

/** An archive that Annofab did not write itself may have entries that had to be completed: those are not compared. */
function openImported({ annofab }: Stack, project: string, path: string): Promise<ArchiveEntries> {
  const annotations = annofab.state.projects.get(project)?.annotations;
  return openArchiveEntries(path, (taskId, inputDataId) =>
    Boolean(annotations?.get(frameKey(taskId, inputDataId))?.verbatim),
  );
}

async function exportTasks(
  stack: Stack,
  project: string,
  entries: ArchiveEntries | undefined,
  print: DemoOptions['print'],
): Promise<TaskReport[]> {
  const taskIds = [...(stack.annofab.state.projects.get(project)?.tasks.keys() ?? [])];
  print(
    `The ${taskIds.length} tasks of ${project} are completed at Annofab. Each fires a webhook, which is received, checked`,
  );
  print('and queued; a function exports the task into the bucket, and writes into its metadata that it did:');
  const reports: TaskReport[] = [];
  for (let first = 0; first < taskIds.length; first += BATCH) {
    reports.push(...(await exportBatch(stack, project, taskIds.slice(first, first + BATCH), { entries, print })));
  }
  return reports;
}

async function exportBatch(
  stack: Stack,
  project_id: string,
  taskIds: readonly string[],
  { entries, print }: { entries: ArchiveEntries | undefined; print: DemoOptions['print'] },
): Promise<TaskReport[]> {
  const before = new Map<string, TaskMetadata>();
  for (const task_id of taskIds) {
    before.set(task_id, await metadataOf(stack, project_id, task_id));
    await step(`complete ${task_id}`, () => stack.annofab.completeTask(project_id, task_id));
  }
  await stack.settled({ delayed: true });
  const reports: TaskReport[] = [];
  for (const task_id of taskIds) {
    const report = await step(`export ${task_id}`, async () => {
      const exported = await checkedExport(stack, { project_id, task_id }, entries);
      const after = await metadataOf(stack, project_id, task_id);
      expectMetadata(after, exported);
      return { ...exported, task_id, before: before.get(task_id) ?? {}, after };
    });
    reports.push(report);
    print(`  ${task_id}: ${report.annotations} annotations in ${report.files} files → ${report.prefix}`);
  }
  return reports;
}

async function checkedExport(
  stack: Stack,
  task: { project_id: string; task_id: string },
  entries: ArchiveEntries | undefined,
): Promise<CheckedExport> {
  const latest = await readObject(stack, taskKeys.latest(task));
  if (latest === undefined) throw new Error(explainFailure(stack, task.task_id));
  return checkExport((key) => readObject(stack, key), latest.toString(), entries);
}

async function metadataOf({ client }: Stack, project_id: string, task_id: string): Promise<TaskMetadata> {
  return (await client.getTask({ project_id, task_id })).metadata ?? {};
}

function expectMetadata(metadata: TaskMetadata, { completedAt, annotations }: CheckedExport): void {
  if (metadata['exported_at'] === completedAt && metadata['annotation_count'] === annotations) return;
  throw new Error(`the task's metadata do not tell of the export: ${JSON.stringify(metadata)}`);
}

async function mirrorArchive(stack: Stack, project: string, print: DemoOptions['print']): Promise<MirroredReport> {
  print(
    'What is scheduled for five in the morning runs now: Annofab rebuilds the annotation archive and fires its webhook,',
  );
  print('and a function streams the archive into the bucket:');
  return step('mirror the annotation archive', async () => {
    await stack.host.invoke('start-archive-updates');
    await stack.settled({ delayed: true });
    const manifest = await readObject(stack, archiveKeys.latest(project));
    if (manifest === undefined) throw new Error(explainFailure(stack, project));
    const { archive: key, bytes, sha256, entries } = JSON.parse(manifest.toString());
    const archive = await readObject(stack, key);
    if (archive === undefined || createHash('sha256').update(archive).digest('hex') !== sha256) {
      throw new Error(`${key} is not what its manifest says`);
    }
    print(`  ${key}`);
    return { key, bytes, entries };
  });
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new DemoError(name, cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
