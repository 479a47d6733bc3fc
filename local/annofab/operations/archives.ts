import { buildArchive } from '../archive.ts';
import { alreadyInvoked, failure } from '../errors.ts';
import { type HandlerTable, reply } from '../handler.ts';
import { redirectTo } from '../redirect.ts';
import type { Services } from '../services.ts';
import type { ArchiveRecord, ProjectRecord } from '../state.ts';

export const archives = {
  getAnnotationArchive: ({ project, files, settings }) => {
    const type = settings.archiveUrlAsText ? { 'content-type': 'text/plain; charset=utf-8' } : {};
    return redirectTo(files, findArchive(project).path, type);
  },

  getArchiveFullWithProId: ({ project, files }) => redirectTo(files, findArchive(project).fullPath),

  postAnnotationArchiveUpdate: ({ project, jobs, webhooks, ...services }) => {
    const job = jobs.start(project, {
      type: 'gen-annotation',
      run: async () => {
        project.archive = await buildBoth(project, services);
        webhooks.fire(project, 'annotation-archive-updated', { COMPLETE_DATETIME: project.archive.updated_datetime });
      },
    });
    return reply(202, { job: structuredClone(job) });
  },
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

/** The archive in both formats, put into the file store. */
async function buildBoth(
  project: ProjectRecord,
  { state, files, clock, settings }: Pick<Services, 'state' | 'files' | 'clock' | 'settings'>,
): Promise<ArchiveRecord> {
  const build = async (format: 'simple' | 'full'): Promise<string> => {
    const path = `archives/${project.project.project_id}/${format}-annotation.zip`;
    const { nullsForAbsent } = settings;
    const zip = await buildArchive(project, { files: state.files, now: clock.now(), nullsForAbsent, format });
    files.put(path, zip, 'application/zip');
    return path;
  };
  const [path, fullPath] = [await build('simple'), await build('full')];
  return { path, fullPath, updated_datetime: clock.stamp() };
}
