import { expect, it } from 'vitest';
import { ExactNumber } from '../../../../lib/annofab/index.ts';
import { decode, encode } from '../../../../local/annofab/core/snapshot/encode.ts';
import { startAnnofabEmulator } from '../../../../local/annofab/index.ts';
import { demo, PROJECT, startEmulator } from '../emulator.ts';

it('restores tasks, files, tokens, settings and the clock from a snapshot', async () => {
  const first = await startEmulator({ settings: { nonMemberStatus: 404 } });
  first.annofab.clock.set(new Date('2030-01-01T00:00:00Z'));
  await first.annofab.completeTask(PROJECT, 'task-1');
  await first.owner.postAnnotationArchiveUpdate(demo);
  await first.annofab.settled();
  const snapshot = first.annofab.save();

  const second = await startEmulator({ snapshot });
  const task = await second.owner.getTask({ ...demo, task_id: 'task-1' });
  expect(task).toEqual(await first.owner.getTask({ ...demo, task_id: 'task-1' }));
  expect(task).toMatchObject({ phase: 'acceptance', status: 'complete' });
  const image = await second.owner.getInputData({ ...demo, input_data_id: 'task-1-frame-1' });
  expect((await fetch(image.url ?? '')).headers.get('content-type')).toBe('image/png');
  const { url } = await second.owner.getAnnotationArchive(demo);
  expect((await fetch(url)).status).toBe(200);
  expect(second.annofab.settings).toMatchObject({ nonMemberStatus: 404 });
  expect(second.annofab.clock.now().getTime()).toBeGreaterThanOrEqual(Date.parse('2030-01-01T00:00:00Z'));
  expect(stateOf(second.annofab.save())).toEqual(stateOf(snapshot));
});

it('prefers the settings of the start over those of the snapshot', async () => {
  const { annofab } = await startEmulator({ settings: { nonMemberStatus: 404, webhookRetries: 2 } });
  const second = await startEmulator({ snapshot: annofab.save(), settings: { webhookRetries: 1 } });
  expect(second.annofab.settings).toMatchObject({ nonMemberStatus: 404, webhookRetries: 1 });
});

it('keeps a frozen clock frozen in a snapshot', async () => {
  const { annofab } = await startEmulator();
  annofab.clock.set(new Date('2030-01-01T00:00:00Z'));
  annofab.clock.freeze();
  const at = annofab.clock.now();
  const second = await startEmulator({ snapshot: annofab.save() });
  expect(second.annofab.clock.isFrozen()).toBe(true);
  expect(second.annofab.clock.now()).toEqual(at);
});

it('fails the jobs that were in progress and activates the copy that one was filling', async () => {
  const { annofab, owner } = await startEmulator();
  annofab.jobs.hold();
  await owner.initiateProjectCopy({ ...demo, body: { dest_project_id: 'copy', dest_title: 'Copy' } });
  const second = await startEmulator({ snapshot: annofab.save() });
  const { list } = await second.owner.getProjectJob(demo);
  expect(list).toMatchObject([
    {
      job_type: 'copy-project',
      job_status: 'failed',
      errors: { errors: [{ message: expect.stringContaining('stopped') }] },
    },
  ]);
  expect(second.annofab.state.projects.get('copy')?.project.project_status).toBe('active');
});

it('saves and loads a snapshot over HTTP and discards later changes', async () => {
  const { raw, owner, annofab } = await startEmulator();
  const { text } = await raw('POST', '/__emulator/snapshot');
  await owner.deleteTask({ ...demo, task_id: 'task-1' });
  const loaded = await raw('PUT', '/__emulator/snapshot', { text });
  expect(loaded).toMatchObject({ status: 200, json: { projects: [PROJECT] } });
  expect(await owner.getTask({ ...demo, task_id: 'task-1' })).toMatchObject({ task_id: 'task-1' });
  expect(stateOf(annofab.save())).toEqual(stateOf(text));
});

