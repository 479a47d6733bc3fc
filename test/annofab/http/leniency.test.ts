import { describe, expect, it } from 'vitest';
import { demo, startEmulator } from '../../local/annofab/emulator.ts';
import { createClient, sendJson, startServer } from '../support.ts';

const ids = { project_id: 'p', task_id: 't' };

/** What Annofab may answer tomorrow. */
const tomorrow = {
  project_id: 'p',
  task_id: 't',
  phase: 'second_acceptance',
  status: 'paused_by_robot',
  input_data_id_list: ['i'],
  new_field: { nested: [1, null, 'x'] },
  number_of_rejections: 10.5,
  histories_by_phase: [{ phase: 'second_acceptance', robot: true }],
  updated_datetime: '2019-05-08T10:00:10.25+09:00',
};

describe('a response with more than this client knows', () => {
  it('passes unknown enum members, unknown fields and nulls through', async () => {
    const server = await startServer((_request, response) => sendJson(response, tomorrow));
    expect(await createClient(server).getTask(ids)).toEqual(tomorrow);
  });

  it('passes an unknown kind of object through, alone and in a list', async () => {
    const job = {
      job_id: 'j',
      job_type: 'gen-dreams',
      job_status: 'dreaming',
      job_detail: { _type: 'GenDreams', depth: 3 },
    };
    const page = { list: [job], has_next: false, has_dreams: true };
    const server = await startServer((_request, response) => sendJson(response, page));
    const annofab = createClient(server);
    expect(await annofab.getProjectJob({ project_id: 'p' })).toEqual(page);
    for await (const each of annofab.jobs.all({ project_id: 'p' })) expect(each).toEqual(job);
  });

  it('provides the body byte for byte', async () => {
    const text = '{ "task_id" :"t", "n": 1.0, "big": 12345678901234567890 }';
    const server = await startServer((_request, response) => {
      response.setHeader('content-type', 'application/json').end(text);
    });
    expect((await createClient(server).getTask(ids).withResponse()).text).toBe(text);
  });

  it('sends unknown fields back unchanged', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const body = JSON.parse('{"status":"paused_by_robot","last_updated_datetime":"d","force":null,"new_field":1}');
    await createClient(server).operateTask({ ...ids, body });
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual(body);
  });

  it('passes an unknown error code through', async () => {
    const server = await startServer((_request, response) =>
      sendJson(response, { errors: [{ error_code: 'TOO_DREAMY', message: 'm', hint: 1 }], context: {} }, 418),
    );
    await expect(createClient(server).getTask(ids)).rejects.toMatchObject({
      name: 'ApiError',
      status: 418,
      errorCode: 'TOO_DREAMY',
    });
  });
});

describe('a date-time that is a lock', () => {
  it.each([
    '2019-05-08T10:00:00.000+09:00',
    '2019-05-08T10:00:10.25+09:00',
    '2019-05-08T10:00:00+09:00',
    '2019-05-08T01:00:00Z',
    '2019-05-08T10:00:00.123456+09:00',
  ])('sends a date-time that is a lock back unchanged: %s', async (updated_datetime) => {
    const { annofab, owner } = await startEmulator();
    const input = { ...demo, input_data_id: 'locked' };
    const path = await owner.files.upload({ ...demo, data: 'picture' });
    const body = { input_data_name: 'locked.png', input_data_path: path };
    await owner.putInputData({ ...input, body });
    const stored = annofab.state.projects.get(demo.project_id)?.inputData.get('locked');
    if (!stored) throw new Error('it was not stored');
    stored.updated_datetime = updated_datetime;
    const read = await owner.getInputData(input);
    expect(read.updated_datetime).toBe(updated_datetime);
    await owner.putInputData({ ...input, body: { ...body, last_updated_datetime: read.updated_datetime } });
    expect(annofab.spy.requests.at(-1)?.body).toMatchObject({ last_updated_datetime: updated_datetime });
  });
});
