import { describe, expect, it } from 'vitest';
import { NonRetryableError } from '../../../lib/runtime/outcomes.ts';
import type { StoredFile } from '../../../local/annofab/core/state.ts';
import { PROJECT_ID, root, TASK_ID, useDemoTask } from '../support/demo-task.ts';
import { known, md5, sha256 } from '../support/values.ts';

const demo = useDemoTask();
const oneByOne = { frameConcurrency: 1, fileConcurrency: 1 };

describe('exportTask of outer files', () => {
  it('requests a new address when the address has expired', async () => {
    demo.onceBefore(/^\/annotations\//, 1, () => demo.world.emulator.clock.advance(2 * 3_600_000));
    const { prefix } = await demo.run();
    const { files } = await demo.manifest(prefix);
    expect(files.filter(({ path }) => !path.endsWith('.json'))).toHaveLength(demo.outerFiles().length);
    const editorReads = demo.world.requests.filter(({ url }) => url.pathname.endsWith('/annotation'));
    expect(editorReads.length).toBeGreaterThan(new Set(editorReads.map(({ url }) => url.pathname)).size);
  });

  it('exports the file of a 3D segment, which the Simple format shows as unknown text', async () => {
    const [input_data_id = ''] = demo.task().input_data_id_list;
    const detail = known(demo.frame(input_data_id).details.find(({ body }) => body._type === 'Inner'));
    const bytes = Buffer.from('{"kind":"SEGMENT","points":[0,1],"version":"1"}');
    const file = { bytes, contentType: 'application/json', etag: `"${md5(bytes)}"`, lastModified: new Date(0) };
    demo.world.emulator.state.files.set('annotations/segment', file);
    detail.body = { _type: 'Outer', path: 'annotations/segment' };
    const { prefix } = await demo.run();
    expect((await demo.world.dataset.read(`${prefix}${TASK_ID}/${input_data_id}/${detail.annotation_id}`))?.text).toBe(
      String(bytes),
    );
  });

  it.each([null, { _type: 'SegmentationV3', data_uri: 'x' }])(
    'exports the file of an annotation whose Simple data is %j',
    async (data) => {
      const { input_data_id, annotation_id, file } = demo.someOuterFile();
      const simple = await demo.world.foreign.getAnnotation({
        project_id: PROJECT_ID,
        task_id: TASK_ID,
        input_data_id,
      });
      const details = simple.details.map((detail) =>
        detail.annotation_id === annotation_id ? { ...detail, data } : detail,
      );
      demo.frame(input_data_id).verbatim = JSON.stringify({ ...simple, details });
      const { prefix } = await demo.run();
      expect((await demo.manifest(prefix)).files).toContainEqual(
        expect.objectContaining({ path: `${TASK_ID}/${input_data_id}/${annotation_id}`, sha256: sha256(file.bytes) }),
      );
    },
  );

  it('downloads without a credential', async () => {
    await demo.run();
    const toFiles = demo.world.requests.filter(({ url }) => url.origin === demo.world.emulator.filesUrl);
    expect(toFiles.length).toBeGreaterThan(0);
    for (const { headers } of toFiles)
      expect(Object.keys(headers).map((name) => name.toLowerCase())).not.toContain('authorization');
  });

  it('fails with the name of the annotation when its file is missing', async () => {
    const { path, input_data_id, annotation_id } = demo.someOuterFile();
    demo.world.beforeRequest(({ url }) => {
      if (url.pathname === `/${path}`)
        demo.world.emulator.faults.add({ operation: 'downloadFile', status: 404, times: 1 });
    });
    await expect(demo.run({ settings: oneByOne })).rejects.toThrow(
      `project ${PROJECT_ID}, task ${TASK_ID}, input data ${input_data_id}, annotation ${annotation_id}: its file could not be read`,
    );
    expect(await demo.finished()).toEqual([]);
  });

  it('fails with the name of the annotation when its file arrives damaged', async () => {
    const { path, file, annotation_id } = demo.someOuterFile();
    const damaged = Buffer.from(file.bytes);
    damaged[0] = (damaged[0] ?? 0) ^ 1;
    demo.world.emulator.state.files.set(path, { ...plain(file), bytes: damaged });
    await expect(demo.run()).rejects.toThrow(
      new RegExp(`annotation ${annotation_id}: its file could not be read.*MD5`),
    );
    expect(await demo.finished()).toEqual([]);
  });

  it('exports the new file when it was replaced during the export', async () => {
    const { path, file, annotation_id, input_data_id } = demo.someOuterFile();
    const bytes = Buffer.concat([file.bytes, Buffer.from('more')]);
    demo.onceBefore(/^\/annotations\//, 1, () => {
      demo.world.emulator.state.files.set(path, { ...plain(file), bytes, etag: `"${md5(bytes)}"` });
    });
    const { prefix } = await demo.run();
    expect((await demo.manifest(prefix)).files).toContainEqual(
      expect.objectContaining({ path: `${TASK_ID}/${input_data_id}/${annotation_id}`, sha256: sha256(bytes) }),
    );
  });

  it('throws NonRetryableError with advice when the annotation has no file because the specs changed', async () => {
    const { input_data_id, annotation_id } = demo.someOuterFile();
    demo.onceBefore(new RegExp(`/${input_data_id}/annotation$`), 1, () => {
      demo.detail(input_data_id, annotation_id).body = { _type: 'InnerUnknown', data: '1,2,3,4' };
    });
    const error = await demo.run().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NonRetryableError);
    expect(error).toMatchObject({
      reason: expect.stringMatching(`task ${TASK_ID}, input data ${input_data_id}, annotation ${annotation_id}.*specs`),
    });
    expect(await demo.finished()).toEqual([]);
  });

  it('exports no file for unknown text that is the whole annotation', async () => {
    const { input_data_id, annotation_id } = demo.someOuterFile();
    demo.detail(input_data_id, annotation_id).body = { _type: 'InnerUnknown', data: '1,2,3,4' };
    expect(await demo.run()).toMatchObject({ files: demo.task().input_data_id_list.length + demo.outerFiles().length });
  });

  it('fails with the name of the annotation when Annofab has no address for its file', async () => {
    const { path, annotation_id } = demo.someOuterFile();
    demo.world.emulator.state.files.delete(path);
    await expect(demo.run()).rejects.toThrow(`annotation ${annotation_id}: Annofab gives no address for its file`);
    expect(await demo.finished()).toEqual([]);
  });

  it('fails with the name of the annotation when it was deleted during the export', async () => {
    const { input_data_id, annotation_id } = demo.someOuterFile();
    demo.onceBefore(new RegExp(`/${input_data_id}/annotation$`), 1, () => {
      const frame = demo.frame(input_data_id);
      frame.details = frame.details.filter((detail) => detail.annotation_id !== annotation_id);
    });
    await expect(demo.run()).rejects.toThrow(
      new RegExp(`annotation ${annotation_id}: it is missing from the editor's`),
    );
  });

  it('throws NonRetryableError when an id cannot be part of a key', async () => {
    const { input_data_id, annotation_id } = demo.someOuterFile();
    demo.detail(input_data_id, annotation_id).annotation_id = '../../../evil';
    await expect(demo.run()).rejects.toThrow(NonRetryableError);
    expect((await demo.world.objects()).filter(({ key }) => !key.startsWith(root))).toEqual([]);
  });
});

function plain({ bytes, contentType, etag, lastModified }: StoredFile): StoredFile {
  return { bytes, contentType, etag, lastModified };
}
