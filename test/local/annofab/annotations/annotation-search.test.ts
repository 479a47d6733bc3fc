import { describe, expect, it } from 'vitest';
import type { AnnotationQuery, CountResult } from '../../../../lib/annofab/api-description.ts';
import type { AnnofabClient } from '../../../../lib/annofab/index.ts';
import { frameKey } from '../../../../local/annofab/core/state.ts';
import { annofabError, demo, PROJECT, startEmulator } from '../emulator.ts';
import { FULL, MINE, point, putV2, readV2 } from './frames.ts';

const PATH = `/api/v1/projects/${PROJECT}/annotations`;

/** The frame and the label: `task-1/task-1-frame-1 label-vehicle`. */
async function find(client: AnnofabClient, query: AnnotationQuery, sort?: string): Promise<string[]> {
  const { list } = await client.getAnnotationList({
    ...demo,
    query: { v: 2, limit: 200, query, ...(sort && { sort }) },
  });
  return list.map(({ task_id, input_data_id, detail }) => `${task_id}/${input_data_id} ${detail.label_id}`);
}

describe('getAnnotationList', () => {
  it('finds annotations by label, task and input data', async () => {
    const { owner } = await startEmulator();
    expect(await find(owner, { label_id: 'label-vehicle-3d' })).toEqual([
      'task-1/task-1-frame-1 label-vehicle-3d',
      'task-3/task-3-frame-1 label-vehicle-3d',
    ]);
    expect(await find(owner, { label_id: 'label-vehicle-3d', task_id: 'task-3' })).toHaveLength(1);
    expect(await find(owner, { task_id: 'task' }), 'the whole id, unless told otherwise').toEqual([]);
    const parts = {
      task_id: 'SK-1',
      exact_match_task_id: false,
      input_data_id: 'frame-1',
      exact_match_input_data_id: false,
    };
    expect(new Set(await find(owner, { ...parts, label_id: 'label-road' }))).toEqual(
      new Set(['task-1/task-1-frame-1 label-road']),
    );
  });

  it('finds annotations by the value of an attribute, and by its absence', async () => {
    const { owner, worker } = await startEmulator();
    const unset = { ...point('unset', 2), additional_data_list: [] };
    await putV2(worker, MINE, [point('set', 1), unset], (await readV2(worker, MINE)).updated_datetime ?? undefined);
    const search = async (attribute: object) => {
      const attributes = [{ additional_data_definition_id: 'attribute-occluded', ...attribute }];
      const query = { task_id: MINE.task_id, label_id: 'label-signal', attributes };
      const { list } = await owner.getAnnotationList({ ...demo, query: { query } });
      return list.map(({ detail }) => detail.annotation_id);
    };
    expect(await search({ flag: true })).toEqual(['set']);
    expect(await search({ flag: false })).toEqual([]);
    expect(await search({ flag: null, integer: null, comment: null, choice: null })).toEqual(['unset']);
  });

  it('finds annotations by the days of their last change in Japan, inclusive and in either order', async () => {
    const { annofab, owner, worker } = await startEmulator();
    annofab.clock.set(new Date('2030-05-08T15:30:00Z')); // The 9th in Japan.
    await putV2(worker, MINE, [point('new', 1)], (await readV2(worker, MINE)).updated_datetime ?? undefined);
    const count = async (query: AnnotationQuery) => (await find(owner, query)).length;
    expect(await count({ updated_from: '2030-05-09', updated_to: '2030-05-09' })).toBe(1);
    expect(await count({ updated_from: '20300510', updated_to: '20300509' })).toBe(1);
    expect(await count({ updated_from: '2030-05-08', updated_to: '2030-05-08' })).toBe(0);
    expect(await count({ updated_from: '2030-05-01' }), 'until today').toBe(1);
    annofab.clock.advance(24 * 60 * 60 * 1000);
    expect(await count({ updated_from: '2030-05-10' })).toBe(0);
  });

  it('sorts annotations by several keys, the first key first', async () => {
    const { owner } = await startEmulator();
    const sorted = await find(owner, { label_id: 'label-vehicle' }, '-task_id,input_data_id');
    expect(sorted.slice(0, 2)).toEqual(['task-7/task-7-frame-1 label-vehicle', 'task-7/task-7-frame-2 label-vehicle']);
    expect(await find(owner, { label_id: 'label-vehicle' }, '-detail.label_id,task_id,-input_data_id')).toEqual(
      await find(owner, { label_id: 'label-vehicle' }, 'task_id,-input_data_id'),
    );
  });

  it('lists data as objects in version 1 and bodies in version 2, with the lock of the frame', async () => {
    const { owner } = await startEmulator();
    const { updated_datetime } = await readV2(owner, FULL);
    const query = { task_id: FULL.task_id, input_data_id: FULL.input_data_id };
    const { list: v1 } = await owner.getAnnotationList({ ...demo, query: { query } });
    const { list: v2 } = await owner.getAnnotationList({ ...demo, query: { v: 2, query } });
    const of = (list: typeof v1, label: string) => list.find(({ detail }) => detail.label_id === label);
    expect(of(v1, 'label-vehicle')).toMatchObject({
      ...{ ...FULL, updated_datetime },
      detail: { data_holding_type: 'inner', data: { _type: 'BoundingBox' }, url: null },
    });
    expect(of(v1, 'label-road')?.detail).toMatchObject({
      ...{ data_holding_type: 'outer', data: null, url: expect.stringMatching(/^http:/) },
      etag: expect.any(String),
    });
    expect(of(v2, 'label-vehicle')).toMatchObject({
      ...{ ...FULL, updated_datetime },
      detail: { body: { _type: 'Inner', data: { _type: 'BoundingBox' } } },
    });
    expect(of(v2, 'label-road')?.detail).toMatchObject({ body: { _type: 'Outer', url: expect.any(String) } });
  });

  it('counts labels and attributes unless the query declines it', async () => {
    const { owner } = await startEmulator();
    const count = async (query: object) => {
      const { aggregations } = await owner.getAnnotationList({ ...demo, query: { limit: 0, ...query } });
      return aggregations.map(({ name, items }: CountResult) => [name, items[0]?.key, items[0]?.count]);
    };
    const query = { task_id: 'task-1' };
    expect(await count({ query })).toEqual([
      ['label_id_count', expect.any(String), expect.any(Number)],
      ['additional_data_definition_id_count', expect.any(String), expect.any(Number)],
    ]);
    expect(await count({ query, no_aggregate_label_and_input: true })).toEqual([]);
  });

  it('accepts the True of Python clients for no_aggregate_label_and_input', async () => {
    const { raw } = await startEmulator();
    const { json } = await raw('GET', `${PATH}?no_aggregate_label_and_input=True&limit=0`);
    expect(json).toMatchObject({ aggregations: [], list: [] });
  });

  it('pages the annotations, and reaches the first 10,000 only', async () => {
    const { annofab, owner } = await startEmulator();
    const frame = annofab.state.projects.get(PROJECT)?.annotations.get(frameKey(FULL.task_id, FULL.input_data_id));
    const [detail] = frame?.details ?? [];
    if (!frame || !detail) throw new Error('the demo has no annotation');
    frame.details = Array.from({ length: 10_001 }, (_, i) => ({ ...detail, annotation_id: `a-${i}` }));
    const query = { task_id: FULL.task_id, input_data_id: FULL.input_data_id };
    const page = await owner.getAnnotationList({ ...demo, query: { query, page: 50, limit: 200 } });
    expect(page).toMatchObject({ total_page_no: 50, total_count: 10_001, over_limit: true });
    expect(page.list).toHaveLength(200);
    expect((await owner.getAnnotationList({ ...demo, query: { query, page: 51, limit: 200 } })).list).toEqual([]);
  });

  it.each([
    'query=x',
    'query=[]',
    'query={"label_id":1}',
    'query={"updated_from":"yesterday"}',
    'query={"updated_from":"2026-13-01"}',
    'query={"attributes":[{}]}',
    `query={"task_id":"${'a'.repeat(301)}"}`,
    'sort=x',
    'sort=label_id',
    'limit=201',
  ])('getAnnotationList returns 400 for %s', async (query) => {
    const { raw } = await startEmulator();
    expect(await raw('GET', `${PATH}?${query}`)).toMatchObject(annofabError(400, 'INVALID_QUERYPARAM'));
  });
});
