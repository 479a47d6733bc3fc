import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../../lib/annofab/api-description.ts';
import { operations } from '../../../../lib/annofab/api-description.ts';
import { ACCEPTER, annofabError, demo, OWNER, PROJECT, startEmulator } from '../emulator.ts';

const TASK_PATH = `/api/v1/projects/${PROJECT}/tasks/task-1`;

describe('the operation table', () => {
  it('has a route for every current operation and none for removed ones', async () => {
    const { raw } = await startEmulator();
    const table: [string, Operation][] = Object.entries(operations);
    for (const [id, { method, path, removed }] of table) {
      const { status, text } = await raw(method, path.replaceAll(/\{\w+\}/g, 'some-id'), { authorization: null });
      const isUnknownPath = text.includes('does not exist: path');
      // A removed operation may share its path with one that is still there.
      const isShadowed = removed && table.some(([other, row]) => other !== id && sameRoute(row, method, path));
      if (!isShadowed) expect({ id, isUnknownPath, status }).toMatchObject({ id, isUnknownPath: removed === true });
    }
  });

  it('answers refusals in the shape of an Annofab error', async () => {
    const { raw } = await startEmulator();
    const answer = await raw('GET', TASK_PATH.replace('task-1', 'nothing'));
    expect(answer).toMatchObject({
      status: 404,
      json: {
        errors: [{ error_code: 'MISSING_RESOURCE', message: expect.stringContaining('task nothing'), ext: {} }],
        context: { awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      },
    });
  });

  it('answers 404 to a removed operation', async () => {
    const { raw } = await startEmulator();
    const answer = await raw('POST', '/api/v1/change-password', { body: {} });
    expect(answer).toMatchObject(annofabError(404, 'MISSING_RESOURCE'));
  });
});

function sameRoute({ method, path, removed }: Operation, otherMethod: string, otherPath: string): boolean {
  const shape = (text: string) => text.replaceAll(/\{\w+\}/g, '*');
  return !removed && method === otherMethod && shape(path) === shape(otherPath);
}

describe('ids in the path', () => {
  it.each(['a%20b', '%E3%81%82', 'a%2Fb', 'x'.repeat(257)])('refuse %s', async (id) => {
    const { raw } = await startEmulator();
    const answer = await raw('GET', `/api/v1/projects/${PROJECT}/tasks/${id}`);
    expect(answer).toMatchObject(annofabError(400, 'INVALID_PATH'));
  });

  it('accept 256 characters, including dots', async () => {
    const { raw } = await startEmulator();
    const answer = await raw('GET', `/api/v1/projects/${PROJECT}/tasks/${'x.'.repeat(128)}`);
    expect(answer).toMatchObject(annofabError(404, 'MISSING_RESOURCE'));
  });

  it('refuse dot segments that were sent without URL parsing', async () => {
    const { annofab } = await startEmulator();
    const answer = await sendRaw(annofab.url, `/api/v1/projects/${PROJECT}/tasks/..`);
    expect(answer).toContain('INVALID_PATH');
  });

  it('are found in a whole URL, as proxies send', async () => {
    const { annofab } = await startEmulator();
    const answer = await sendRaw(annofab.url, `http://annofab.test/api/v1/projects/${PROJECT}/tasks/nothing`);
    expect(answer).toContain('task nothing');
  });

  it('refuse a path that cannot be decoded', async () => {
    const { raw } = await startEmulator();
    expect(await raw('GET', `/api/v1/projects/%zz`)).toMatchObject(annofabError(400, 'INVALID_PATH'));
  });
});

/** Over a bare socket: every HTTP client would resolve the dots. */
async function sendRaw(origin: string, path: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer demo-pat\r\nConnection: close\r\n\r\n`,
  );
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  return answer;
}

describe('a body', () => {
  it.each(['', '{', 'null', '[]', '"text"'])('is refused when %j is sent instead of an object', async (text) => {
    const { raw } = await startEmulator();
    const answer = await raw('POST', `${TASK_PATH}/operate`, { text });
    expect(answer).toMatchObject(annofabError(400, 'INVALID_BODY'));
  });

  it.each([
    [{ last_updated_datetime: 'x' }, 'body.status is required'],
    [{ status: 'finished', last_updated_datetime: 'x' }, 'body.status must be one of not_started'],
    [{ status: 'working', last_updated_datetime: 5 }, 'body.last_updated_datetime must be of type string'],
    [{ status: 'working', last_updated_datetime: null }, 'body.last_updated_datetime'],
    [{ status: 'working', last_updated_datetime: 'x', force: 'yes' }, 'body.force must be of type boolean'],
  ])('is refused with the name of the wrong field for %j', async (body, message) => {
    const { raw } = await startEmulator();
    const answer = await raw('POST', `${TASK_PATH}/operate`, { body });
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ message: expect.stringContaining(message) }] } });
  });

  it('may have null for an optional field, and unknown fields', async () => {
    const { raw } = await startEmulator();
    const body = { input_data_id_list: ['task-1-frame-1'], metadata: null, invented: { by: 'us' } };
    const answer = await raw('PUT', `/api/v1/projects/${PROJECT}/tasks/new-task`, { body });
    expect(answer).toMatchObject({ status: 200, json: { task_id: 'new-task', metadata: {} } });
  });

  const SPECS_PATH = `/api/v1/projects/${PROJECT}/annotation-specs`;
  const FRAME = { project_id: PROJECT, task_id: 'task-8', input_data_id: 'task-8-frame-1' };
  const FRAME_PATH = `/api/v1/projects/${PROJECT}/tasks/task-8/inputs/task-8-frame-1`;
  const OLD_DETAIL = { annotation_id: 'a', account_id: OWNER, label_id: 'label-signal', additional_data_list: [] };
  const NEW_DETAIL = {
    ...{ _type: 'Create', annotation_id: 'a', label_id: 'label-signal', additional_data_list: [], editor_props: {} },
    body: { _type: 'Inner', data: { _type: 'SinglePoint', point: { x: 1, y: 2 } } },
  };

  /** A body as the API answers it, with the lock, and changed. */
  async function specsBody(
    { raw }: Awaited<ReturnType<typeof startEmulator>>,
    version: number,
    change: (specs: Record<string, unknown>) => object,
  ): Promise<object> {
    const { json } = await raw('GET', `${SPECS_PATH}?v=${version}`);
    const specs = Object(json);
    return change({ ...specs, last_updated_datetime: specs.updated_datetime });
  }

  it.each<[string, number, (specs: Record<string, unknown>) => object, object]>([
    ['format_version of specs', 3, ({ format_version: _, ...rest }) => rest, { format_version: '3.0.0' }],
    ['format_version of specs', 2, ({ format_version: _, ...rest }) => rest, {}],
    ['inspection_phrases of specs', 1, ({ inspection_phrases: _, ...rest }) => rest, { inspection_phrases: [] }],
  ])('may omit the required field %s of version %i, which has a default', async (_, version, change, saved) => {
    const emulator = await startEmulator();
    const body = await specsBody(emulator, version, change);
    expect(await emulator.raw('PUT', SPECS_PATH, { body })).toMatchObject({ status: 200 });
    expect(emulator.annofab.state.projects.get(PROJECT)?.specs).toMatchObject(saved);
  });

  it('may omit is_protected of an annotation and phase_stage of a comment, which have defaults', async () => {
    const { raw, annofab } = await startEmulator();
    const detail = { ...OLD_DETAIL, data_holding_type: 'inner', data: '1,2' };
    const put = await raw('PUT', `${FRAME_PATH}/annotation`, { body: { ...FRAME, details: [detail] } });
    expect(put).toMatchObject({ status: 200, json: { details: [{ is_protected: false }] } });
    const comment = {
      ...{ _type: 'Put', comment_id: 'c', phase: 'acceptance', comment_type: 'inspection', account_id: ACCEPTER },
      ...{ comment: 'x', comment_node: { _type: 'Root', data: { _type: 'Point', x: 1, y: 2 }, status: 'open' } },
    };
    const task = annofab.state.projects.get(PROJECT)?.tasks.get('task-7');
    Object.assign(task ?? {}, { status: 'working' });
    const commented = await raw('POST', `/api/v1/projects/${PROJECT}/tasks/task-7/inputs/task-7-frame-1/comments?v=2`, {
      body: [comment],
      authorization: 'Bearer demo-accepter-pat',
    });
    expect(commented).toMatchObject({ status: 200, json: [{ phase_stage: 1 }] });
  });

  it.each<[number, string, (specs: Record<string, unknown>) => object, string]>([
    [1, 'without labels', ({ labels: _, ...rest }) => rest, 'body.labels is required'],
    [2, 'without restrictions', ({ restrictions: _, ...rest }) => rest, 'body.restrictions is required'],
    [3, 'without additionals', ({ additionals: _, ...rest }) => rest, 'body.additionals is required'],
    [2, 'with a number as option', (specs) => ({ ...specs, option: 1 }), 'body.option must be of type object'],
  ])('of version %i %s is refused with the name of a field of that version', async (version, _, change, message) => {
    const emulator = await startEmulator();
    const body = await specsBody(emulator, version, change);
    const answer = await emulator.raw('PUT', SPECS_PATH, { body });
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ message: expect.stringContaining(message) }] } });
  });

  it.each([
    ['1', OLD_DETAIL, 'body.details[0].data_holding_type is required'],
    ['2', NEW_DETAIL, 'body.format_version is required'],
  ])(
    'of an annotation in version %s is refused with the name of a field of that version',
    async (v, detail, message) => {
      const { raw } = await startEmulator();
      const answer = await raw('PUT', `${FRAME_PATH}/annotation?v=${v}`, { body: { ...FRAME, details: [detail] } });
      expect(answer).toMatchObject({ status: 400, json: { errors: [{ message: expect.stringContaining(message) }] } });
    },
  );

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-8',
    'application/x-nonsense',
  ])('is read as JSON when the content type is %s', async (type) => {
    const { raw } = await startEmulator();
    const answer = await raw('PATCH', `/api/v1/projects/${PROJECT}/tasks/metadata`, {
      body: { 'task-1': { seen: '見た' } },
      headers: { 'content-type': type },
    });
    expect(answer.status).toBe(200);
  });

  it('may omit the _type of a union where only one member fits', async () => {
    const { owner, raw } = await startEmulator();
    const path = `/api/v1/projects/${PROJECT}/tasks/task-8/inputs/task-8-frame-1/annotation?v=2`;
    const annotation = (body: object) => ({
      ...{ project_id: PROJECT, task_id: 'task-8', input_data_id: 'task-8-frame-1', format_version: '2.0.0' },
      details: [
        {
          _type: 'Create',
          annotation_id: 'a',
          label_id: 'label-signal',
          body: { _type: 'Inner', data: body },
          additional_data_list: [],
          editor_props: {},
        },
      ],
    });
    const wrong = await raw('PUT', path, { body: annotation({ _type: 'Circle', radius: 3 }) });
    expect(wrong).toMatchObject(annofabError(400, 'INVALID_BODY'));
    expect((await raw('PUT', path, { body: annotation({ point: { x: 1, y: 2 } }) })).status).toBe(200);
    const simple = await owner.getAnnotation({ ...demo, task_id: 'task-8', input_data_id: 'task-8-frame-1' });
    expect(simple.details[0]?.data).toEqual({ _type: 'SinglePoint', point: { x: 1, y: 2 } });
  });
});

it('answers JSON and listens on 127.0.0.1 only', async () => {
  const { annofab, raw } = await startEmulator();
  expect(annofab.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(annofab.filesUrl).not.toBe(annofab.url);
  const answer = await raw('GET', TASK_PATH);
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
});
