import { request } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import yauzl, { type Entry } from 'yauzl';
import { openZip } from '../../../../lib/annofab/archives/zip/index.ts';
import { addImport, importArchive } from '../../../../local/annofab/import/import-archive.ts';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../../../local/annofab/index.ts';
import { everyTypeSeed } from '../every-type.ts';
import { caller, type Receiver, startReceiver } from '../http.ts';
import { makeZip, sampleEntries } from '../import/make-archive.ts';

let annofab: AnnofabEmulator;
const api = caller(() => annofab);

const update = (project = 'demo-project') => api('POST', `/projects/${project}/archive/update`);
const locate = (project = 'demo-project') => api('GET', `/projects/${project}/archive/simple`);
const download = async (project = 'demo-project'): Promise<Buffer> => {
  const { headers } = await locate(project);
  const { body } = await request(String(headers['location']));
  return Buffer.from(await body.arrayBuffer());
};

beforeEach(async () => {
  annofab = await startAnnofabEmulator({ seed: everyTypeSeed });
});
afterEach(() => annofab.stop());

describe('getAnnotationArchive', () => {
  it('getAnnotationArchive returns 404 before the first update', async () => {
    expect(await locate()).toMatchObject({ status: 404, body: { errors: [{ error_code: 'MISSING_RESOURCE' }] } });
  });

  it('getAnnotationArchive returns 201 with the same URL in Location and body, on another origin', async () => {
    await update();
    await annofab.settled();
    const { status, headers, body } = await locate();
    expect(status).toBe(201);
    expect(body).toEqual({ url: headers['location'] });
    expect(new URL(String(headers['location'])).origin).toBe(annofab.filesUrl);
    expect(annofab.filesUrl).not.toBe(annofab.url);
  });

  it('getAnnotationArchive answers with the content type text/plain when archiveUrlAsText is set', async () => {
    await update();
    await annofab.settled();
    expect((await locate()).headers['content-type']).toMatch(/^application\/json/);
    annofab.settings.archiveUrlAsText = true;
    const { headers, body } = await locate();
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(body).toEqual({ url: headers['location'] });
  });

  it('getAnnotationArchive returns 409 while the archive is being updated', async () => {
    await update();
    await annofab.settled();
    annofab.jobs.hold();
    await update();
    expect(await locate()).toMatchObject({ status: 409, body: { errors: [{ error_code: 'WORKER_ALREADY_INVOKED' }] } });
    await annofab.jobs.release();
    expect((await locate()).status).toBe(201);
  });

  it('getAnnotationArchive returns 403 unless the caller is an owner or a training data user', async () => {
    for (const [token, status] of [
      ['demo-data-user-pat', 404],
      ['demo-worker-pat', 403],
      ['demo-accepter-pat', 403],
    ] as const) {
      expect((await caller(() => annofab, token)('GET', '/projects/demo-project/archive/simple')).status, token).toBe(
        status,
      );
    }
  });
});

describe('the content of an archive', () => {
  const entriesOf = async (bytes: Buffer): Promise<Entry[]> => {
    const entries: Entry[] = [];
    for await (const entry of (await yauzl.fromBufferPromise(bytes)).eachEntry()) entries.push(entry);
    return entries;
  };

  it('an archive has the Simple frame of every input data of every task, in every status', async () => {
    await update();
    await annofab.settled();
    const zip = await openZip(await download());
    const tasks = [...(annofab.state.projects.get('demo-project')?.tasks.values() ?? [])];
    const frames = tasks.flatMap((task) => task.input_data_id_list.map((input) => [task.task_id, input] as const));
    expect(zip.paths.filter((path) => path.endsWith('.json')).sort()).toEqual(
      frames.map(([task, input]) => `${task}/${input}.json`).sort(),
    );
    for (const [task, input] of frames) {
      const { body } = await api('GET', `/projects/demo-project/tasks/${task}/inputs/${input}/annotation/simple`);
      expect(JSON.parse((await zip.read(`${task}/${input}.json`)).toString())).toEqual(body);
    }
  });

  it('an archive has masks next to their frames, without an extension, with the same bytes as the editor API', async () => {
    await update();
    await annofab.settled();
    const zip = await openZip(await download());
    const outer = zip.paths.filter((path) => !path.endsWith('.json'));
    expect(outer.length).toBeGreaterThan(0);
    for (const path of outer) {
      const [task, input, annotation] = path.split('/');
      const { body } = await api('GET', `/projects/demo-project/tasks/${task}/inputs/${input}/annotation?v=2`);
      const { details } = body as { details: { annotation_id: string; body: { url: string } }[] };
      const file = await request(details.find(({ annotation_id }) => annotation_id === annotation)?.body.url ?? '');
      expect((await zip.read(path)).equals(Buffer.from(await file.body.arrayBuffer())), path).toBe(true);
    }
  });

  it('an archive has directories, deflated entries with data descriptors, and no order, as Annofab’s have', async () => {
    await update();
    await annofab.settled();
    const entries = await entriesOf(await download());
    const directories = entries.filter(({ fileName }) => fileName.endsWith('/')).map(({ fileName }) => fileName);
    const files = entries.filter(({ fileName }) => !fileName.endsWith('/'));
    expect(directories).toContain('task-1/');
    expect(directories.some((path) => path.split('/').length === 3)).toBe(true);
    expect(files.every(({ compressionMethod }) => compressionMethod === 8)).toBe(true);
    expect(files.every(({ generalPurposeBitFlag }) => (generalPurposeBitFlag & 8) === 8)).toBe(true);
    const paths = files.map(({ fileName }) => fileName);
    expect(paths).not.toEqual([...paths].sort());
  });

  it('an archive also has folders named after input data when strayFolders is set', async () => {
    annofab.settings.strayFolders = true;
    await update();
    await annofab.settled();
    const { paths } = await openZip(await download());
    expect(paths).toContain('task-1/街角__task-1__01.png/task-1-frame-1-road');
    expect(paths.filter((path) => path.includes('.png')).some((path) => path.endsWith('.json'))).toBe(false);
  });

  it('an archive changes only when it is updated', async () => {
    await update();
    await annofab.settled();
    const before = await download();
    await annofab.completeTask('demo-project', 'task-1');
    expect((await download()).equals(before)).toBe(true);
    await update();
    await annofab.settled();
    const path = (await openZip(before)).paths.find((name) => /^task-1\/[^/]+\.json$/.test(name)) ?? '';
    const read = async (bytes: Buffer) => JSON.parse((await (await openZip(bytes)).read(path)).toString());
    expect((await read(before)).task_status).toBe('working');
    expect((await read(await download())).task_status).toBe('complete');
  });
});

