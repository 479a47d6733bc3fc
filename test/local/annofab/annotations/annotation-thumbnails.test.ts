import { describe, expect, it } from 'vitest';
import type { PutAnnotationThumbnailBody } from '../../../../lib/annofab/api-description.ts';
import type { AnnofabClient } from '../../../../lib/annofab/index.ts';
import { drawScene } from '../../../../local/annofab/seed/draw.ts';
import { demo, PROJECT, startEmulator } from '../emulator.ts';
import { FREE, MINE } from './frames.ts';

/** The demo with custom input data. */
async function startCustom() {
  const started = await startEmulator();
  const project = started.annofab.state.projects.get(PROJECT)?.project;
  if (project) project.input_data_type = 'custom';
  return started;
}

async function upload(client: AnnofabClient, bytes: Uint8Array): Promise<{ _type: 'Upload'; temporary_path: string }> {
  const { url, path } = await client.createTempPath(demo);
  await fetch(url, { method: 'PUT', body: Buffer.from(bytes), headers: { 'content-type': 'image/png' } });
  return { _type: 'Upload', temporary_path: path };
}

const slice = { _type: 'ImageSlice', image: 0, x: 0, y: 0, width: 4, height: 3 } as const;
const empty = { images: [], annotations: {}, annotation_updated_datetime: '2019-05-08T10:00:00.000+09:00' };

describe('thumbnails of annotations', () => {
  it('the assignee saves thumbnails from uploaded images', async () => {
    const { annofab, owner, worker } = await startCustom();
    expect(await worker.getAnnotationThumbnail(MINE)).toEqual({
      ...{ ...MINE, images: [], annotations: {} },
      ...{ annotation_updated_datetime: null, created_datetime: null },
    });
    const body: PutAnnotationThumbnailBody = {
      ...empty,
      images: [await upload(owner, drawScene(8, 6, 'x'))],
      annotations: { a: slice, b: { _type: 'Unsupported' }, c: { _type: 'Failed', reason: 'too small' } },
    };
    const made = await worker.putAnnotationThumbnail({ ...MINE, body });
    annofab.clock.advance(48 * 60 * 60 * 1000);
    const read = await owner.getAnnotationThumbnail(MINE);
    expect(read).toEqual({ ...made, images: [{ ...made.images[0], url: expect.any(String) }] });
    expect(read).toMatchObject({
      ...{ ...MINE, annotations: body.annotations, created_datetime: expect.any(String) },
      annotation_updated_datetime: body.annotation_updated_datetime,
      images: [{ _type: 'Thumbnail', width: 8, height: 6 }],
    });
    expect((await fetch(read.images[0]?.url ?? '')).headers.get('content-type')).toBe('image/png');
  });

  it('returns 403 when the input data of the project is not custom', async () => {
    const { owner } = await startEmulator();
    await expect(owner.getAnnotationThumbnail(MINE)).rejects.toMatchObject({ status: 403 });
    await expect(owner.putAnnotationThumbnail({ ...FREE, body: empty })).rejects.toMatchObject({ status: 403 });
  });

  it('only owners save thumbnails of a task that was never assigned, and else only the assignee', async () => {
    const { owner, worker } = await startCustom();
    await owner.putAnnotationThumbnail({ ...FREE, body: empty });
    await expect(worker.putAnnotationThumbnail({ ...FREE, body: empty })).rejects.toMatchObject({ status: 403 });
    await expect(owner.putAnnotationThumbnail({ ...MINE, body: empty })).rejects.toMatchObject({ status: 403 });
  });

  it('returns 400 for a missing upload, a file that is not an image, and an unknown image', async () => {
    const { owner } = await startCustom();
    const put = (body: PutAnnotationThumbnailBody) => owner.putAnnotationThumbnail({ ...FREE, body });
    const text = await upload(owner, Buffer.from('text'));
    const nowhere = { _type: 'Upload' as const, temporary_path: 's3://annofab-emulator/temp/nothing' };
    await expect(put({ ...empty, images: [nowhere] })).rejects.toMatchObject({ status: 400 });
    await expect(put({ ...empty, images: [text] })).rejects.toMatchObject({ status: 400 });
    await expect(put({ ...empty, annotations: { a: slice } })).rejects.toMatchObject({ status: 400 });
  });
});