it.each<[string, (snapshot: Record<string, unknown>) => unknown, string]>([
  ['a text', () => 'state', 'it is not a snapshot of an Annofab emulator'],
  ['other JSON', () => ({ projects: [] }), 'it is not a snapshot of an Annofab emulator'],
  ['a snapshot of a later version', (it) => ({ ...it, version: 2 }), 'version must be 1'],
  ['a snapshot without a version', ({ version: _, ...it }) => it, 'version is missing'],
  ['a snapshot without a clock', ({ clock: _, ...it }) => it, 'clock is missing'],
  ['a snapshot with an unknown setting', (it) => ({ ...it, settings: { speed: 1 } }), 'settings.speed is unknown'],
  ['a state with a list instead of a map', (it) => ({ ...it, state: { projects: [] } }), 'projects has another type'],
  [
    'a state with a damaged map',
    (it) => ({ ...it, state: { projects: { $map: 7 } } }),
    'a list was expected, and not a value of type number',
  ],
])('refuses %s as a snapshot and changes nothing', async (_, change, message) => {
  const { raw, annofab } = await startEmulator();
  const text = annofab.save();
  const refused = await raw('PUT', '/__emulator/snapshot', { body: change(JSON.parse(text)) });
  expect(refused).toMatchObject({ status: 400, json: { message: expect.stringContaining(message) } });
  expect(stateOf(annofab.save())).toEqual(stateOf(text));
});

it('does not start from a damaged snapshot and leaves nothing running', async () => {
  await expect(startAnnofabEmulator({ snapshot: '{' })).rejects.toThrow('it is not a snapshot: it is not JSON');
});

it('resets state, settings, faults and clock to the beginning', async () => {
  let prepared = 0;
  const { annofab, owner } = await startEmulator({
    settings: { webhookRetries: 3 },
    faults: [{ operation: 'getProject', status: 503, times: 1 }],
    prepare: () => {
      prepared += 1;
    },
  });
  const beginning = (await owner.getTask({ ...demo, task_id: 'task-2' })).metadata;
  await owner.patchTasksMetadata({ ...demo, body: { 'task-2': { done: true } } });
  await owner.deleteTask({ ...demo, task_id: 'task-1' });
  annofab.settings.webhookRetries = 0;
  annofab.clock.set(new Date('2030-01-01T00:00:00Z'));
  annofab.jobs.hold();
  await owner.postAnnotationArchiveUpdate(demo);
  await expect(owner.getProject(demo)).rejects.toMatchObject({ status: 503 });
  annofab.faults.add({ operation: '*', status: 500 });

  await annofab.reset();
  await annofab.settled();
  expect((await owner.getTask({ ...demo, task_id: 'task-2' })).metadata).toEqual(beginning);
  expect(await owner.getTask({ ...demo, task_id: 'task-1' })).toMatchObject({ phase: 'acceptance', status: 'working' });
  expect((await owner.getProjectJob(demo)).list).toEqual([]);
  expect(annofab.settings.webhookRetries).toBe(3);
  expect(annofab.clock.now().getTime()).toBeLessThan(Date.parse('2030-01-01T00:00:00Z'));
  expect(annofab.faults.list()).toMatchObject([{ fault: { operation: 'getProject', times: 1 }, hits: 0 }]);
  expect(annofab.spy.requests.map(({ operation }) => operation)).toEqual(['getTask', 'getTask', 'getProjectJob']);
  expect(prepared).toBe(2);
  await owner.postAnnotationArchiveUpdate(demo);
  await annofab.settled();
  expect((await owner.getProjectJob(demo)).list).toMatchObject([{ job_status: 'succeeded' }]);
});

it.each<[string, unknown]>([
  ['maps with maps', new Map([['a', new Map([['b', 1]])]])],
  ['sets', new Set(['a', 'b'])],
  ['dates', { at: new Date('2030-01-01T00:00:00Z') }],
  ['exact numbers', [new ExactNumber('1712345678901234567')]],
  ['bytes', { bytes: new Uint8Array([0, 255]) }],
  ['objects that look like the marks of others', { $map: [['a', 1]], other: { $date: 'x' } }],
  ['lists', [null, true, 'text', 1.5, []]],
])('encodes and decodes %s without loss', (_, value) => {
  expect(decode(JSON.parse(JSON.stringify(encode(value))))).toEqual(value);
});

it('refuses to save a function', () => {
  expect(() => encode({ make: () => 1 })).toThrow('a snapshot holds no functions');
});

/** To ask for anything is to use a token, which is noted. */
function stateOf(snapshot: string): unknown {
  return JSON.parse(snapshot.replaceAll(/,?"last_used_datetime":"[^"]*"/g, '')).state;
}
