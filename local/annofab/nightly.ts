import { formatDateTime } from './clock.ts';
import { listKinds, writeList } from './list-files.ts';
import type { Services } from './services.ts';

const HOUR_MS = 60 * 60 * 1000;

/** Japanese time. */
const LIST_HOUR = 2;

/**
 * Does what Annofab does at night: at two o'clock in Japan it writes the list files of all projects that are not
 * suspended. Only requests change anything, so it is early enough before the first request after two; nothing is done
 * for the nights before the emulator began.
 */
export function catchUpWithNight(services: Services): void {
  const { state, clock } = services;
  const night = formatDateTime(new Date(clock.now().getTime() - LIST_HOUR * HOUR_MS)).slice(0, 10);
  const { lastNight } = state.nightly;
  if (night === lastNight) return;
  state.nightly.lastNight = night;
  if (lastNight === undefined) return;
  for (const record of state.projects.values()) {
    if (record.project.project_status !== 'active') continue;
    for (const kind of listKinds) writeList(services, record, kind);
  }
}
