import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { readStageSettings, type SettingsRead } from './read-stage-settings.ts';

export interface SettingsFile extends SettingsRead {
  /** `settings/dev.yml` */
  readonly path: string;
  readonly exists: boolean;
}

/**
 * Reads `settings/<stage>.yml`. A stage without a file has the defaults. Problems name the file.
 *
 * @param folder that of serverless.yml
 */
export async function readSettingsFile(folder: string, stage: string): Promise<SettingsFile> {
  const path = `settings/${stage}.yml`;
  const text = await readFile(join(folder, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  const document = parseDocument(text ?? '');
  const { settings, problems } = readStageSettings(document.errors.length > 0 ? undefined : document.toJS());
  const unreadable = document.errors.map(({ message }) => message.split('\n', 1).join());
  return {
    path,
    exists: text !== undefined,
    settings,
    problems: [...unreadable, ...problems].map((problem) => `${path}: ${problem}`),
  };
}
