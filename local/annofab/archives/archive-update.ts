import type { ProjectJobInfo } from '../../../lib/annofab/api-description.ts';
import type { Services } from '../core/services.ts';
import type { ArchiveRecord, ProjectRecord } from '../core/state.ts';
import { buildArchive } from './build-archive.ts';

/**
 * Starts the job that builds a project's archives.
 *
 * @param fires whether the job fires `annotation-archive-updated` at its end
 * @throws Failure 409 when a running job or the project's status excludes it
 */
export function startArchiveUpdate(services: Services, project: ProjectRecord, fires: boolean): ProjectJobInfo {
  const { jobs, webhooks } = services;
  return jobs.start(project, {
    type: 'gen-annotation',
    run: async () => {
      const archive = await buildBoth(project, services);
      project.archive = archive;
      if (!fires) return;
      webhooks.fire(project, 'annotation-archive-updated', { COMPLETE_DATETIME: archive.updated_datetime });
    },
  });
}

/** Builds the archive in both formats, and stores it. */
async function buildBoth(
  project: ProjectRecord,
  { state, files, clock, settings }: Pick<Services, 'state' | 'files' | 'clock' | 'settings'>,
): Promise<ArchiveRecord> {
  const build = async (format: 'simple' | 'full'): Promise<string> => {
    const path = `archives/${project.project.project_id}/${format}-annotation.zip`;
    const { nullsForAbsent, strayFolders } = settings;
    const parts = { files: state.files, now: clock.now(), nullsForAbsent, strayFolders, format };
    const zip = await buildArchive(project, parts);
    files.put(path, zip, 'application/zip');
    return path;
  };
  const [path, fullPath] = [await build('simple'), await build('full')];
  return { path, fullPath, updated_datetime: clock.stamp() };
}
