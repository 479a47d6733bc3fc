import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isJsonObject, ownField, parseJson } from '../../lib/core/json.ts';
import { writeWholeFile } from '../files/write-whole-file.ts';
import { UsageError } from '../frame/exit-codes.ts';

/** What earlier pulls put into a folder. */
export interface PullState {
  readonly project_id: string;
  /** The version of each task, by its id. */
  readonly tasks: Map<string, string>;
  archive: string | undefined;
}

const FILE = '.annofab-functions-pull.json';

/** @throws UsageError when the folder belongs to another project */
export async function readState(folder: string, project_id: string): Promise<PullState> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => undefined);
  // A file that cannot be read costs a comparison of all files, and no more.
  const json = text === undefined ? undefined : parseJson(text);
  const owner = isJsonObject(json) ? ownField(json, 'project_id') : undefined;
  if (typeof owner === 'string' && owner !== project_id)
    throw new UsageError(`${folder} has the project ${owner}. Use another folder.`);
  const [tasks, archive] = isJsonObject(json) ? [ownField(json, 'tasks'), ownField(json, 'archive')] : [];
  const versions = Object.entries(isJsonObject(tasks) ? tasks : {});
  return {
    project_id,
    tasks: new Map(versions.flatMap(([id, version]) => (typeof version === 'string' ? [[id, version]] : []))),
    archive: typeof archive === 'string' ? archive : undefined,
  };
}

export async function writeState(folder: string, { project_id, tasks, archive }: PullState): Promise<void> {
  const path = join(folder, FILE);
  const text = JSON.stringify({ project_id, tasks: Object.fromEntries(tasks), archive });
  await writeWholeFile(path, (temporary) => writeFile(temporary, text));
}
