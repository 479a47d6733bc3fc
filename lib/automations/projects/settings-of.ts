import { LoggableError } from '../../core/loggable-error.ts';
import type { Invocation } from '../../runtime/context.ts';
import { readTable } from '../../settings/settings-table.ts';
import { projectKeys } from '../bucket/dataset-keys.ts';
import { parseStoredJson, toJson } from '../bucket/stored-json.ts';
import type { Services, WithProjects } from '../services.ts';
import { ANY_PROJECT, PROJECT_SETTINGS, type ProjectSettings, type ProjectTable } from './project-settings.ts';

type Context = Pick<Invocation, 'signal'> & Pick<Services, 'dataset'> & WithProjects;

/** A copy of a copy of a copy …: longer chains indicate a circle. */
const MAX_COPIES = 20;

/**
 * The settings of a project: what its own row names, or else the row of the project that it was copied from; for the rest `*`,
 * and then the defaults.
 *
 * @throws LoggableError when the copies form a circle
 */
export async function settingsOf(ctx: Context, project_id: string): Promise<ProjectSettings> {
  const defaults = readTable(PROJECT_SETTINGS, {}).values;
  return { ...defaults, ...ctx.projects[ANY_PROJECT], ...(await rowOf(ctx, project_id)) };
}

/** The bucket is asked whose copy a project is only where a row could apply. */
async function rowOf(ctx: Context, project_id: string): Promise<Partial<ProjectSettings> | undefined> {
  if (Object.keys(ctx.projects).every((id) => id === ANY_PROJECT)) return undefined;
  let id: string | undefined = project_id;
  for (let copies = 0; id !== undefined; copies += 1) {
    if (copies > MAX_COPIES) throw new LoggableError(`${projectKeys.copiedFrom(project_id)} is part of a circle`);
    const own = ownRow(ctx.projects, id);
    if (own !== undefined) return own;
    id = await sourceOf(ctx, id);
  }
  return undefined;
}

/** An id such as `constructor` is not a row of the table. */
function ownRow(table: ProjectTable, project_id: string): Partial<ProjectSettings> | undefined {
  return Object.hasOwn(table, project_id) ? table[project_id] : undefined;
}

/** The project that a project was copied from, as far as this application knows. */
async function sourceOf({ dataset, signal }: Context, project_id: string): Promise<string | undefined> {
  const key = projectKeys.copiedFrom(project_id);
  const stored = await dataset.read(key, { signal });
  return stored === undefined ? undefined : parseStoredJson('internal', stored.text, key).text('copied_from');
}

/** Lets a copied project take over the settings of its source. The first record stays: a project is copied once. */
export async function recordCopy(
  { dataset, signal }: Omit<Context, 'projects'>,
  { project_id, copied_from }: { project_id: string; copied_from: string },
): Promise<void> {
  const body = toJson('internal', { project_id, copied_from });
  await dataset.replace(projectKeys.copiedFrom(project_id), body, {
    contentType: 'application/json',
    etag: undefined,
    signal,
  });
}
