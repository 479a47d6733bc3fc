import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawScene } from '../../../../local/annofab/seed/draw.ts';
import { readSeed } from '../../../../local/annofab/seed/seed-file/index.ts';
import { startEmulator } from '../emulator.ts';

let folder: string;
let count = 0;

const CAR = '{ label: car, annotation_id: a1, data: null, attributes: { occluded: true, colour: red } }';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annofab-seed-'));
  await writeFile(join(folder, 'one.png'), drawScene(64, 48, 'one'));
  await writeFile(join(folder, 'frame.json'), JSON.stringify({ task_id: 'other', details: [] }));
  await writeFile(join(folder, 'specs.json'), JSON.stringify({ labels: [], additionals: [], project_id: 'other' }));
  await writeFile(join(folder, 'broken.json'), '{');
});
afterAll(() => rm(folder, { recursive: true }));

async function seedOf(text: string) {
  count += 1;
  const file = join(folder, `seed-${count}.yaml`);
  await writeFile(file, text);
  return await readSeed(file);
}

const PEOPLE = `
accounts: [{ user_id: alice, password: secret, personal_access_tokens: [alice-pat] }]
organizations: [{ organization_name: acme, members: [{ user_id: alice, role: owner }] }]
`;
const projectOf = (more: string) => `${PEOPLE}
projects:
  - project_id: streets
    organization_name: acme
    members: [{ user_id: alice, role: owner }]
${more.replaceAll(/^/gm, '    ')}`;

const street = projectOf(`
labels:
  - name: car
    type: bounding_box
    color: '#ff8800'
    attributes: [{ name: occluded, type: flag }, { name: colour, type: choice, choices: [red, blue] }]
  - { name: road surface, type: segmentation_v2 }
input_data:
  - { input_data_id: frame-1, file: { path: one.png } }
  - { input_data_id: frame-2, file: 'https://example.com/two.png', width: 640, height: 480 }
supplementary_data:
  - { input_data_id: frame-1, supplementary_data_id: notes, supplementary_data_type: text, file: { text: a note } }
tasks:
  - task_id: task-1
    input_data_ids: [frame-1, frame-2]
    phase: acceptance
    annotations:
      frame-1:
        details:
          - ${CAR}
          - { label: road surface, annotation_id: a2, data: { _type: SegmentationV2, data_uri: a2 }, attributes: {} }
        files: { a2: { base64: iVBORw0KGgo=, content_type: image/png } }
      frame-2: { path: frame.json }
webhooks:
  - { webhook_id: done, event_type: task-completed, url: 'http://127.0.0.1:9/hook' }
`);

it('starts an emulator from a seed file with accounts, short specs, files, tasks and webhooks', async () => {
  const { raw } = await startEmulator({ seed: await seedOf(street) });
  const get = async (path: string) =>
    (await raw('GET', `/api/v1${path}`, { authorization: 'Bearer alice-pat' })).json as Record<string, unknown>;
  expect(await get('/my/account')).toMatchObject({ user_id: 'alice', username: 'alice' });
  expect(await get('/projects/streets')).toMatchObject({ title: 'streets', project_status: 'active' });
  expect(await get('/projects/streets/annotation-specs?v=3')).toMatchObject({
    labels: [
      { label_id: 'car', annotation_type: 'bounding_box', color: { red: 255, green: 136, blue: 0 } },
      { label_id: 'x726f61642073757266616365', label_name: { default_lang: 'en-US' } },
    ],
    additionals: [{ type: 'flag' }, { type: 'choice', choices: [{ choice_id: 'red' }, { choice_id: 'blue' }] }],
  });
  const input = await get('/projects/streets/inputs/frame-1');
  expect(input).toMatchObject({ system_metadata: { original_resolution: { width: 64, height: 48 } } });
  expect((await fetch(String(input['url']))).headers.get('content-type')).toBe('image/png');
  const [note] = Object.values(await get('/projects/streets/inputs/frame-1/supplementary-data'));
  expect(await (await fetch(Object(note).url)).text()).toBe('a note');
  expect(await get('/projects/streets/tasks/task-1')).toMatchObject({ phase: 'acceptance', status: 'not_started' });
  expect(await get('/projects/streets/tasks/task-1/inputs/frame-1/annotation/simple')).toMatchObject({
    details: [{ label: 'car', attributes: { occluded: true, colour: 'red' } }, { label: 'road surface' }],
  });
  expect(Object.values(await get('/projects/streets/webhooks'))).toMatchObject([
    { webhook_id: 'done', method: 'POST', webhook_status: 'active', headers: [] },
  ]);
});

