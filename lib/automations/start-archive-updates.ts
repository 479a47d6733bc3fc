import { ConflictError, type Project } from '../annofab/index.ts';
import { mapInOrder } from '../core/async/map-in-order.ts';
import type { Invocation, TickContext } from '../runtime/context.ts';
import { allFailed, failureFields } from '../runtime/loggable-message.ts';
import { compareVersions, versionOf } from './bucket/version.ts';
import { conflictMeaning } from './conflict-handling.ts';
import type { Services } from './services.ts';

type Context = TickContext<Pick<Services, 'annofab'>>;
/** What the update of one project takes: an automation on an event can start one too. */
type UpdateContext = Invocation & Pick<Services, 'annofab'>;

/** The ids of the projects, by outcome. */
export interface ArchiveUpdates {
  readonly started: readonly string[];
  /** An update was already running, which is just as good. */
  readonly running: readonly string[];
  /** No task has changed since the last archive. */
  readonly unchanged: readonly string[];
  readonly suspended: readonly string[];
}

export type ArchiveUpdateOutcome = keyof ArchiveUpdates;

/**
 * Starts the update of the annotation archives of {@link Settings.archiveProjectIds} in which a task changed. When an archive
 * is ready, Annofab sends a webhook, and its event mirrors the archive.
 *
 * The last archive is that of the last update job that succeeded. Annofab keeps jobs for 14 days. It also builds archives at
 * night, possibly without a webhook: those do not count, so that every change is mirrored.
 *
 * @throws AggregateError after all projects were tried, when some failed: its message names each with its cause
 */
export async function startArchiveUpdates(ctx: Context): Promise<ArchiveUpdates> {
  const projects = await projectsToUpdate(ctx);
  const results = await mapInOrder(projects, ctx.settings.projectConcurrency, async (project_id) => {
    try {
      const outcome = await updateArchive(ctx, project_id);
      ctx.log.info('Archive update', { project_id, outcome });
      return { project_id, outcome };
    } catch (error) {
      ctx.log.error('Archive update', { project_id, outcome: 'failed', ...failureFields(error) });
      return { project_id, error };
    }
  });
  const failures = results.flatMap(({ project_id, error }) =>
    error === undefined ? [] : [{ name: project_id, error }],
  );
  if (failures.length > 0) {
    const what = `the archive update of ${failures.length} of ${projects.length} projects could not be started`;
    throw allFailed(what, failures);
  }
  const idsOf = (outcome: ArchiveUpdateOutcome) =>
    results.flatMap((result) => (result.outcome === outcome ? [result.project_id] : []));
  return {
    started: idsOf('started'),
    running: idsOf('running'),
    unchanged: idsOf('unchanged'),
    suspended: idsOf('suspended'),
  };
}

/** By default: the projects whose archive this account may update. */
async function projectsToUpdate({ annofab, settings, signal }: Context): Promise<readonly string[]> {
  if (settings.archiveProjectIds !== '*') return [...new Set(settings.archiveProjectIds)];
  return annofab.projects.idsWithRole(['owner', 'training_data_user'], { signal });
}

/**
 * Starts the update of a project's archive, unless no task has changed since the last one.
 *
 * @throws ConflictError when another job excludes the update
 */
export async function updateArchive(ctx: UpdateContext, project_id: string): Promise<ArchiveUpdateOutcome> {
  const { annofab, signal } = ctx;
  const project = await annofab.getProject({ project_id }, { signal });
  if (project.project_status === 'suspended') return 'suspended';
  for await (const job of annofab.jobs.all({ project_id, query: { type: 'gen-annotation' } }, { signal })) {
    if (job.job_status === 'progress') return 'running';
    if (job.job_status !== 'succeeded') continue;
    if (!(await changedSince(ctx, project, job.created_datetime))) return 'unchanged';
    break;
  }
  try {
    await annofab.postAnnotationArchiveUpdate({ project_id }, { signal });
    return 'started';
  } catch (error) {
    if (error instanceof ConflictError) return await outcomeOfConflict(ctx, project_id, error);
    throw error;
  }
}

/** Since the start of the job, because it may have read a task at any moment after that. */
async function changedSince({ annofab, signal }: UpdateContext, project: Project, since: string): Promise<boolean> {
  const isSince = (dateTime: string | undefined) =>
    dateTime !== undefined && compareVersions(versionOf(dateTime), versionOf(since)) >= 0;
  if (isSince(project.summary?.last_tasks_updated_datetime ?? undefined)) return true;
  const { project_id } = project;
  const { list } = await annofab.getTasks({ project_id, query: { sort: '-updated_datetime', limit: 1 } }, { signal });
  return list.some(({ updated_datetime }) => isSince(updated_datetime));
}

/** The update may have been started, or the project suspended, just before our request. */
async function outcomeOfConflict(
  ctx: UpdateContext,
  project_id: string,
  error: ConflictError,
): Promise<ArchiveUpdateOutcome> {
  const { annofab, signal } = ctx;
  const meaning = await conflictMeaning(ctx, project_id, error);
  if (meaning === 'suspended') return 'suspended';
  if (error.errorCode === 'WORKER_ALREADY_INVOKED') return 'running';
  if ((await annofab.jobs.running({ project_id, job_type: 'gen-annotation' }, { signal })).length > 0) return 'running';
  throw error; // Another job excludes the update, such as the generation of tasks.
}
