import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProjectTable } from '../../../lib/automations/projects/project-settings.ts';
import { recordCopy, settingsOf } from '../../../lib/automations/projects/settings-of.ts';
import { type LocalAws, startLocalAws } from '../../../local/aws/index.ts';
import { startWorld, type World } from '../support/world.ts';

let aws: LocalAws;
let world: World;

beforeAll(async () => {
  aws = await startLocalAws();
  world = await startWorld({ aws });
});
afterAll(async () => {
  await world.stop();
  await aws.stop();
});

const of = (projects: ProjectTable, project_id: string) => settingsOf({ ...world.tick(), projects }, project_id);

it('takes the settings of a project from its row, then from *, then from the defaults', async () => {
  const table = { road: { keepTaskVersions: 5 }, '*': { keepTaskVersions: 2, exportTasks: false } };
  expect(await of(table, 'road')).toMatchObject({ keepTaskVersions: 5, exportTasks: false, mirrorArchives: true });
  expect(await of(table, 'constructor')).toMatchObject({ keepTaskVersions: 2, exportTasks: false });
  expect(await of({}, 'road')).toMatchObject({ exportTasks: true, inputDataZip: false, projectCopy: false });
});

it('takes the row of the source of a copy of a copy, and the rest from *', async () => {
  await recordCopy(world.tick(), { project_id: 'copy', copied_from: 'road' });
  await recordCopy(world.tick(), { project_id: 'copy-2', copied_from: 'copy' });
  const table = { road: { keepTaskVersions: 5 }, '*': { keepTaskVersions: 2, mirrorArchives: false } };
  expect(await of(table, 'copy-2')).toMatchObject({ keepTaskVersions: 5, mirrorArchives: false });
  expect(await of({ ...table, copy: {} }, 'copy-2')).toMatchObject({ keepTaskVersions: 2 });
});

it('does not ask the bucket whose copy a project is while no project has a row', async () => {
  await world.dataset.put('projects/circle/copied-from.json', '{"copied_from":"circle"}', {
    contentType: 'application/json',
  });
  expect(await of({ '*': { exportTasks: false } }, 'circle')).toMatchObject({ exportTasks: false });
  await expect(of({ road: {} }, 'circle')).rejects.toThrow('projects/circle/copied-from.json is part of a circle');
});
