import { PNG } from 'pngjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ArchiveLimits, openZip } from '../../../../lib/annofab/archives/zip/index.ts';
import { simpleAnnotationText } from '../../../../local/annofab/annotations/simple-annotation.ts';
import { buildArchive } from '../../../../local/annofab/archives/build-archive.ts';
import { createState, frameKey } from '../../../../local/annofab/core/state.ts';
import { addImport, type ImportedProject, importArchive } from '../../../../local/annofab/import/import-archive.ts';
import { detail, frameText, makeZip, mask, sampleEntries } from './make-archive.ts';

const now = new Date('2026-01-02T03:04:05.000Z');
const importEntries = async (entries: [string, (string | Buffer)?][], limits: Partial<ArchiveLimits> = {}) =>
  importArchive(await makeZip(entries), { now, limits });

const contents = (fits: (path: string) => boolean): Map<string, string | Buffer> =>
  new Map(sampleEntries().flatMap(([path, content = '']) => (fits(path) ? [[path, content]] : [])));

describe('an imported archive with every kind of annotation', () => {
  let imported: ImportedProject;
  beforeAll(async () => {
    imported = await importEntries(sampleEntries());
  });

  it('becomes the project that it names, with its tasks', () => {
    const { record } = imported;
    expect(record.project).toMatchObject({
      project_id: 'archive-project',
      project_status: 'active',
      input_data_type: 'image',
    });
    expect(imported).toMatchObject({ taskIds: ['task.1', 'task-2'], frameCount: 3, annotationCount: 9 });
    expect(record.tasks.get('task.1')).toMatchObject({
      phase: 'acceptance',
      phase_stage: 1,
      status: 'complete',
      operation_updated_datetime: '2019-08-22T12:36:10.25+09:00',
    });
    expect(record.tasks.get('task-2')).toMatchObject({
      phase: 'inspection',
      phase_stage: 2,
      status: 'break',
      updated_datetime: '2026-01-02T12:04:05.000+09:00',
    });
  });

  it('orders the frames of a task by name, numbers by value', () => {
    expect(imported.record.tasks.get('task-2')?.input_data_id_list).toEqual(['frame-9', 'frame-10']);
  });

  it('answers each frame with the exact bytes of its entry', () => {
    const texts = contents((path) => /^[^/]+\/[^/]+\.json$/.test(path));
    expect(texts.size).toBe(3);
    for (const task of imported.record.tasks.values()) {
      for (const input of task.input_data_id_list) {
        expect(simpleAnnotationText(imported.record, task, input)).toBe(texts.get(`${task.task_id}/${input}.json`));
      }
    }
  });

  it('is rebuilt with the same entries, outer files and directories, without stray files', async () => {
    const rebuilt = await openZip(await buildArchive(imported.record, { files: new Map(imported.files), now }));
    const expected = contents((path) => !path.endsWith('/') && !path.includes('.images__'));
    expect([...rebuilt.paths].sort()).toEqual([...expected.keys()].sort());
    for (const [path, content] of expected)
      expect((await rebuilt.read(path)).equals(Buffer.from(content)), path).toBe(true);
  });

  it('infers a label for each name and type of data, and attributes from their values', () => {
    const { labels, additionals } = imported.record.specs;
    const named = (item: { messages: { message: string }[] }) => item.messages[0]?.message;
    expect(Object.fromEntries(labels.map((label) => [named(label.label_name), label.annotation_type]))).toEqual({
      bird: 'polygon',
      human: 'segmentation_v2',
      dog: 'segmentation',
      eye: 'point',
      leg: 'polyline',
      Cat: 'bounding_box',
      climatic: 'classification',
      nothing: 'custom',
    });
    expect(Object.fromEntries(additionals.map((item) => [named(item.name), item.type]))).toEqual({
      weight: 'integer',
      name: 'text',
      'link-eye': 'link',
      occluded: 'flag',
      'object id': 'tracking',
      temparature: 'text',
    });
    expect(labels.find((label) => named(label.label_name) === 'climatic')?.label_id).toBe('label-climatic');
  });

  it('stores masks as outer files and other data inline', () => {
    const details = imported.record.annotations.get(frameKey('task.1', 'frame-1'))?.details ?? [];
    expect(details.map(({ annotation_id, body }) => [annotation_id, body._type])).toEqual([
      ['b-1', 'Inner'],
      ['m-2', 'Outer'],
      ['m-1', 'Outer'],
      ['e-1', 'Inner'],
      ['l-1', 'Inner'],
      ['c-1', 'Inner'],
      ['label-climatic', 'Inner'],
      ['n-1', 'Inner'],
    ]);
    const body = details[1]?.body;
    const file = body?._type === 'Outer' ? imported.files.get(body.path) : undefined;
    expect(Buffer.from(file?.bytes ?? []).equals(mask)).toBe(true);
  });

  it('infers image sizes from masks, coordinates or a default', () => {
    const sizes = [...imported.record.inputData.values()].map(({ input_data_id, system_metadata }) => [
      input_data_id,
      system_metadata,
    ]);
    expect(Object.fromEntries(sizes)).toEqual({
      'frame-1': { _type: 'Image', original_resolution: { width: 64, height: 48 } },
      'frame-9': { _type: 'Image', original_resolution: { width: 1920, height: 1088 } },
      'frame-10': { _type: 'Image', original_resolution: { width: 640, height: 480 } },
    });
    const file = imported.files.get('input-data/archive-project/frame-1');
    expect(PNG.sync.read(Buffer.from(file?.bytes ?? []))).toMatchObject({ width: 64, height: 48 });
  });

  it('reports its assumptions', () => {
    expect(imported.assumptions).toEqual([
      'annotation specs: 8 labels and 6 attributes, from the names and values in the archive, which has no specs',
      'attributes: name, temparature: as free text, but may be choices',
      'labels: bird: as polygons, but may be polylines',
      'labels: leg: as polylines, since no annotation has a third point',
      'image sizes: 1 from the header of a mask; 1 a usual one, since nothing tells it; 1 from the outermost coordinates, rounded up',
      'images: drawn by the emulator (3 images), since an archive holds none',
      'tasks: their frames in the order of the input data names, their times those of the latest annotation',
      'tasks: those that are begun are assigned to the owner, since an archive names nobody',
      'ignored: 1 file that no annotation refers to',
    ]);
  });

  it('has the same ids at every import', async () => {
    const again = await importEntries(sampleEntries());
    expect(again.record).toEqual(imported.record);
  });
});

