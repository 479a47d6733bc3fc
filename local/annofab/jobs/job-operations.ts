import type { ProjectJobInfo, ProjectJobType } from '../../../lib/annofab/api-description.ts';
import { JOB_TYPES } from '../../../lib/annofab/api-description.ts';
import { invalidQuery, missing } from '../core/errors.ts';
import { readInstant, readInteger } from '../core/query.ts';
import type { HandlerTable } from '../server/handler.ts';
import { purgeJobs } from './job-engine.ts';

export const jobs = {
  getProjectJob: async ({ project, query, clock, jobs: running }) => {
    const limit = readInteger('limit', query.limit, { fallback: 30, min: 0, max: 200 });
    const before = readInstant('exclusive_start_created_datetime', query.exclusive_start_created_datetime);
    const type = readJobType(query.type);
    await running.quickDone(project);
    purgeJobs(project, clock);
    const fitting = project.jobs
      .filter((job) => type === undefined || job.job_type === type)
      .filter((job) => before === undefined || createdAt(job) < before)
      .sort((a, b) => createdAt(b) - createdAt(a));
    return { list: fitting.slice(0, limit), has_next: fitting.length > limit };
  },

  // Annofab documents that the job type in the path has no effect.
  deleteProjectJob: ({ project, params }) => {
    const index = project.jobs.findIndex((job) => job.job_id === params.job_id);
    if (index < 0) throw missing('job', params.job_id);
    project.jobs.splice(index, 1);
    return undefined;
  },
} satisfies HandlerTable;

function createdAt(job: ProjectJobInfo): number {
  return Date.parse(job.created_datetime);
}

/** @throws Failure 400 for an unknown type */
function readJobType(value: string | undefined): ProjectJobType | undefined {
  if (value === undefined) return undefined;
  const type = JOB_TYPES.find((known) => known === value);
  if (!type) throw invalidQuery(`type must be one of ${JOB_TYPES.join(', ')}`);
  return type;
}
