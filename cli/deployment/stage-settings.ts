import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettingsFile, type SettingsFile } from '../../lib/settings/settings-file.ts';
import type { StageSettings } from '../../lib/settings/stage-settings.ts';

/** The folder of this project. */
export const PROJECT_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The settings of a stage: of the folder in which the command runs, or else of this project.
 *
 * @throws Error with all problems of the file
 */
export async function stageSettings(stage: string): Promise<StageSettings> {
  const { settings, problems } = await settingsFile(stage);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return settings;
}

/** The same, with its problems. */
export function settingsFile(stage: string): Promise<SettingsFile> {
  return readSettingsFile(settingsRoot(), stage);
}

/** The folder that has the folder `settings`: that in which the command runs, or else this project. */
export function settingsRoot(): string {
  return existsSync(join(process.cwd(), 'settings')) ? process.cwd() : PROJECT_ROOT;
}
