import { describe, expect, it } from 'vitest';
import type { FullAnnotation } from '../../../../lib/annofab/api-description.ts';
import { openZip } from '../../../../lib/annofab/archives/zip/index.ts';
import { demo, PROJECT, startEmulator } from '../emulator.ts';

async function startUpdated() {
  const started = await startEmulator();
  await started.owner.postAnnotationArchiveUpdate(demo);
  await started.annofab.settled();
  return started;
}

type Client = Awaited<ReturnType<typeof startEmulator>>['owner'];

async function download(client: Client) {
  const { url } = await client.getArchiveFullWithProId(demo);
  return await openZip(Buffer.from(await (await fetch(url)).arrayBuffer()));
}

async function readFrame(client: Client, path: string): Promise<FullAnnotation> {
  const zip = await download(client);
  return JSON.parse(Buffer.from(await zip.read(path)).toString());
}

describe('the archive in the Full format', () => {
  it('the Full archive has the same entries as the Simple archive', async () => {
    const { owner, dataUser } = await startUpdated();
    const { url } = await owner.getAnnotationArchive(demo);
    const simple = await openZip(Buffer.from(await (await fetch(url)).arrayBuffer()));
    expect([...(await download(dataUser)).paths].sort()).toEqual([...simple.paths].sort());
  });

  it('the Full format has ids and all languages of labels and attributes, and user ids', async () => {
    const { owner } = await startUpdated();
    const frame = await readFrame(owner, 'task-3/task-3-frame-1.json');
    expect(frame).toMatchObject({
      ...{ project_id: PROJECT, annotation_format_version: '2.0.0', task_id: 'task-3', task_phase: 'acceptance' },
      ...{ task_status: 'complete', input_data_id: 'task-3-frame-1', input_data_name: '街角/task-3/01.png' },
    });
    const car = frame.details.find(({ annotation_id: id }) => id.endsWith('car-2'));
    expect(car).toMatchObject({
      ...{ user_id: expect.stringMatching(/^demo_/), label_id: 'label-vehicle', annotation_type: 'bounding_box' },
      label_name: { messages: expect.arrayContaining([expect.objectContaining({ message: '車両' })]) },
      data_holding_type: 'inner',
      data: { _type: 'BoundingBox', left_top: { x: 300, y: 180 }, right_bottom: { x: 420, y: 270 } },
    });
    const attributes = car?.additional_data_list.map(({ type, value }) => [type, value]);
    expect(attributes).toEqual(
      expect.arrayContaining([
        ['flag', { _type: 'Flag', value: true }],
        ['integer', { _type: 'Integer', value: 2 }],
        ['comment', { _type: 'Comment', value: '右折待ち "停止中"' }],
        ['tracking', { _type: 'Tracking', value: 'track-2' }],
        ['link', { _type: 'Link', value: expect.stringMatching(/car-1$/) }],
      ]),
    );
    expect(attributes?.find(([type]) => type === 'choice')?.[1]).toMatchObject({
      ...{ _type: 'Choice', value: { id: expect.any(String), name: { default_lang: expect.any(String) } } },
    });
    expect(attributes?.find(([type]) => type === 'select')?.[1]).toMatchObject({ _type: 'Choice' });
  });

  it('the Full format has the path of a mask relative to its frame', async () => {
    const { owner } = await startUpdated();
    const { details } = await readFrame(owner, 'task-3/task-3-frame-1.json');
    const zip = await download(owner);
    const masks = details.filter(({ data }) => data?._type === 'Segmentation' || data?._type === 'SegmentationV2');
    expect(masks).toHaveLength(2);
    for (const { data, data_holding_type, annotation_id } of masks) {
      expect(data_holding_type).toBe('outer');
      expect(data).toMatchObject({ data_uri: `./task-3-frame-1/${annotation_id}` });
      expect((await zip.read(`task-3/task-3-frame-1/${annotation_id}`)).subarray(1, 4).toString()).toBe('PNG');
    }
  });

  it('the Full archive changes only when it is updated, and returns 404 before the first update', async () => {
    const { annofab, owner } = await startEmulator();
    await expect(owner.getArchiveFullWithProId(demo)).rejects.toMatchObject({ status: 404 });
    await owner.postAnnotationArchiveUpdate(demo);
    await annofab.settled();
    await annofab.completeTask(PROJECT, 'task-2');
    expect((await readFrame(owner, 'task-2/task-2-frame-1.json')).task_status).toBe('not_started');
  });

  it('the Full archive returns 409 while it is being updated, and 403 to workers', async () => {
    const { annofab, owner, worker } = await startUpdated();
    annofab.jobs.hold();
    await owner.postAnnotationArchiveUpdate(demo);
    const running = { status: 409, errorCode: 'WORKER_ALREADY_INVOKED' };
    await expect(owner.getArchiveFullWithProId(demo)).rejects.toMatchObject(running);
    await expect(worker.getArchiveFullWithProId(demo)).rejects.toMatchObject({ status: 403 });
    await annofab.jobs.release();
  });
});
