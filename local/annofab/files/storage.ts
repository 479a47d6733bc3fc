import type { State } from '../core/state.ts';
import { storedBytes } from './stored-file.ts';

/** Bytes of the files of an organization's projects. Their paths name the project second: `input-data/{project_id}/…`. */
export function storageOf({ files, projects }: State, organizationId: string): number {
  const mine = ([path]: [string, unknown]) =>
    projects.get(path.split('/')[1] ?? '')?.project.organization_id === organizationId;
  return [...files].filter(mine).reduce((sum, [, file]) => sum + storedBytes(file), 0);
}
