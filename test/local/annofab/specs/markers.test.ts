import { describe, expect, it } from 'vitest';
import { annofabError, demo, PROJECT, startEmulator } from '../emulator.ts';

const stale = { status: 409, errorCode: 'ALREADY_UPDATED' };
const _EXTRA = `/api/v1/projects/${PROJECT}/extra-data`;

describe('markers', () => {
  const marker = {
    marker_id: 'marker-1',
    title: '開始',
    graph_type: 'task_progress',
    marked_at: '2026-08-01T10:00:00.000+09:00',
  } as const;

  it('markers are empty at first, and are replaced with their lock', async () => {
    const { owner, worker } = await startEmulator();
    expect(await worker.getMarkers(demo)).toMatchObject({ project_id: PROJECT, markers: [] });
    const first = await owner.putMarkers({ ...demo, body: { markers: [marker] } });
    expect(await worker.getMarkers(demo)).toEqual(first);
    expect(first.markers).toEqual([marker]);
    await expect(owner.putMarkers({ ...demo, body: { markers: [] } })).rejects.toMatchObject(stale);
    const lock = { last_updated_datetime: first.updated_datetime ?? '' };
    expect((await owner.putMarkers({ ...demo, body: { markers: [], ...lock } })).markers).toEqual([]);
    await expect(owner.putMarkers({ ...demo, body: { markers: [], ...lock } })).rejects.toMatchObject(stale);
  });

  it('putMarkers returns 403 to others than owners, and 400 for an unknown graph', async () => {
    const { accepter, raw } = await startEmulator();
    await expect(accepter.putMarkers({ ...demo, body: { markers: [] } })).rejects.toMatchObject({ status: 403 });
    const body = { markers: [{ ...marker, graph_type: 'weather' }] };
    const answer = await raw('PUT', `/api/v1/projects/${PROJECT}/statistics/markers`, { body });
    expect(answer).toMatchObject(annofabError(400, 'INVALID_BODY'));
  });
});
