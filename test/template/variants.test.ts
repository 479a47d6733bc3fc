import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readStageSettings } from '../../lib/settings/read-stage-settings.ts';
import { STAGE_SETTINGS, type StageSettings } from '../../lib/settings/stage-settings.ts';
import { functionsOff } from '../../lib/settings/switches.ts';
import { VARIANTS } from './variants.ts';

const serverless = parse(readFileSync(join(import.meta.dirname, '../../serverless.yml'), 'utf8'), {
  logLevel: 'silent',
});
const read = VARIANTS.map(({ name, settings = {} }) => ({ name, ...readStageSettings(settings) }));
/** The variants that can switch something off; without settings, the removal of old versions is off by default. */
const set = read.filter(({ name }) => name !== 'without settings');

/** The names of the functions in serverless.yml: `on-task-completed`. */
const functions: string[] = Object.values<{ handler: string }>(serverless.functions).map(({ handler }) =>
  handler.replace(/^functions\/(.*)\.handler$/, '$1'),
);

function isOff(name: 'events' | 'schedules', key: string) {
  return ({ settings }: { settings: StageSettings }) =>
    Object.entries(settings[name]).some(([k, v]) => k === key && !v);
}

describe('the variants of the template that test:template deploys', () => {
  it.each(read)('has settings that can be packaged: $name', ({ problems }) => {
    expect(problems).toEqual([]);
  });

  it.each(functions)('switch the function %s off in one of them', (name) => {
    expect(set.filter(({ settings }) => functionsOff(settings).includes(name))).not.toEqual([]);
  });

  it.each(functions)('have the function %s in one of them', (name) => {
    expect(read.filter(({ settings }) => !functionsOff(settings).includes(name))).not.toEqual([]);
  });

  it.each(Object.keys(STAGE_SETTINGS.events.fallback))('switch the event %s off in one of them', (name) => {
    expect(set.filter(isOff('events', name))).not.toEqual([]);
  });

  it.each(Object.keys(STAGE_SETTINGS.schedules.fallback))('switch the schedule %s off in one of them', (name) => {
    expect(set.filter(isOff('schedules', name))).not.toEqual([]);
  });

  const switches = Object.entries(STAGE_SETTINGS).filter(([, { fallback }]) => typeof fallback === 'boolean');
  it.each(switches)('have the setting %s on in one of them, and off in another', (name) => {
    const values = read.map(({ settings }) => Boolean(Object.entries(settings).find(([key]) => key === name)?.[1]));
    expect(new Set(values)).toEqual(new Set([true, false]));
  });
});
