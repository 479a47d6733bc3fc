import { startArchiveUpdate } from '../archives/archive-update.ts';
import { dateInJapan } from '../core/clock.ts';
import { Failure } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import type { NightWork, ProjectRecord } from '../core/state.ts';
import { LIST_KINDS, writeList } from './list-files.ts';

const HOUR_MS = 60 * 60 * 1000;

interface NightlyJob {
  /** In Japanese time. */
  readonly hour: number;
  run(services: Services, project: ProjectRecord): void;
}

const NIGHTLY_JOBS: Readonly<Record<NightWork, NightlyJob>> = {
  lists: {
    hour: 2,
    run: (services, project) => {
      for (const kind of LIST_KINDS) writeList(services, project, kind);
    },
  },
  archives: {
    hour: 3,
    run: (services, project) => {
      if (services.settings.nightlyArchives) updateArchive(services, project);
    },
  },
};

/**
 * Runs Annofab's nightly jobs for all active projects, when they are due: at 02:00 in Japan the list files, at 03:00
 * the annotation archives. The first call of an emulator only records the present night.
 */
export function runDueNightlyJobs(services: Services): void {
  const { state, clock } = services;
  for (const work of ['lists', 'archives'] as const) {
    const night = dateInJapan(new Date(clock.now().getTime() - NIGHTLY_JOBS[work].hour * HOUR_MS));
    const last = state.nightly[work];
    state.nightly[work] = night;
    // The clock may have been set back.
    if (last === undefined || night <= last) continue;
    for (const record of state.projects.values()) {
      if (record.project.project_status === 'active') NIGHTLY_JOBS[work].run(services, record);
    }
  }
}

/** The update is skipped for this night when a running job excludes it. */
function updateArchive(services: Services, project: ProjectRecord): void {
  try {
    startArchiveUpdate(services, project, services.settings.nightlyArchivesFire);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}
