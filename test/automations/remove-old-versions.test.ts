import { describe, expect, it } from 'vitest';
import { type Retention, removeOldVersions } from '../../lib/automations/remove-old-versions.ts';
import { useWorld, type World } from './support/world.ts';

let world: World;

useWorld((made) => {
  world = made;
});

const ALL: Retention = { keepTaskVersions: 0, keepArchives: 0 };
const day = (n: number) => `2026010${n}T000000.000Z`;
const keep = (retention: Partial<Retention>, overrides = {}) =>
  removeOldVersions(world.tick(overrides), async () => ({ ...ALL, ...retention }));

async function put(key: string, content = 'x'): Promise<void> {
  await world.dataset.put(key, content, { contentType: 'application/json' });
}

async function task(id: string, versions: readonly string[], latest = versions.at(-1)): Promise<void> {
  const prefix = `projects/p/tasks/${id}/`;
  await put(`${prefix}latest.json`, JSON.stringify({ version: latest }));
  for (const version of versions) {
    await put(`${prefix}versions/${version}/manifest.json`);
    await put(`${prefix}versions/${version}/${id}/frame.json`);
  }
}

async function archives(versions: readonly string[]): Promise<void> {
  await put('projects/p/archives/latest.json', JSON.stringify({ version: versions.at(-1) }));
  for (const version of versions) {
    await put(`projects/p/archives/${version}/manifest.json`);
    await put(`projects/p/archives/${version}/annotations.zip`);
  }
}

async function dataset(versions: readonly string[]): Promise<void> {
  for (const version of versions) {
    await put(`projects/p/datasets/${version}/manifest.json`);
    await put(`projects/p/datasets/${version}/coco/annotations/instances_train.json`);
  }
}

const tag = (name: string, version: string) =>
  put(`projects/p/datasets/tags/${name}.json`, JSON.stringify({ name, version }));

async function versionsLeft(prefix: string): Promise<string[]> {
  const found = (await world.objects(prefix)).map(({ key }) => key.slice(prefix.length).split('/', 1).join());
  return [...new Set(found)].filter((name) => name !== 'latest.json');
}

describe('removeOldVersions', () => {
  it('keeps the newest versions of each task, and removes all objects of the others', async () => {
    await task('one', [day(1), day(2), day(3)]);
    await task('two', [day(1)]);
    expect(await keep({ keepTaskVersions: 2 })).toEqual({ versions: 1, files: 2, finished: true });
    expect(await versionsLeft('projects/p/tasks/one/versions/')).toEqual([day(2), day(3)]);
    expect(await versionsLeft('projects/p/tasks/two/versions/')).toEqual([day(1)]);
  });

  it('keeps the newest archives, whose versions have a hash', async () => {
    await archives([`${day(1)}-aaaa`, `${day(2)}-bbbb`, `${day(3)}-cccc`]);
    await keep({ keepArchives: 1 });
    expect(await versionsLeft('projects/p/archives/')).toEqual([`${day(3)}-cccc`]);
  });

  it('removes the versions of a dataset whose archives are removed, and no others', async () => {
    await archives([day(1), day(2), day(3)].map((version) => `${version}-aaaa`));
    await dataset([day(1), day(3), day(4)].map((version) => `${version}-aaaa`));
    expect(await keep({ keepArchives: 2 })).toEqual({ versions: 2, files: 4, finished: true });
    expect(await versionsLeft('projects/p/archives/')).toEqual([`${day(2)}-aaaa`, `${day(3)}-aaaa`]);
    expect(await versionsLeft('projects/p/datasets/')).toEqual([`${day(3)}-aaaa`, `${day(4)}-aaaa`]);
  });

  it('keeps archives and versions of a dataset that have a tag', async () => {
    await archives([day(1), day(2), day(3)]);
    await dataset([day(1), day(2), day(3)]);
    await tag('road-v1', day(1));
    await keep({ keepArchives: 1 });
    expect(await versionsLeft('projects/p/archives/')).toEqual([day(1), day(3)]);
    expect(await versionsLeft('projects/p/datasets/')).toEqual([day(1), day(3), 'tags']);
  });

  it('keeps a version of a dataset that has a tag when its archive was deleted by hand', async () => {
    await archives([day(2), day(3)]);
    await dataset([day(1), day(3)]);
    await tag('road-v1', day(1));
    expect(await keep({ keepArchives: 1 })).toMatchObject({ versions: 1 });
    expect(await versionsLeft('projects/p/datasets/')).toEqual([day(1), day(3), 'tags']);
  });

  it('does not take the annotations of an input data with the id manifest for a manifest', async () => {
    await task('one', [day(1), day(2)]);
    await put(`projects/p/tasks/one/versions/${day(3)}/one/manifest.json`);
    expect(await keep({ keepTaskVersions: 2 })).toMatchObject({ versions: 0 });
  });

  it('leaves datasets alone where all archives are kept', async () => {
    await archives([day(2)]);
    await dataset([day(1), day(2)]);
    expect(await keep({ keepTaskVersions: 1 })).toMatchObject({ versions: 0 });
  });

  it('never removes the latest version, nor one that is newer and may be in progress', async () => {
    await task('one', [day(1), day(2), day(3), day(4)], day(2));
    await keep({ keepTaskVersions: 1 });
    expect(await versionsLeft('projects/p/tasks/one/versions/')).toEqual([day(2), day(3), day(4)]);
  });

  it('does not count a version without a manifest as kept', async () => {
    await task('one', [day(1), day(2)]);
    await put(`projects/p/tasks/one/versions/${day(3)}/one/frame.json`);
    expect(await keep({ keepTaskVersions: 2 })).toMatchObject({ versions: 0 });
  });

  it('removes nothing without a number, without latest.json, and of versions named by their content', async () => {
    const hash = 'a'.repeat(64);
    await task('one', [day(1), day(2)]);
    await task('hashed', [hash, 'b'.repeat(64), day(1)]);
    await put(`projects/p/tasks/lost/versions/${day(1)}/manifest.json`);
    await put(`projects/p/tasks/lost/versions/${day(2)}/manifest.json`);
    expect(await keep({})).toMatchObject({ versions: 0 });
    expect(await keep({ keepTaskVersions: 1 })).toMatchObject({ versions: 1 });
    expect(await versionsLeft('projects/p/tasks/hashed/versions/')).toContain(hash);
    expect(await versionsLeft('projects/p/tasks/lost/versions/')).toEqual([day(1), day(2)]);
  });

  it('stops in time, and leaves the rest to the next run', async () => {
    await task('one', [day(1), day(2)]);
    const deadline = Date.now() + 1_000;
    expect(await keep({ keepTaskVersions: 1 }, { deadline })).toEqual({ versions: 0, files: 0, finished: false });
  });
});
