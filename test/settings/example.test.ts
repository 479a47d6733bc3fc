import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readStageSettings } from '../../lib/settings/read-stage-settings.ts';
import { defaultSettings } from '../../lib/settings/stage-settings.ts';

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

it('settings/example.yml names every setting with its default, in the order of the table', async () => {
  const example: object = parse(await read('settings/example.yml'));
  expect(readStageSettings(example)).toEqual({ settings: defaultSettings(), problems: [] });
  expect(Object.keys(example)).toEqual(Object.keys(defaultSettings()));
});

it('docs/settings.md has a row for each setting, and no other', async () => {
  const rows = [...(await read('docs/settings.md')).matchAll(/^\| `([A-Za-z]+)(?:\.[^`]*)?` \|/gm)];
  expect([...new Set(rows.map(([, name]) => name))]).toEqual(Object.keys(defaultSettings()));
});