it('derives the same ids each time for ids that are left out', async () => {
  const [first, second] = [await seedOf(PEOPLE), await seedOf(PEOPLE)];
  expect(first).toEqual(second);
  expect(first.accounts[0]?.account_id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
});

it('takes the length of a video from its file or from the seed', async () => {
  const videos = projectOf(`input_data_type: movie
input_data:
  - { input_data_id: told, file: 'https://example.com/one.mp4', duration: 12.5 }
  - { input_data_id: read, file: { text: "#EXTM3U\\n#EXTINF:4,\\na.ts" } }`);
  const { annofab } = await startEmulator({ seed: await seedOf(videos) });
  const inputs = [...(annofab.state.projects.get('streets')?.inputData.values() ?? [])];
  expect(inputs.map(({ system_metadata }) => system_metadata)).toEqual([
    { _type: 'Movie', input_duration: 12.5 },
    { _type: 'Movie', input_duration: 4 },
  ]);
});

it('reads JSON, and specs from a file as Annofab answers them', async () => {
  const seed = await seedOf(
    JSON.stringify({
      accounts: [{ user_id: 'alice', password: 'secret' }],
      organizations: [{ organization_name: 'acme', members: [] }],
      projects: [{ project_id: 'p', organization_name: 'acme', members: [], specs: { path: 'specs.json' } }],
    }),
  );
  const { annofab } = await startEmulator({ seed });
  expect(annofab.state.projects.get('p')?.specs).toMatchObject({ project_id: 'p', labels: [] });
});

describe('a seed file is refused with the place of the mistake', () => {
  it.each([
    ['no content', '', 'the seed must be a JSON object'],
    ['text that is not YAML', 'accounts: [', 'it is neither YAML nor JSON: '],
    ['no accounts', 'organizations: []', 'accounts is missing'],
    ['a misspelt field', `${PEOPLE}project: []`, 'project is unknown'],
    ['no password', 'accounts: [{ user_id: a }]\norganizations: []', 'accounts[0].password is missing'],
    [
      'an unknown role',
      'accounts: []\norganizations: [{ organization_name: acme, members: [{ user_id: a, role: boss }] }]',
      'organizations[0].members[0].role must be one of owner, administrator, contributor',
    ],
    ['a text for a list', projectOf('tasks: none'), 'projects[0].tasks must be a list'],
    [
      'an unknown phase',
      projectOf('tasks: [{ task_id: t, input_data_ids: [], phase: done }]'),
      'projects[0].tasks[0].phase must be one of annotation, inspection, acceptance',
    ],
    [
      'an unknown annotation type',
      projectOf('labels: [{ name: car, type: box }]'),
      'projects[0].labels[0].type must be one of bounding_box, polygon',
    ],
    [
      'a colour that is not #rrggbb',
      projectOf('labels: [{ name: car, type: point, color: red }]'),
      'projects[0].labels[0].color must be like #ff8800, and not "red"',
    ],
    [
      'two different attributes with one name',
      projectOf(
        'labels: [{ name: a, type: point, attributes: [{ name: x, type: flag }] }, { name: b, type: point, attributes: [{ name: x, type: text }] }]',
      ),
      'projects[0].labels: the attribute x of b differs from that of another label',
    ],
    [
      'both specs and labels',
      projectOf('labels: []\nspecs: { path: specs.json }'),
      'projects[0] has both specs and labels',
    ],
    ['a specs file without labels', projectOf('specs: { path: frame.json }'), 'projects[0].specs.labels is required'],
    [
      'a path without a file',
      projectOf('input_data: [{ input_data_id: f, file: { path: none.png } }]'),
      'projects[0].input_data[0].file.path: none.png: there is no such file (',
    ],
    [
      'a file without content',
      projectOf('input_data: [{ input_data_id: f, file: { content_type: image/png } }]'),
      'projects[0].input_data[0].file',
    ],
    [
      'text that is not base64',
      projectOf('input_data: [{ input_data_id: f, file: { base64: "?!" } }]'),
      'projects[0].input_data[0].file.base64 is not base64',
    ],
    [
      'an annotation file that is not JSON',
      projectOf('tasks: [{ task_id: t, input_data_ids: [f], annotations: { f: { path: broken.json } } }]'),
      'projects[0].tasks[0].annotations.f: broken.json is not a JSON object',
    ],
    [
      'an annotation without a label',
      projectOf(
        'tasks: [{ task_id: t, input_data_ids: [f], annotations: { f: { details: [{ annotation_id: a }] } } }]',
      ),
      'projects[0].tasks[0].annotations.f.details[0].label is required',
    ],
  ])('when it has %s', async (_, text, message) => {
    await expect(seedOf(text)).rejects.toThrow(message);
  });

  it.each([
    [
      'a webhook with a wrong address',
      projectOf('webhooks: [{ webhook_id: w, event_type: task-completed, url: here }]'),
      'webhook w: url must be',
    ],
    [
      'supplementary data of unknown input data',
      projectOf('supplementary_data: [{ input_data_id: f, supplementary_data_id: s, file: { text: x } }]'),
      'supplementary data s: the project has no input data f',
    ],
    [
      'a member without an account',
      projectOf('').replace('alice, role: owner }]\n', 'bob, role: owner }]\n'),
      'no account bob',
    ],
  ])('at the start of the emulator when it has %s', async (_, text, message) => {
    await expect(startEmulator({ seed: await seedOf(text) })).rejects.toThrow(message);
  });
});