describe('importArchive of an unusual archive', () => {
  const one = async (fields: Record<string, unknown>, more: [string, (string | Buffer)?][] = []) =>
    importEntries([['task.1/frame-1.json', frameText(fields)], ...more]);

  it('reads an early archive without format version, phase stage and ids by its paths', async () => {
    const { record, assumptions } = await importEntries([
      ['task.1/frame-1.json', '{"details":[],"task_phase":"acceptance","task_status":"complete"}'],
    ]);
    expect(record.tasks.get('task.1')).toMatchObject({
      phase: 'acceptance',
      phase_stage: 1,
      status: 'complete',
      input_data_id_list: ['frame-1'],
    });
    expect(record.inputData.get('frame-1')?.input_data_name).toBe('frame-1');
    expect(assumptions).toContain('project: the entries name none that could be used; it is called imported-project');
  });

  it('makes unstarted tasks of entries without a phase, and reports it', async () => {
    const { record, assumptions } = await one({ task_phase: null, task_status: undefined });
    expect(record.tasks.get('task.1')).toMatchObject({ phase: 'annotation', status: 'not_started' });
    expect(assumptions.join()).toContain('1 entry without a phase or status');
  });

  it('reads null for the date-time, the details or the attributes', async () => {
    const { record } = await one({ updated_datetime: null, details: [detail('a', 'a-1', null, null)] });
    expect(record.annotations.get('task.1/frame-1')).not.toHaveProperty('updated_datetime');
    expect((await one({ details: null })).annotationCount).toBe(0);
  });

  it('separates labels with one name by their type of data', async () => {
    const { record } = await one({
      details: [
        detail('thing', 'a', { _type: 'SinglePoint', point: { x: 1, y: 1 } }, { size: 3 }),
        detail('thing', 'b', { _type: 'Classification' }, { size: 'large' }),
      ],
    });
    expect(record.specs.labels.map(({ annotation_type }) => annotation_type)).toEqual(['point', 'classification']);
    expect(record.specs.additionals.map(({ type }) => type)).toEqual(['integer', 'text']);
  });

  it('reports a missing outer file and keeps the annotation', async () => {
    const { record, files, assumptions } = await one({
      details: [detail('dog', 'm-1', { _type: 'Segmentation', data_uri: 'm-1' })],
    });
    const body = record.annotations.get('task.1/frame-1')?.details[0]?.body;
    expect(body?._type === 'Outer' && files.has(body.path)).toBe(false);
    expect(assumptions).toContain('missing: 1 outer file that the archive should hold: task.1/frame-1/m-1');
  });

  it('answers the generated id of an annotation without an id, so that its mask is found', async () => {
    const { annotation_id: _, ...nameless } = detail('road', '', { _type: 'SegmentationV2', data_uri: 'mask-1' });
    const imported = await importEntries([
      ['task.1/frame-1.json', frameText({ details: [nameless] })],
      ['task.1/frame-1/mask-1', mask],
    ]);
    const task = imported.record.tasks.get('task.1');
    const answer = task && JSON.parse(simpleAnnotationText(imported.record, task, 'frame-1'));
    expect(answer?.details).toMatchObject([{ label: 'road', annotation_id: 'mask-1' }]);
    expect(imported.assumptions.join('\n')).toContain('1 without an id');
  });

  it('keeps 3D cuboids as text and segments as files, found by name or by path', async () => {
    const cuboid = '{"kind":"CUBOID","version":"2"}';
    const segment = '{"kind":"SEGMENT","points":[1,2],"version":"1"}';
    const { record, files } = await one(
      {
        details: [
          detail('car', 'c-1', { _type: 'Unknown', data: cuboid }),
          detail('road', 's-1', { _type: 'Unknown', data: './frame-1/s-1' }),
          detail('road', 's-2', { _type: 'Unknown', data: 's-2' }),
          detail('plugin', 'p-1', { _type: 'Unknown', data: 'a/b: some text' }),
        ],
      },
      [
        ['task.1/frame-1/s-1', segment],
        ['task.1/frame-1/s-2', segment],
      ],
    );
    const details = record.annotations.get('task.1/frame-1')?.details ?? [];
    expect(
      details.map(({ body }) =>
        body._type === 'Outer' ? Buffer.from(files.get(body.path)?.bytes ?? []).toString() : body,
      ),
    ).toEqual([
      { _type: 'InnerUnknown', data: cuboid },
      segment,
      segment,
      { _type: 'InnerUnknown', data: 'a/b: some text' },
    ]);
    expect(record.specs.labels.map(({ annotation_type }) => annotation_type)).toEqual([
      'user_bounding_box',
      'user_instance_segment',
      'custom',
    ]);
    expect(record.project.input_data_type).toBe('custom');
    expect(record.inputData.get('frame-1')?.system_metadata).toEqual({ _type: 'Custom' });
  });

  it('leaves annotations and entries out that cannot be read, and reports them', async () => {
    const { record, annotationCount, assumptions } = await one(
      { details: [detail('a', 'a', null), { ...detail('b', 'b', null), label: null }] },
      [['task.1/frame-2.json', '{']],
    );
    expect(annotationCount).toBe(1);
    expect([...record.inputData.keys()]).toEqual(['frame-1']);
    expect(assumptions).toContain('left out: its entry task.1/frame-1.json details[1] has no label');
    expect(assumptions).toContain('left out: its entry task.1/frame-2.json is no JSON object');
  });

  it('reads an archive that another tool wrapped in a folder', async () => {
    const { record, assumptions } = await importEntries([
      [
        'old/task.1/frame-1.json',
        frameText({ details: [detail('dog', 'm', { _type: 'Segmentation', data_uri: 'm' })] }),
      ],
      ['old/task.1/frame-1/m', mask],
      ['__MACOSX/old/task.1/._frame-1.json', 'x'],
      ['old/.DS_Store', 'x'],
    ]);
    expect([...record.tasks.keys()]).toEqual(['task.1']);
    expect(assumptions.filter((line) => /^(missing|ignored)/.test(line))).toEqual([]);
  });

  it('makes a video project of an archive with intervals', async () => {
    const { record } = await one({ details: [detail('light', 'r-1', { _type: 'Range', begin: 0, end: 20 })] });
    expect(record.project.input_data_type).toBe('movie');
  });

  it('uses the ids of the paths when entries name other ids, and reports it', async () => {
    const { record, assumptions } = await one({ task_id: 'other', input_data_id: 'other' });
    expect([...record.tasks.keys()]).toEqual(['task.1']);
    expect(assumptions.join()).toContain(
      '1 entry with other ids inside than in the path, which counts: task.1/frame-1.json',
    );
  });

  it('leaves entries out whose paths are not ids, and reports it', async () => {
    const { taskIds, assumptions } = await one({}, [['タスク/frame-1.json', frameText()]]);
    expect(taskIds).toEqual(['task.1']);
    expect(assumptions.join()).toContain(
      'left out: 1 entry whose path gives no ids that Annofab allows: タスク/frame-1.json',
    );
  });

  it('treats JSON at other depths as stray files', async () => {
    const { frameCount } = await one({}, [
      ['top.json', '{'],
      ['task.1/frame-1/deep.json', '{'],
    ]);
    expect(frameCount).toBe(1);
  });

  it('draws an image that is too large in the size to which Annofab shrinks it', async () => {
    const { record, files } = await one({
      details: [detail('a', 'a', { _type: 'SinglePoint', point: { x: 8191, y: 1023 } })],
    });
    expect(record.inputData.get('frame-1')?.system_metadata).toEqual({
      _type: 'Image',
      original_resolution: { width: 8192, height: 1024 },
      resized_resolution: { width: 4096, height: 512 },
    });
    expect(PNG.sync.read(Buffer.from(files.get('input-data/archive-project/frame-1')?.bytes ?? []))).toMatchObject({
      width: 4096,
      height: 512,
    });
  });
});

