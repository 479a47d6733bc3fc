import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleHandlers, handlerFiles } from '../../../local/lambda/processes/handler-bundles.ts';

const HANDLER = 'answer.handler';

let root: string;
const folders = new Set<string>();

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'annofab-functions-bundles-'));
  await write('value.ts', 'export const value: number = 1;');
  await write('answer.ts', `import { value } from './value.ts';\nexport const handler = () => value;`);
});

afterEach(async () => {
  for (const folder of folders) {
    await rm(folder, { recursive: true, force: true });
    await rm(folder.replace(/-\w+$/, '.json'), { force: true });
  }
  folders.clear();
  await rm(root, { recursive: true });
});

/** Writes a source as if it had been written a while ago: a file that changes during a build makes the bundle outdated. */
async function write(name: string, text: string, secondsAgo = 60): Promise<void> {
  await writeFile(join(root, name), text);
  const time = Date.now() / 1000 - secondsAgo;
  await utimes(join(root, name), time, time);
}

async function bundleOf(handler = HANDLER): Promise<string | undefined> {
  const bundle = (await bundleHandlers(handlerFiles(root, [handler]))).find(handler);
  if (bundle !== undefined) folders.add(dirname(bundle));
  return bundle;
}

async function answerOf(bundle = ''): Promise<unknown> {
  const { handler } = await import(pathToFileURL(bundle).href);
  return handler();
}

describe('the bundles of a service', () => {
  it('are used again while no source has changed', async () => {
    const bundle = await bundleOf();
    expect(await answerOf(bundle)).toBe(1);
    expect(await bundleOf()).toBe(bundle);
  });

  it('are built again when a file that a handler imports has changed', async () => {
    const bundle = await bundleOf();
    await write('value.ts', 'export const value: number = 2;', 30);
    const rebuilt = await bundleOf();
    expect(rebuilt).not.toBe(bundle);
    expect(await answerOf(rebuilt)).toBe(2);
  });

  it('have a source map beside them that names the sources', async () => {
    const map = JSON.parse(await readFile(`${await bundleOf()}.map`, 'utf8'));
    expect(map.sources).toContainEqual(expect.stringMatching(/answer\.ts$/));
  });

  it('leave a handler to its source when it cannot be bundled or does not exist', async () => {
    await write('answer.ts', 'export const handler = (');
    expect(await bundleOf()).toBeUndefined();
    expect(await bundleOf('missing.handler')).toBeUndefined();
  });
});
