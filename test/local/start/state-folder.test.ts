import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSaving } from '../../../local/state/annofab-saver.ts';
import { openStateFolder } from '../../../local/state/state-folder.ts';

const PORTS = { http: 4001, annofab: 4002, files: 4003, aws: 4004 };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annofab-functions-state-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a state folder', () => {
  it('is made when it does not exist, and has what was saved when it is opened again', async () => {
    const path = join(folder, 'new');
    const first = await openStateFolder(path);
    expect(first).toMatchObject({ path, snapshot: undefined, ports: undefined, wasKilled: false });
    await first.keepPorts(PORTS);
    await first.saveSnapshot('{"saved_datetime":"2026-01-31T00:00:00.000+09:00","state":{}}');
    await first.close(true);

    const again = await openStateFolder(path);
    expect(again).toMatchObject({
      ports: PORTS,
      wasKilled: false,
      savedAt: new Date('2026-01-30T15:00:00.000Z'),
      snapshot: expect.stringContaining('"state":{}'),
    });
    await again.close(true);
  });

  it('is refused while another process uses it', async () => {
    const first = await openStateFolder(folder);
    await expect(openStateFolder(folder)).rejects.toThrow(`${folder} is used by another process`);
    await first.close(true);
    await (await openStateFolder(folder)).close(true);
  });

  it('says that the last run was killed when it was not closed cleanly', async () => {
    await (await openStateFolder(folder)).close(false);
    const again = await openStateFolder(folder);
    expect(again.wasKilled).toBe(true);
    await again.close(true);
  });

  it('is new when the first run was killed in its first moment', async () => {
    await writeFile(join(folder, 'lock'), '');
    await (await openStateFolder(folder)).close(true);
  });

  it.each([
    ['notes.txt', 'mine', 'is not empty, and holds no state of a local stack'],
    ['state.json', '{"format":"another"}', 'holds something else than the state of a local stack'],
    ['state.json', '{', 'holds something else than the state of a local stack'],
    [
      'state.json',
      '{"format":"annofab-functions-state","version":99}',
      'was written by another version (99, and not 1)',
    ],
    ['state.json', '{"format":"annofab-functions-state","version":1}', 'state.json is damaged: running'],
  ])('is refused, and left as it is, when it has %s with %s', async (name, text, problem) => {
    await writeFile(join(folder, name), text);
    await expect(openStateFolder(folder)).rejects.toThrow(problem);
    expect(await readFile(join(folder, name), 'utf8')).toBe(text);
  });
});

describe('saving Annofab', () => {
  it('writes a state only when it has changed, and the last one when it stops', async () => {
    const saved: string[] = [];
    let count = 0;
    const annofab = { save: () => `{"saved_datetime":"${count++}","state":1}` };
    const second = Promise.withResolvers<void>();
    const saver = startSaving(
      {
        save: () => {
          if (count === 2) second.resolve();
          return annofab.save();
        },
      },
      { saveSnapshot: async (text) => void saved.push(text) },
      () => {},
    );
    await second.promise;
    expect(saved).toEqual(['{"saved_datetime":"0","state":1}']);
    await saver.stop();
    expect(saved).toHaveLength(2);
  });

  it('reports once that it cannot save', async () => {
    const failed = Promise.withResolvers<unknown>();
    const refuse = () => Promise.reject(new Error('disk full'));
    const saver = startSaving({ save: () => 'x' }, { saveSnapshot: refuse }, failed.resolve);
    expect(await failed.promise).toEqual(new Error('disk full'));
    await expect(saver.stop()).rejects.toThrow('disk full');
  });
});
