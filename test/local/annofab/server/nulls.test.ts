import { expect, it } from 'vitest';
import { openZip } from '../../../../lib/annofab/archives/zip/index.ts';
import { demo, PROJECT, startEmulator } from '../emulator.ts';

const TASK = `/api/v1/projects/${PROJECT}/tasks/task-8`;
const FRAME = `${TASK}/inputs/task-8-frame-1`;

it('leaves fields without a value out when nullsForAbsent is off', async () => {
  const { raw } = await startEmulator({ settings: { nullsForAbsent: false } });
  const { json: task } = await raw('GET', TASK);
  for (const name of ['account_id', 'started_datetime', 'sampling']) expect(task).not.toHaveProperty(name);
  expect((await raw('GET', `${FRAME}/annotation/simple`)).json).not.toHaveProperty('updated_datetime');
});

it('writes fields without a value as null when nullsForAbsent is on', async () => {
  const { raw } = await startEmulator();
  const nulls = { account_id: null, started_datetime: null, sampling: null };
  expect((await raw('GET', TASK)).json).toMatchObject({ task_id: 'task-8', ...nulls });
  const listed = await raw('GET', `/api/v1/projects/${PROJECT}/tasks?task_id=task-8`);
  expect(listed.json).toMatchObject({ list: [{ task_id: 'task-8', ...nulls }] });
  expect((await raw('GET', `${FRAME}/annotation/simple`)).json).toMatchObject({ updated_datetime: null });
  expect((await raw('GET', `${FRAME}/annotation?v=2`)).json).toMatchObject({ updated_datetime: null, details: [] });
});

it('gives the same answers with and without nullsForAbsent, apart from the nulls', async () => {
  const { annofab, owner, raw } = await startEmulator();
  const paths = [
    '/api/v1/my/account',
    '/api/v1/my/organizations',
    `/api/v1/projects/${PROJECT}`,
    `/api/v1/projects/${PROJECT}/members`,
    `/api/v1/projects/${PROJECT}/inputs/task-1-frame-1`,
    `/api/v1/projects/${PROJECT}/tasks?limit=200`,
    `/api/v1/projects/${PROJECT}/tasks/task-1/histories`,
    `/api/v1/projects/${PROJECT}/tasks/task-1/inputs/task-1-frame-1/annotation?v=1`,
    `/api/v1/projects/${PROJECT}/tasks/task-1/inputs/task-1-frame-1/annotation?v=2`,
    `/api/v1/projects/${PROJECT}/annotation-specs?v=3`,
    `/api/v1/projects/${PROJECT}/jobs`,
  ];
  await owner.postAnnotationArchiveUpdate(demo);
  await annofab.settled();
  for (const path of paths) {
    annofab.settings.nullsForAbsent = false;
    const plain = await raw('GET', path);
    annofab.settings.nullsForAbsent = true;
    const spelled = await raw('GET', path);
    expect(withoutNulls(spelled.json), path).toEqual(withoutNulls(plain.json));
  }
});

it('applies nullsForAbsent to archives', async () => {
  const { annofab, owner } = await startEmulator();
  await owner.postAnnotationArchiveUpdate(demo);
  await annofab.settled();
  const zip = await openZip(annofab.state.files.get(`archives/${PROJECT}/simple-annotation.zip`)?.bytes ?? '');
  const entry: unknown = JSON.parse((await zip.read('task-8/task-8-frame-1.json')).toString());
  zip.close();
  expect(entry).toMatchObject({ updated_datetime: null });
});

/** Signed URLs differ each time. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value === 'string') return value.replace(/\?X-Amz-.*/, '');
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(fields.map(([name, field]) => [name, withoutNulls(field)]));
}
