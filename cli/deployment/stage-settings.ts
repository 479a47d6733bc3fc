import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettingsFile } from '../../lib/settings/settings-file.ts';
import type { StageSettings } from '../../lib/settings/stage-settings.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The settings of a stage: of the folder in which the command runs, or else of this project.
 *
 * @throws Error with all problems of the file
 */
export async function stageSettings(stage: string): Promise<StageSettings> {
  const isHere = existsSync(join(process.cwd(), 'settings'));
  const { settings, problems } = await readSettingsFile(isHere ? process.cwd() : ROOT, stage);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return settings;
}
