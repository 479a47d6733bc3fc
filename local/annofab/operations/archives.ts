import { buildArchive } from '../archive.ts';
import { alreadyInvoked, failure } from '../errors.ts';
import { type HandlerTable, reply } from '../handler.ts';

export const archives = {
  getAnnotationArchive: ({ project, files, settings }) => {
    if (project.jobs.some(({ job_type, job_status }) => job_type === 'gen-annotation' && job_status === 'progress')) {
      throw alreadyInvoked('The annotation archive is being updated');
    }
    if (!project.archive) {
      throw failure(404, 'MISSING_RESOURCE', 'The project has no annotation archive yet: start an update first');
    }
    const url = files.sign(project.archive.path);
    const type = settings.archiveUrlAsText ? { 'content-type': 'text/plain; charset=utf-8' } : {};
    return reply(201, { url }, { location: url, ...type });
  },

  postAnnotationArchiveUpdate: ({ project, state, files, clock, jobs, webhooks, settings }) => {
    const job = jobs.start(project, {
      type: 'gen-annotation',
      run: async () => {
        const path = `archives/${project.project.project_id}/simple-annotation.zip`;
        const { nullsForAbsent } = settings;
        const zip = await buildArchive(project, { files: state.files, now: clock.now(), nullsForAbsent });
        files.put(path, zip, 'application/zip');
        const updated = clock.stamp();
        project.archive = { path, updated_datetime: updated };
        webhooks.fire(project, 'annotation-archive-updated', { COMPLETE_DATETIME: updated });
      },
    });
    return reply(202, { job: structuredClone(job) });
  },
} satisfies HandlerTable;
