import { describe, expect, it } from 'vitest';
import type { BatchAnnotationRequestItem } from '../../../../lib/annofab/api-description.ts';
import type { AnnofabClient } from '../../../../lib/annofab/index.ts';
import { annofabError, demo, PROJECT, startEmulator } from '../emulator.ts';
import { FREE, FULL, readV2 } from './frames.ts';

/** The item of a batch for an annotation of `FULL`. */
async function target(client: AnnofabClient, label: string, frame = FULL) {
  const { details, updated_datetime } = await readV2(client, frame);
  const detail = details.find(({ label_id }) => label_id === label);
  if (!detail || updated_datetime == null) throw new Error(`no annotation of ${label}`);
  return { ...frame, annotation_id: detail.annotation_id, label_id: label, updated_datetime };
}

const occluded = { definition_id: 'attribute-occluded', value: { _type: 'Flag' as const, value: true } };
const send = (client: AnnofabClient, body: BatchAnnotationRequestItem[], v: 1 | 2 = 2) =>
  client.batchUpdateAnnotations({ ...demo, query: { v }, body });

describe('batchUpdateAnnotations', () => {
  it('a batch changes attributes of several annotations in one frame, all with the same lock', async () => {
    const { accepter, owner } = await startEmulator();
    const [vehicle, signal] = [await target(owner, 'label-vehicle'), await target(owner, 'label-signal')];
    const before = await readV2(owner, FULL);
    const answer = await send(accepter, [
      { _type: 'PutV2', data: { ...vehicle, additional_data_list: [occluded] } },
      { _type: 'PutV2', data: { ...signal, additional_data_list: [] } },
    ]);
    const after = await readV2(owner, FULL);
    expect(answer.map(({ detail, updated_datetime }) => [detail.annotation_id, updated_datetime])).toEqual([
      [vehicle.annotation_id, after.updated_datetime],
      [signal.annotation_id, after.updated_datetime],
    ]);
    const of = (id: string, { details } = after) => details.find(({ annotation_id }) => annotation_id === id);
    expect(of(vehicle.annotation_id)).toMatchObject({
      ...{ additional_data_list: [occluded], updated_datetime: after.updated_datetime },
      body: of(vehicle.annotation_id, before)?.body,
    });
    expect(of(signal.annotation_id)?.additional_data_list).toEqual([]);
    expect(after.details).toHaveLength(before.details.length);
  });

  it('version 1 accepts and answers with the attributes of version 1', async () => {
    const { accepter, owner } = await startEmulator();
    const vehicle = await target(owner, 'label-vehicle');
    const list = [{ additional_data_definition_id: 'attribute-colour', choice: 'choice-colour-blue' }];
    const [answer] = await send(accepter, [{ _type: 'Put', data: { ...vehicle, additional_data_list: list } }], 1);
    expect(answer?.detail).toMatchObject({ data_holding_type: 'inner', additional_data_list: list });
  });

  it('a batch deletes annotations, and the frame loses its imported text', async () => {
    const { accepter, owner } = await startEmulator();
    const { label_id: _, ...road } = await target(owner, 'label-road');
    const [deleted] = await send(accepter, [{ _type: 'Delete', ...road }]);
    expect(deleted?.detail.annotation_id).toBe(road.annotation_id);
    const { details } = await owner.getAnnotation(FULL);
    expect(details.map(({ annotation_id }) => annotation_id)).not.toContain(road.annotation_id);
  });

  it.each<[string, object, number, string?]>([
    ['a label of another type of annotation', { label_id: 'label-signal' }, 400],
    ['a label that the specs do not have', { label_id: 'nothing' }, 400],
    ['an attribute that the specs do not have', { additional_data_list: [{ definition_id: 'nothing' }] }, 400],
    ['another project than the path’s', { project_id: 'another' }, 400],
    ['an unknown task', { task_id: 'nothing' }, 404],
    ['input data of another task', { input_data_id: 'task-2-frame-1' }, 404],
    ['an unknown annotation', { annotation_id: 'nothing' }, 404],
    ['an old lock', { updated_datetime: '2019-05-08T10:00:00.000+09:00' }, 409, 'ALREADY_UPDATED'],
  ])('a batch refuses %s, and keeps the items before it applied', async (_what, change, status, errorCode) => {
    const { accepter, owner } = await startEmulator();
    const [vehicle, lane] = [await target(owner, 'label-vehicle'), await target(owner, 'label-lane-line')];
    const batch = send(accepter, [
      { _type: 'PutV2', data: { ...vehicle, additional_data_list: [] } },
      { _type: 'PutV2', data: { ...lane, additional_data_list: [], ...change } },
    ]);
    await expect(batch).rejects.toMatchObject({ status, ...(errorCode && { errorCode }) });
    const { details } = await readV2(owner, FULL);
    expect(details.find(({ annotation_id: id }) => id === vehicle.annotation_id)?.additional_data_list).toEqual([]);
  });

  it('a batch changes a label only to one of the same type, and never that of a classification', async () => {
    const { annofab, accepter, owner } = await startEmulator();
    const specs = annofab.state.projects.get(PROJECT)?.specs;
    const copy = (id: string) => {
      const label = specs?.labels.find(({ label_id }) => label_id === id);
      if (label) specs?.labels.push({ ...label, label_id: `${id}-2` });
    };
    copy('label-vehicle');
    copy('label-scene');
    const [vehicle, scene] = [await target(owner, 'label-vehicle'), await target(owner, 'label-scene')];
    await send(accepter, [
      { _type: 'PutV2', data: { ...vehicle, label_id: 'label-vehicle-2', additional_data_list: [] } },
    ]);
    expect(await target(owner, 'label-vehicle-2')).toMatchObject({ annotation_id: vehicle.annotation_id });
    const { updated_datetime } = await target(owner, 'label-scene');
    const data = { ...scene, updated_datetime, label_id: 'label-scene-2', additional_data_list: [] };
    await expect(send(accepter, [{ _type: 'PutV2', data }])).rejects.toMatchObject({ status: 400 });
  });

  it('only owners may edit accepted tasks in a batch', async () => {
    const { accepter, owner } = await startEmulator();
    const frame = { ...FULL, task_id: 'task-3', input_data_id: 'task-3-frame-1' };
    const data = { ...(await target(owner, 'label-vehicle', frame)), additional_data_list: [] };
    await expect(send(accepter, [{ _type: 'PutV2', data }])).rejects.toMatchObject({ status: 403 });
    expect(await send(owner, [{ _type: 'PutV2', data }])).toHaveLength(1);
  });

  it('a batch returns 403 to workers, and 409 when the project is suspended', async () => {
    const { annofab, worker, owner } = await startEmulator();
    await expect(send(worker, [])).rejects.toMatchObject({ status: 403 });
    const project = annofab.state.projects.get(PROJECT)?.project;
    if (project) project.project_status = 'suspended';
    await expect(send(owner, [])).rejects.toMatchObject({ status: 409 });
  });

  it('a batch returns 400 unless it is an array of typed items', async () => {
    const { raw } = await startEmulator();
    const path = `/api/v1/projects/${PROJECT}/annotations`;
    expect(await raw('POST', path, { body: {} })).toMatchObject(annofabError(400, 'INVALID_BODY'));
    expect(await raw('POST', path, { body: [{ _type: 'Move' }] })).toMatchObject(annofabError(400, 'INVALID_BODY'));
    expect(await raw('POST', path, { body: [{ ...FREE, _type: 'Delete' }] })).toMatchObject(
      annofabError(400, 'INVALID_BODY'),
    );
  });
});
