import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { advancePointer, type PointerRead } from '../../../lib/automations/bucket/latest-pointer.ts';
import {
  buildManifest,
  contentVersion,
  isNewerVersion,
  type LatestVersion,
  parseLatestVersion,
} from '../../../lib/automations/export-task/manifest.ts';
import { everyTypeSeed } from '../../local/annofab/every-type.ts';
import { startWorld, type World } from '../support/world.ts';

const signal = new AbortController().signal;

let world: World;

beforeAll(async () => {
  world = await startWorld({ seed: { ...everyTypeSeed, projects: [] } });
});
afterAll(() => world.stop());

describe('advancePointer', () => {
  it('ends at the newest version when many writers race', async () => {
    const versions = Array.from({ length: 10 }, (_, n) => dated(`2019-05-08T10:00:0${n}.000+09:00`));
    const shuffled = [3, 9, 0, 7, 1, 8, 2, 6, 5, 4].flatMap((n) => versions[n] ?? []);
    await Promise.all(shuffled.map((version) => advance('many', version)));
    expect(await world.json('many')).toEqual({ format: 1, ...versions[9] });
  });

  it('never moves back, and does not write the same value again', async () => {
    const [older, newer] = [dated('2019-05-08T10:00:00+09:00'), dated('2019-05-08T01:00:00.001Z')];
    expect(await advance('back', newer)).toBe(true);
    const before = await world.dataset.read('back');
    expect(await advance('back', older)).toBe(false);
    expect(await advance('back', newer)).toBe(false);
    expect(await world.dataset.read('back')).toEqual(before);
  });

  it('moves the pointer from what its caller read, without another read', async () => {
    const [older, newer] = [dated('2019-05-08T10:00:00Z'), dated('2019-05-08T11:00:00Z')];
    expect(await advance('seen', older, undefined)).toBe(true);
    expect(await advance('seen', newer, await world.dataset.read('seen'))).toBe(true);
    expect(await world.json('seen')).toEqual({ format: 1, ...newer });
  });

  it('reads the pointer again when what its caller read is old', async () => {
    const [first, second, third] = ['10', '11', '12'].map((hour) => dated(`2019-05-08T${hour}:00:00Z`));
    if (first === undefined || second === undefined || third === undefined) throw new Error('three versions');
    await advance('old', second);
    expect(await advance('old', third, undefined)).toBe(true);
    expect(await advance('old', first, undefined)).toBe(false);
    expect(await world.json('old')).toEqual({ format: 1, ...third });
    const seen = await world.dataset.read('old');
    await world.dataset.put('old', JSON.stringify(first), { contentType: 'application/json' });
    expect(await advance('old', second, seen)).toBe(true);
    expect(await world.json('old')).toEqual({ format: 1, ...second });
  });

  it.each(['', 'null', '{"version":1}', '[]'])(
    'does not overwrite an invalid pointer (%j), and names it in the error',
    async (text) => {
      await world.dataset.put('broken', text || ' ', { contentType: 'application/json' });
      await expect(advance('broken', dated('2019-05-08T10:00:00Z'))).rejects.toThrow(
        /^broken .*repair it, or delete it/,
      );
    },
  );
});

describe('isNewerVersion', () => {
  const byContent = (completed_at: string, letter: string) => ({ ...dated(completed_at), version: letter.repeat(64) });

  it('orders versions without a date-time before those with one, and among each other by the update of the task', () => {
    const [first, second] = [byContent('2019-05-08T10:00:00Z', 'f'), byContent('2019-05-09T10:00:00Z', 'a')];
    const withDate = dated('2019-05-07T10:00:00Z');
    expect([isNewerVersion(second, first), isNewerVersion(first, second)]).toEqual([true, false]);
    expect([isNewerVersion(withDate, second), isNewerVersion(second, withDate)]).toEqual([true, false]);
    expect(isNewerVersion(first, { ...first })).toBe(false);
  });
});

describe('buildManifest', () => {
  const task = {
    project_id: 'p',
    task_id: 't',
    phase: 'acceptance',
    phase_stage: 1,
    status: 'complete',
    input_data_id_list: ['i'],
    histories_by_phase: [],
    work_time_span: 0,
    number_of_rejections: 0,
    updated_datetime: '2019-05-08T10:00:00+09:00',
  } as const;
  const frame = (labels: string[]) => ({ input_data_id: 'i', annotation_count: labels.length, labels, files: [] });

  it('counts labels with any name, in the order of their names', () => {
    const manifest = buildManifest({ ...task, input_data_id_list: [], histories_by_phase: [] }, 'v', [
      frame(['車', '__proto__', 'car']),
      frame(['car', 'constructor']),
    ]);
    expect(JSON.stringify(manifest.annotation_count_by_label)).toBe('{"__proto__":1,"car":2,"constructor":1,"車":1}');
    expect(manifest.annotation_count).toBe(5);
  });

  it('names versions without a date-time by their content', () => {
    const file = { path: 't/i.json', bytes: 2, sha256: 'aa', content_type: 'application/json' };
    const version = (change: Partial<typeof file>) =>
      contentVersion([{ ...frame([]), files: [{ ...file, ...change }] }]);
    const versions = [version({}), version({ sha256: 'ab' }), version({ path: 't/j.json' }), version({ bytes: 3 })];
    expect(new Set(versions).size).toBe(4);
    expect(version({})).toBe(versions[0]);
  });
});

function dated(completed_at: string): LatestVersion {
  const version = new Date(completed_at).toISOString().replaceAll(/[-:]/g, '');
  return { project_id: 'p', task_id: 't', version, completed_at, manifest: `versions/${version}/manifest.json` };
}

/** @param seen what the caller read before, if it read */
function advance(key: string, next: LatestVersion, ...seen: [pointer?: PointerRead]): Promise<boolean> {
  return advancePointer(world.dataset, key, next, {
    kind: 'latest',
    parse: (text) => parseLatestVersion(text, key),
    isNewer: isNewerVersion,
    ...(seen.length === 0 ? {} : { seen: { pointer: seen[0] } }),
    signal,
  });
}
