import { explain, isJsonObject } from '../core/json.ts';
import { contradictions } from './contradictions.ts';
import { readTable } from './settings-table.ts';
import { defaultSettings, STAGE_SETTINGS, type StageSettings } from './stage-settings.ts';

export interface SettingsRead {
  readonly settings: StageSettings;
  /** A line for each unknown name, impossible value and contradiction. */
  readonly problems: readonly string[];
}

/** Reads the content of a settings file, an empty one included, and finds everything that is wrong with it. */
export function readStageSettings(content: unknown): SettingsRead {
  if (!isJsonObject(content ?? {})) return { settings: defaultSettings(), problems: ['The file must be a mapping'] };
  const given: Readonly<Record<string, unknown>> = Object.assign({}, content);
  const { values: settings, problems } = readTable(STAGE_SETTINGS, given);
  const wrong = new Set(problems.map(({ path }) => path.split(/[.[]/, 1)[0]));
  const more = contradictions(settings, Object.keys(given)).filter(
    ({ names }) => !names.some((name) => wrong.has(name)),
  );
  return { settings, problems: [...problems.map((one) => explain([one])), ...more.map(({ problem }) => problem)] };
}