describe('importArchive refuses', () => {
  const refusal = async (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'taken',
      (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : 'odd'),
    );
  const refusalOf = (entries: [string, (string | Buffer)?][], limits: Partial<ArchiveLimits> = {}) =>
    refusal(importEntries(entries, limits));
  /** yazl makes no bad paths, so a good one of the same length is overwritten, in both of its places. */
  const withPath = async (path: string) => {
    const placeholder = 'x'.repeat(path.length);
    const zip = await makeZip([[placeholder, 'content']]);
    return Buffer.from(zip.toString('latin1').replaceAll(placeholder, path), 'latin1');
  };

  it.each(['../../etc/cron.json', '/etc/cron.json', 'a\\..\\cron.json', 'C:/cron.json'])(
    'a path out of it: %s',
    async (path) => {
      expect(await refusal(importArchive(await withPath(path)))).toMatch(
        /^ArchiveEntryError: the given bytes: entry .+: its name is not a clean relative path/,
      );
    },
  );

  it('a ZIP bomb, by the ratio of an entry', async () => {
    const bomb = `{"details":[],"padding":"${' '.repeat(4 * 2 ** 20)}"}`;
    expect(await refusalOf([['t/i.json', bomb]])).toBe(
      'ArchiveEntryError: the given bytes: entry t/i.json: it expands more than 200 times, as in a ZIP bomb.',
    );
  });

  it('a ZIP bomb, by the size of an entry, of all entries, or their number', async () => {
    const entries: [string, string][] = [
      ['t/i.json', frameText()],
      ['t/j.json', frameText()],
    ];
    expect(await refusalOf(entries, { maxEntryBytes: 100 })).toBe(
      'ArchiveEntryError: the given bytes: entry t/i.json: it is larger than the 100 bytes allowed.',
    );
    expect(await refusalOf(entries, { maxTotalBytes: 400 })).toBe(
      'ArchiveError: the given bytes: its entries are larger than the 400 bytes allowed in total.',
    );
    expect(await refusalOf(entries, { maxEntries: 1 })).toBe(
      'ArchiveError: the given bytes: it has more than the 1 entries allowed.',
    );
  });

  it('a ZIP bomb, by entries that lie about their size', async () => {
    const zip = await makeZip([['t/i.json', 'x'.repeat(1000)]]);
    const directory = zip.lastIndexOf(Buffer.from('PK\x01\x02'));
    zip.writeUInt32LE(10, directory + 24);
    expect(await refusal(importArchive(zip))).toMatch(
      /^ArchiveEntryError: .+ entry t\/i\.json: it is damaged: its size differs/,
    );
  });

  it('a damaged entry', async () => {
    const zip = await makeZip([['t/i.json', 'x'.repeat(1000)]]);
    const directory = zip.lastIndexOf(Buffer.from('PK\x01\x02'));
    zip.writeUInt32LE(zip.readUInt32LE(directory + 16) ^ 1, directory + 16);
    expect(await refusal(importArchive(zip))).toBe(
      'ArchiveEntryError: the given bytes: entry t/i.json: it is damaged: its checksum is wrong.',
    );
  });

  it('one path twice', async () => {
    expect(
      await refusalOf([
        ['t/i.json', frameText()],
        ['t/i.json', frameText()],
      ]),
    ).toBe('ArchiveEntryError: the given bytes: entry t/i.json: another entry has the same name.');
  });

  it('a file that is not a ZIP, a truncated one and a missing one', async () => {
    const zip = await makeZip(sampleEntries());
    for (const bytes of [Buffer.from('PK'), Buffer.alloc(0), zip.subarray(0, zip.length - 30)]) {
      expect(await refusal(importArchive(bytes))).toBe(
        'ArchiveError: the given bytes: it is not a ZIP archive, or it is truncated.',
      );
    }
    expect(await refusal(importArchive('/no/such/archive.zip'))).toBe(
      'ArchiveError: /no/such/archive.zip: the archive cannot be opened (ENOENT).',
    );
    expect(await refusal(importArchive('/'))).toMatch(/^ArchiveError: \/: it is not a file\./);
  });

  it('a ZIP file of something else', async () => {
    expect(await refusalOf([['lenna.png', mask]])).toMatch(
      /^ArchiveError: it contains no annotations, .+: it contains "lenna.png"$/,
    );
    expect(await refusalOf([])).toMatch(/^ArchiveError: it contains no annotations, .+: it is empty$/);
  });

  it('entries that are not annotations', async () => {
    expect(await refusalOf([['t/i.json', '{"details":']])).toBe('ArchiveError: its entry t/i.json is no JSON object');
    expect(await refusalOf([['t/i.json', '[]']])).toBe('ArchiveError: its entry t/i.json is no JSON object');
    expect(await refusalOf([['t/i.json', '{"details":{}}']])).toBe(
      'ArchiveError: its entry t/i.json has no list of details',
    );
    expect(
      await refusalOf([
        ['t/i.json', frameText({ details: [detail('a', 'a', { _type: 'BoundingBox', left_top: 1 })] })],
      ]),
    ).toBe('ArchiveError: its entry t/i.json details[0] has data that is no BoundingBox');
  });

  it('a Full archive, which looks similar', async () => {
    const full = frameText({ details: [{ annotation_id: 'a', label_id: 'l', label_name: {} }] });
    expect(await refusalOf([['t/i.json', full]])).toContain('only Simple archives can be imported');
  });
});

it('refuses to import for an owner without an account', async () => {
  const imported = await importEntries(sampleEntries());
  expect(() => addImport(createState(), imported)).toThrow('there is no account demo_owner');
});
