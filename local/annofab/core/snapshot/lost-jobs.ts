import type { Clock } from '../clock.ts';
import { errorBody } from '../errors.ts';
import type { State } from '../state.ts';

/** Fails what was in progress: the work itself is not in a snapshot. A copy that was being filled is let go. */
export function endLostJobs(state: State, clock: Clock): void {
  const jobs = [...state.projects.values()].flatMap((project) => project.jobs);
  for (const job of jobs.filter(({ job_status }) => job_status === 'progress')) {
    const message = 'The emulator was stopped while the job was in progress';
    job.job_status = 'failed';
    job.errors = errorBody('INTERNAL_SERVER_ERROR', message, job.job_id, job.job_type);
    job.updated_datetime = clock.stamp();
    if (job.job_detail?._type === 'CopyProject') release(state, job.job_detail.request.dest_project_id);
  }
}

function release(state: State, projectId: string): void {
  const copy = state.projects.get(projectId)?.project;
  if (copy?.project_status === 'initializing') copy.project_status = 'active';
}
