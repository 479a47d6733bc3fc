import { startArchiveUpdate } from '../archives/archive-update.ts';
import { formatDateTime } from '../core/clock.ts';
import { Failure } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import type { NightWork, ProjectRecord } from '../core/state.ts';
import { LIST_KINDS, writeList } from './list-files.ts';

const HOUR_MS = 60 * 60 * 1000;

interface Plan {
  /** Japanese time. */
  readonly hour: number;
  run(services: Services, project: ProjectRecord): void;
}

const plans: Readonly<Record<NightWork, Plan>> = {
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
 * Does what Annofab does at night with all projects that are not suspended: at two o'clock in Japan it writes the list
 * files, and at three it builds the annotation archives. Whenever this is called, it makes up for the hours that have
 * passed since; nothing is done for the nights before the emulator began.
 */
export function catchUpWithNight(services: Services): void {
  const { state, clock } = services;
  for (const work of ['lists', 'archives'] as const) {
    const night = formatDateTime(new Date(clock.now().getTime() - plans[work].hour * HOUR_MS)).slice(0, 10);
    const last = state.nightly[work];
    state.nightly[work] = night;
    // A clock that was set back has no night to make up for.
    if (last === undefined || night <= last) continue;
    for (const record of state.projects.values()) {
      if (record.project.project_status === 'active') plans[work].run(services, record);
    }
  }
}

/** Where a running job excludes it, that night has none. */
function updateArchive(services: Services, project: ProjectRecord): void {
  try {
    startArchiveUpdate(services, project, services.settings.nightlyArchivesFire);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}
