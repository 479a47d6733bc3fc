import { alreadyInvoked, failure } from '../core/errors.ts';
import type { ArchiveRecord, ProjectRecord } from '../core/state.ts';
import { type HandlerTable, reply } from '../server/handler.ts';
import { redirectTo } from '../server/redirect.ts';
import { startArchiveUpdate } from './archive-update.ts';

export const archives = {
  getAnnotationArchive: ({ project, files, settings }) => {
    const type = settings.archiveUrlAsText ? { 'content-type': 'text/plain; charset=utf-8' } : {};
    return redirectTo(files, findArchive(project).path, type);
  },

  getArchiveFullWithProId: ({ project, files }) => redirectTo(files, findArchive(project).fullPath),

  postAnnotationArchiveUpdate: ({ project, ...services }) =>
    reply(202, { job: structuredClone(startArchiveUpdate(services, project, true)) }),
} satisfies HandlerTable;

/** @throws Failure 409 while the archive is being updated, 404 before its first update */
function findArchive({ archive, jobs }: ProjectRecord): ArchiveRecord {
  if (jobs.some(({ job_type, job_status }) => job_type === 'gen-annotation' && job_status === 'progress')) {
    throw alreadyInvoked('The annotation archive is being updated');
  }
  if (!archive) {
    throw failure(404, 'MISSING_RESOURCE', 'The project has no annotation archive yet: start an update first');
  }
  return archive;
}
