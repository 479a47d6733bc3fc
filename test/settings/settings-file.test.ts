import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettingsFile } from '../../lib/settings/settings-file.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annofab-functions-settings-'));
  await mkdir(join(folder, 'settings'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function problemsOf(text: string): Promise<readonly string[]> {
  await writeFile(join(folder, 'settings/dev.yml'), text);
  return (await readSettingsFile(folder, 'dev')).problems;
}

describe('readSettingsFile', () => {
  it.each([
    ['nothing', ''],
    ['only a comment', '# nothing yet\n'],
    ['a byte order mark and Windows line ends', '\uFEFFexportConcurrency: 3\r\noldVersionDays: 30\r\n'],
    ['an anchor and its alias', 'exportConcurrency: &two 2\nmirrorConcurrency: *two\n'],
  ])('reads a file with %s', async (_what, text) => {
    expect(await problemsOf(text)).toEqual([]);
  });

  it.each([
    ['a tab', 'events:\n\ttask-completed: true\n', 'Tabs are not allowed as indentation at line 2, column 1'],
    ['a key twice', 'alarms: true\nalarms: false\n', 'Map keys must be unique at line 2, column 1'],
    ['an alias without an anchor', 'exportConcurrency: *nowhere\n', expect.stringContaining('nowhere')],
    [
      'a second document',
      'alarms: true\n---\nalarms: false\n',
      'Line 2 begins a second document (---), and only one is allowed',
    ],
    ['a list', '- alarms\n', 'The file must be a mapping'],
  ])('names the file and the place of %s, in one line', async (_what, text, problem) => {
    const [first = ''] = await problemsOf(text);
    expect(first).toMatch(/^settings\/dev\.yml: /);
    expect(first).not.toContain('\n');
    expect(first.replace('settings/dev.yml: ', '')).toEqual(problem);
  });

  it('reports a file that cannot be read, such as a folder', async () => {
    await mkdir(join(folder, 'settings/dev.yml'));
    const { problems } = await readSettingsFile(folder, 'dev');
    expect(problems[0]).toBe('settings/dev.yml: The file cannot be read (EISDIR)');
  });

  it('reports a file whose name ends in .yaml, which is not read', async () => {
    await writeFile(join(folder, 'settings/dev.yaml'), 'alarms: false\n');
    const { exists, problems } = await readSettingsFile(folder, 'dev');
    expect(exists).toBe(false);
    expect(problems).toEqual(['settings/dev.yaml is not read: move what it has to settings/dev.yml']);
  });
});