describe('the project of an imported archive', () => {
  const project = 'archive-project';
  beforeEach(async () => addImport(annofab.state, await importArchive(await makeZip(sampleEntries()))));

  it('an imported project has an owner, and answers with the exact texts of its frames, also after completion', async () => {
    const text = async () => {
      const url = `${annofab.url}/api/v1/projects/${project}/tasks/task-2/inputs/frame-9/annotation/simple`;
      return (await request(url, { headers: { authorization: 'Bearer demo-pat' } })).body.text();
    };
    const entry = sampleEntries().find(([path]) => path === 'task-2/frame-9.json')?.[1];
    expect(await text()).toBe(entry);
    expect(await annofab.completeTask(project, 'task-2')).toMatchObject({ phase: 'acceptance', status: 'complete' });
    expect(await text()).toBe(entry);
  });

  it('the editor API answers with the masks of an imported archive, and with OuterUnresolved for a missing file', async () => {
    annofab.state.files.delete(`annotations/${project}/task.1/frame-1/m-1`);
    const { body } = await api('GET', `/projects/${project}/tasks/task.1/inputs/frame-1/annotation?v=2`);
    const { details } = body as { details: { annotation_id: string; body: unknown }[] };
    const bodyOf = (id: string) => details.find(({ annotation_id }) => annotation_id === id)?.body;
    expect(bodyOf('m-1')).toMatchObject({ _type: 'OuterUnresolved' });
    expect(bodyOf('m-2')).toMatchObject({
      _type: 'Outer',
      url: expect.stringContaining(annofab.filesUrl),
      etag: expect.any(String),
    });
  });

  it('an update of an imported project builds the same archive', async () => {
    await update(project);
    await annofab.settled();
    const zip = await openZip(await download(project));
    for (const [path, content = ''] of sampleEntries()) {
      if (path.endsWith('/') || path.includes('.images__')) continue;
      expect((await zip.read(path)).equals(Buffer.from(content)), path).toBe(true);
    }
  });

  it('an imported project has an image for every input data', async () => {
    const { body } = await api('GET', `/projects/${project}/inputs/frame-1`);
    const { url, system_metadata } = body as { url: string; system_metadata: unknown };
    expect(system_metadata).toMatchObject({ _type: 'Image', original_resolution: { width: 64, height: 48 } });
    expect((await request(url)).headers['content-type']).toBe('image/png');
  });
});

describe('postAnnotationArchiveUpdate', () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(() => receiver.stop());

  it('an update fires its webhook when the archive can be downloaded', async () => {
    await api('PUT', '/projects/demo-project/webhooks/archive', {
      project_id: 'demo-project',
      webhook_id: 'archive',
      event_type: 'annotation-archive-updated',
      webhook_status: 'active',
      method: 'POST',
      headers: [],
      url: receiver.url,
      body: '{"project_id":"{{PROJECT_ID}}","complete_datetime":"{{COMPLETE_DATETIME}}"}',
    });
    await update();
    await annofab.settled();
    expect(receiver.received).toHaveLength(1);
    const { list } = (await api('GET', '/projects/demo-project/jobs?type=gen-annotation')).body as {
      list: { updated_datetime: string }[];
    };
    const sent = JSON.parse(receiver.received[0]?.body ?? '');
    expect(sent).toMatchObject({ project_id: 'demo-project' });
    expect(Date.parse(sent.complete_datetime)).toBeLessThanOrEqual(Date.parse(list[0]?.updated_datetime ?? ''));
    expect(annofab.state.projects.get('demo-project')?.archive?.updated_datetime).toBe(sent.complete_datetime);
  });
});
