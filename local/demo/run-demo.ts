import { createHash } from 'node:crypto';
import type { TaskMetadata } from '../../lib/annofab/index.ts';
import { archiveKeys, taskKeys } from '../../lib/automations/bucket/dataset-keys.ts';
import { frameKey } from '../annofab/core/state.ts';
import { localNames } from '../names.ts';
import { readObject, type Stack, type StackOptions, startStack } from '../stack.ts';
import { type ArchiveEntries, openArchiveEntries } from './archive-entries.ts';
import { type CheckedExport, checkExport } from './check-export.ts';
import { keepPicture, keepResults, prepareFolder } from './keep-results.ts';
import { countLines, type DatasetReport, type DemoReport, type MirroredReport, type TaskReport } from './report.ts';

export interface DemoOptions
  extends Pick<StackOptions, 'httpPort' | 'annofabPort' | 'awsPort' | 'importArchive' | 'functions'> {
  /** Called with each line of progress. */
  readonly print: (line: string) => void;
  /** A folder for what comes out: the objects of the bucket, the deliveries and the log. It may only have those of an earlier demo. */
  readonly keep?: string;
  /** Called when the stack has started, before the first step. */
  readonly onStarted?: (stack: Stack) => void;
}

/** A step of the demo failed. */
export class DemoError extends Error {
  override readonly name = 'DemoError' as const;
  readonly step: string;

  constructor(step: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.step = step;
  }
}

/** The number of tasks that are completed before their exports are awaited. */
const BATCH = 50;

/**
 * Runs the whole application on a project: its tasks are completed in Annofab, webhooks arrive, annotations and metadata are
 * exported, and the archive is rebuilt and mirrored. All results are verified.
 *
 * @throws DemoError naming the step that failed
 */
export async function runDemo({ print, onStarted, keep, ...options }: DemoOptions): Promise<DemoReport> {
  const { importArchive } = options;
  const began = performance.now();
  if (keep !== undefined) await step('keep the results', () => prepareFolder(keep));
  const stack = await step('start', () => startStack({ retryAfterFailureSeconds: 1, ...options }));
  try {
    onStarted?.(stack);
    describeStart(stack, print);
    // After a failure too: then there is most to look at.
    const results = await runSteps(stack, { print, keep, importArchive }).finally(() =>
      keepAll(stack, { print, keep }),
    );
    return { ...results, seconds: (performance.now() - began) / 1000 };
  } finally {
    await stack.stop();
  }
}

type StepOptions = Pick<DemoOptions, 'print'> & Record<'keep' | 'importArchive', string | undefined>;

async function runSteps(
  stack: Stack,
  { print, keep, importArchive }: StepOptions,
): Promise<Omit<DemoReport, 'seconds'>> {
  const project = stack.imported?.projectId ?? localNames.project;
  const entries = importArchive === undefined ? undefined : await openImported(stack, project, importArchive);
  const tasks = await exportTasks(stack, project, entries, print).finally(() => entries?.close());
  const archive = await mirrorArchive(stack, project, print);
  const dataset = await convertArchive(stack, project, archive, { print, keep });
  const received = stack.annofab.spy.deliveries.filter(({ status }) => status === 202).length;
  return { project, received, tasks, archive, dataset };
}

async function keepAll(stack: Stack, { print, keep }: Pick<StepOptions, 'print' | 'keep'>): Promise<void> {
  if (keep === undefined) return;
  for (const line of await step('keep the results', () => keepResults(stack, keep))) print(line);
}

function describeStart({ annofab, aws, host, imported }: Stack, print: DemoOptions['print']): void {
  print(`Started: Annofab at ${annofab.url}, AWS at ${aws.s3Url}, ${host.functions.length} functions at ${host.url}`);
  if (imported === undefined) return;
  const { projectId, taskIds, frameCount, annotationCount, assumptions } = imported;
  print(
    `Imported ${projectId}: ${taskIds.length} tasks, ${frameCount} frames, ${annotationCount} annotations; assumed:`,
  );
  for (const line of assumptions) print(`  - ${line}`);
}

/** An archive that was not written by Annofab may have entries that were completed on import; those are not compared. */
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
    `Completing the ${taskIds.length} tasks of ${project} in Annofab. Each fires a webhook, which is received, checked and`,
  );
  print('queued; a function exports the task to the bucket and records the export in its metadata:');
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
  throw new Error(`the task's metadata do not match the export: ${JSON.stringify(metadata)}`);
}

async function mirrorArchive(stack: Stack, project: string, print: DemoOptions['print']): Promise<MirroredReport> {
  print(
    'Running the schedule of 8 p.m. now: Annofab rebuilds the annotation archive and fires a webhook, and a function',
  );
  print('copies the archive to the bucket:');
  return step('mirror the annotation archive', async () => {
    await stack.host.invoke('start-archive-updates');
    await stack.settled({ delayed: true });
    const manifest = await readObject(stack, archiveKeys.latest(project));
    if (manifest === undefined) throw new Error(explainFailure(stack, project));
    const { archive: key, version, bytes, sha256, entries } = JSON.parse(manifest.toString());
    const archive = await readObject(stack, key);
    if (archive === undefined || createHash('sha256').update(archive).digest('hex') !== sha256) {
      throw new Error(`${key} differs from its manifest`);
    }
    print(`  ${key}`);
    return { key, version, bytes, entries };
  });
}

async function convertArchive(
  stack: Stack,
  project: string,
  { version }: MirroredReport,
  { print, keep }: Pick<DemoOptions, 'print'> & { readonly keep: string | undefined },
): Promise<DatasetReport> {
  print('Making a dataset of the archive, three quarters of the tasks for training and the others for validation:');
  return step('make a dataset', async () => {
    const { drawExample, makeDatasets } = await import('./make-datasets.ts');
    const dataset = await makeDatasets(stack, project, version);
    print(`  ${dataset.prefix}{${dataset.formats.join(',')}}/`);
    for (const line of countLines(dataset)) print(`  ${line}`);
    const picture = keep === undefined ? undefined : await drawExample(stack, project, version);
    if (keep !== undefined && picture !== undefined) await keepPicture(picture, keep);
    return dataset;
  });
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new DemoError(name, cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** The last warning or error that the functions logged, preferably one that contains the text. */
function explainFailure({ host }: Stack, about: string): string {
  const warnings = host.logs.map(({ text }) => text).filter((text) => /"level":"(WARN|ERROR)"/.test(text));
  const last = warnings.findLast((text) => text.includes(about)) ?? warnings.at(-1);
  return last === undefined ? 'there is no result, and the functions logged no error' : `the functions logged: ${last}`;
}
