import { LoggableError } from '../../core/loggable-error.ts';
import { keysOf } from '../../core/typed-object.ts';
import type { Invocation } from '../../runtime/context.ts';
import { projectKeys } from '../bucket/dataset-keys.ts';
import { parseStoredJson, toJson } from '../bucket/stored-json.ts';
import type { Services } from '../services.ts';
import { ANY_PROJECT, type ProjectSettings, type ProjectsSettings } from './projects-settings.ts';

type Context = Pick<Invocation, 'signal'> & Pick<Services, 'dataset'> & { readonly projects: ProjectsSettings };

/** A copy of a copy of a copy …: longer chains indicate a circle. */
const MAX_COPIES = 20;

/**
 * The settings of a project: its own, or else those of the project that it was copied from, or else those of `*`.
 *
 * @throws LoggableError when the copies form a circle
 */
export async function settingsOf(ctx: Context, project_id: string): Promise<ProjectSettings> {
  if (keysOf(ctx.projects).length === 0) return {};
  let id: string | undefined = project_id;
  for (let copies = 0; id !== undefined; copies += 1) {
    if (copies > MAX_COPIES) throw new LoggableError(`${projectKeys.copiedFrom(project_id)} is part of a circle`);
    const own = Object.hasOwn(ctx.projects, id) ? ctx.projects[id] : undefined;
    if (own !== undefined) return own;
    id = await sourceOf(ctx, id);
  }
  return ctx.projects[ANY_PROJECT] ?? {};
}

/** The project that a project was copied from, as far as this application knows. */
async function sourceOf({ dataset, signal }: Context, project_id: string): Promise<string | undefined> {
  const key = projectKeys.copiedFrom(project_id);
  const stored = await dataset.read(key, { signal });
  return stored === undefined ? undefined : parseStoredJson(stored.text, key).text('copied_from');
}

/** Lets a copied project take over the settings of its source. The first record stays: a project is copied once. */
export async function recordCopy(
  { dataset, signal }: Omit<Context, 'projects'>,
  { project_id, copied_from }: { project_id: string; copied_from: string },
): Promise<void> {
  const body = toJson({ project_id, copied_from });
  await dataset.replace(projectKeys.copiedFrom(project_id), body, {
    contentType: 'application/json',
    etag: undefined,
    signal,
  });
}
