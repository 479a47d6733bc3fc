import { ConflictError, type Project, type ProjectJobInfo } from '../annofab/index.ts';
import { mapInOrder } from '../core/map-in-order.ts';
import type { Services, TickContext } from '../runtime/context.ts';
import { allFailed, failureFields } from '../runtime/failures.ts';
import { compareVersions, versionOf } from './bucket/version.ts';
import { conflictMeaning } from './conflicts.ts';

type Context = TickContext<Pick<Services, 'annofab'>>;

/** What became of each project, by its id. */
export interface ArchiveUpdates {
  readonly started: readonly string[];
  /** An update was under way already, which is as good. */
  readonly running: readonly string[];
  /** No task has changed since the last archive. */
  readonly unchanged: readonly string[];
  readonly suspended: readonly string[];
}

type State = keyof ArchiveUpdates;

/**
 * Starts the update of the annotation archives of {@link Settings.archiveProjectIds}, where anything changed. When an archive
 * is ready, Annofab says so by a webhook, and that is what mirrors it.
 *
 * The last archive is the one of the last such job that succeeded. Annofab keeps jobs for 14 days, and also builds archives
 * at night without saying whether that fires the webhook: those do not count, so that no change stays unmirrored.
 *
 * @returns what became of each project
 * @throws AggregateError after all projects have been tried, when some could not be: its message names each with its cause
 */
export async function startArchiveUpdates(ctx: Context): Promise<ArchiveUpdates> {
  const projects = await projectsToUpdate(ctx);
  const results = await mapInOrder(projects, ctx.settings.projectConcurrency, async (project_id) => {
    try {
      const state = await updateArchive(ctx, project_id);
      ctx.log.info('Archive update', { project_id, outcome: state });
      return { project_id, state };
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
  const inState = (state: State) => results.flatMap((result) => (result.state === state ? [result.project_id] : []));
  return {
    started: inState('started'),
    running: inState('running'),
    unchanged: inState('unchanged'),
    suspended: inState('suspended'),
  };
}

/** Without a list: those whose archive this account may update. */
async function projectsToUpdate({ annofab, settings, signal }: Context): Promise<readonly string[]> {
  if (settings.archiveProjectIds !== '*') return [...new Set(settings.archiveProjectIds)];
  return annofab.projects.idsWithRole(['owner', 'training_data_user'], { signal });
}

async function updateArchive(ctx: Context, project_id: string): Promise<State> {
  const { annofab, signal } = ctx;
  const project = await annofab.getProject({ project_id }, { signal });
  if (project.project_status === 'suspended') return 'suspended';
  const jobs = await archiveJobs(ctx, project_id);
  if (jobs.some(isRunning)) return 'running';
  const last = jobs.find(({ job_status }) => job_status === 'succeeded');
  if (last !== undefined && !(await changedSince(ctx, project, last.created_datetime))) return 'unchanged';
  try {
    await annofab.postAnnotationArchiveUpdate({ project_id }, { signal });
    return 'started';
  } catch (error) {
    if (error instanceof ConflictError) return await stateOfConflict(ctx, project_id, error);
    throw error;
  }
}

/** Newest first. */
async function archiveJobs({ annofab, signal }: Context, project_id: string): Promise<ProjectJobInfo[]> {
  const { list } = await annofab.getProjectJob(
    { project_id, query: { type: 'gen-annotation', limit: 20 } },
    { signal },
  );
  return list;
}

function isRunning({ job_status }: ProjectJobInfo): boolean {
  return job_status === 'progress';
}

/** From the start of the job on, since nobody knows at which moment it looked at a task. */
async function changedSince({ annofab, signal }: Context, project: Project, since: string): Promise<boolean> {
  const isSince = (dateTime: string | undefined) =>
    dateTime !== undefined && compareVersions(versionOf(dateTime), versionOf(since)) >= 0;
  if (isSince(project.summary?.last_tasks_updated_datetime ?? undefined)) return true;
  const { project_id } = project;
  const { list } = await annofab.getTasks({ project_id, query: { sort: '-updated_datetime', limit: 1 } }, { signal });
  return list.some(({ updated_datetime }) => isSince(updated_datetime));
}

/** The job may have been started, or the project suspended, between our look and our call. */
async function stateOfConflict(ctx: Context, project_id: string, error: ConflictError): Promise<State> {
  const meaning = await conflictMeaning(ctx, project_id, error);
  if (meaning === 'suspended') return 'suspended';
  if (error.errorCode === 'WORKER_ALREADY_INVOKED' || (await archiveJobs(ctx, project_id)).some(isRunning))
    return 'running';
  throw error; // Another job excludes it, such as the generation of tasks.
}
