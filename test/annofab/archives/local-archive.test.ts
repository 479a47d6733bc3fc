import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  ArchiveEntryError,
  ArchiveError,
  OuterFileNotFoundError,
  openFullArchive,
  openSimpleArchive,
} from '../../../lib/annofab/index.ts';
import { failureOf } from '../support.ts';
import { makeZip, type ZipPart } from './make-zip.ts';
import { collect, detail, frameJson, framePart, fullDetail, mask, sampleParts } from './samples.ts';

const sample = makeZip(sampleParts);
const names = (frames: readonly { task_id: string; input_data_id: string }[]) =>
  frames.map(({ task_id, input_data_id }) => `${task_id}/${input_data_id}`);

describe('frames', () => {
  it('yields frames in archive order, whatever is between them', async () => {
    await using archive = await openSimpleArchive({ bytes: sample });
    expect(names(await collect(archive.frames()))).toEqual(['task-1/in.put-1', 'task.2/video.mp4', 'task-1/input-0']);
  });

  it('counts frames and files without reading them', async () => {
    await using archive = await openSimpleArchive({ bytes: sample });
    expect(archive).toMatchObject({ entries: 6, frameCount: 3, taskIds: ['task-1', 'task.2'] });
  });

  it('yields only the frames of one task', async () => {
    await using archive = await openSimpleArchive({ bytes: sample });
    expect(names(await collect(archive.frames({ task_id: 'task-1' })))).toEqual(['task-1/in.put-1', 'task-1/input-0']);
    expect(await collect(archive.frames({ task_id: 'no such task' }))).toEqual([]);
  });

  it('filters frames by id before reading them', async () => {
    const broken: ZipPart = { path: 'task-1/broken.json', content: '{' };
    await using archive = await openSimpleArchive({ bytes: makeZip([broken, ...sampleParts]) });
    const frames = archive.frames({ where: ({ input_data_id }) => input_data_id.endsWith('.mp4') });
    expect(names(await collect(frames))).toEqual(['task.2/video.mp4']);
  });

  it('yields each task once, with all of its frames', async () => {
    await using archive = await openSimpleArchive({ bytes: sample });
    const tasks = await collect(archive.tasks());
    expect(tasks.map(({ task_id, frames }) => [task_id, names(frames)])).toEqual([
      ['task-1', ['task-1/in.put-1', 'task-1/input-0']],
      ['task.2', ['task.2/video.mp4']],
    ]);
  });

  it('reads a single frame, and returns undefined when it does not exist', async () => {
    await using archive = await openSimpleArchive({ bytes: sample });
    const frame = await archive.frame({ task_id: 'task.2', input_data_id: 'video.mp4' });
    expect(frame?.details[0]?.data).toEqual({ _type: 'Range', begin: 10, end: 2_500.5 });
    expect(await archive.frame({ task_id: 'task.2', input_data_id: 'input-0' })).toBeUndefined();
    expect(await archive.frame({ task_id: '__proto__', input_data_id: 'x' })).toBeUndefined();
  });

  it('keeps fields that this client does not know', async () => {
    const content = frameJson('t', 'i', [detail(null, { confidence: 0.5 })], { editor: { version: 7 } });
    await using archive = await openSimpleArchive({ bytes: makeZip([{ path: 't/i.json', content }]) });
    const [frame] = await collect(archive.frames());
    expect(frame).toMatchObject({ editor: { version: 7 }, details: [{ confidence: 0.5 }] });
  });

  it('takes the ids of a frame from its path', async () => {
    const moved = { path: 'copy-of-t/i.json', content: frameJson('t', 'i') };
    await using archive = await openSimpleArchive({ bytes: makeZip([moved]) });
    expect(names(await collect(archive.frames()))).toEqual(['copy-of-t/i']);
  });

  it('returns null as the date-time of a frame that was never annotated', async () => {
    const content = frameJson('t', 'i', [], { updated_datetime: undefined });
    await using archive = await openSimpleArchive({ bytes: makeZip([{ path: 't/i.json', content }]) });
    expect((await archive.frame({ task_id: 't', input_data_id: 'i' }))?.updated_datetime).toBeNull();
  });

  it('stops reading frames when the signal aborts', async () => {
    await using archive = await openSimpleArchive({ bytes: sample });
    const reason = new Error('enough');
    await expect(collect(archive.frames({ signal: AbortSignal.abort(reason) }))).rejects.toBe(reason);
  });
});

describe('outer files', () => {
  it('reads an outer file by annotation id, into memory or as a stream', async () => {
    await using archive = await openSimpleArchive({ bytes: sample });
    const frame = await archive.frame({ task_id: 'task-1', input_data_id: 'in.put-1' });
    expect(frame?.outerFiles).toEqual(['mask-1']);
    expect(await frame?.outerFile('mask-1')).toEqual(mask);
    expect(frame && (await buffer(frame.openOuterFile('mask-1')))).toEqual(mask);
  });

  it('finds an outer file by the path in the Full format', async () => {
    const data = { _type: 'SegmentationV2', data_uri: './input/file-1' };
    const parts = [
      { path: 't/input.json', content: frameJson('t', 'input', [fullDetail('segmentation_v2', data)]) },
      { path: 't/input/file-1', content: mask },
    ];
    await using archive = await openFullArchive({ bytes: makeZip(parts) });
    const [frame] = await collect(archive.frames());
    expect(await frame?.outerFile('a1')).toEqual(mask);
  });

  it('throws OuterFileNotFoundError for a missing outer file', async () => {
    await using archive = await openSimpleArchive({ bytes: sample });
    const frame = await archive.frame({ task_id: 'task-1', input_data_id: 'input-0' });
    if (!frame) throw new Error('no frame');
    const error = await failureOf(frame.outerFile('mask-9'));
    expect(error).toBeInstanceOf(OuterFileNotFoundError);
    expect(error).toMatchObject({ annotation_id: 'mask-9', entry: 'task-1/input-0.json' });
    expect(() => frame.openOuterFile('mask-9')).toThrow(OuterFileNotFoundError);
  });

  it('keeps the outer files that were read during the iteration intact until its end, stored or deflated', async () => {
    const contentOf = (index: number) => Buffer.alloc(60_000, `content ${index} `);
    const parts = Array.from({ length: 300 }, (_, index) => [
      framePart('t', `i${index}`),
      { path: `t/i${index}/a1`, content: contentOf(index), stored: index % 3 > 0 },
    ]).flat();
    const directory = await mkdtemp(join(tmpdir(), 'archive-'));
    onTestFinished(() => rm(directory, { recursive: true }));
    const path = join(directory, 'archive.zip');
    await writeFile(path, makeZip(parts));
    await using archive = await openSimpleArchive({ path });
    const files: Promise<Buffer>[] = [];
    for await (const frame of archive.frames()) files.push(frame.outerFile('a1'));
    const contents = await Promise.all(files);
    expect(contents.map((content, index) => content.equals(contentOf(index)))).toEqual(Array(300).fill(true));
  });

  it('streams outer files of several megabytes without damage', async () => {
    const large = Buffer.alloc(5_000_000, 'annotation ');
    for (let at = 0; at < large.length; at += 97) large[at] = (at * 31) % 251;
    const parts = (stored: boolean) => [framePart('t', 'i'), { path: 't/i/a1', content: large, stored }];
    for (const stored of [true, false]) {
      await using archive = await openSimpleArchive({ bytes: makeZip(parts(stored)) });
      const [frame] = await collect(archive.frames());
      expect(frame && large.equals(await buffer(frame.openOuterFile('a1')))).toBe(true);
      expect(frame && large.equals(await frame.outerFile('a1'))).toBe(true);
    }
  });
});

describe('ZIP variants', () => {
  const read = async (bytes: Buffer) => {
    await using archive = await openSimpleArchive({ bytes });
    return names(await collect(archive.frames()));
  };

  it.each<[string, Buffer]>([
    ['that uses Zip64 throughout', makeZip([{ ...framePart('t', 'i'), zip64: true }], { zip64: true })],
    ['that uses Zip64 only in its end record', makeZip([framePart('t', 'i')], { zip64: true })],
    ['without compression', makeZip([{ ...framePart('t', 'i'), stored: true }])],
    ['with a comment', makeZip([framePart('t', 'i')], { comment: 'made by hand' })],
    [
      'with long extra fields that only the local header has',
      makeZip([{ ...framePart('t', 'i'), localExtra: 60_000 }]),
    ],
    ['that starts with other bytes', makeZip([framePart('t', 'i')], { gap: 5_000 })],
  ])('reads a ZIP %s', async (_name, bytes) => {
    expect(await read(bytes)).toEqual(['t/i']);
  });

  it('yields no frames for a ZIP without entries', async () => {
    expect(await read(makeZip([]))).toEqual([]);
  });

  it('reads an unordered ZIP frame by frame', async () => {
    const ids = Array.from({ length: 300 }, (_, n) => `t${(n * 7) % 30}/i${n}`);
    const parts = ids.map((id) => framePart(...(id.split('/') as [string, string])));
    await using archive = await openSimpleArchive({ bytes: makeZip(parts) });
    expect(names(await collect(archive.frames()))).toEqual(ids);
    const tasks = await collect(archive.tasks());
    expect(tasks).toHaveLength(30);
    expect(tasks.flatMap(({ frames }) => names(frames)).sort()).toEqual([...ids].sort());
  });
});

describe('local archives', () => {
  it('opens an archive by path', async () => {
    const path = join(await temporary(), 'annotations.zip');
    await writeFile(path, sample);
    await using archive = await openSimpleArchive({ path });
    expect(await collect(archive.frames())).toHaveLength(3);
    expect(archive.name).toBe(path);
  });

  it('reads frames and outer files of an extracted archive', async () => {
    const directory = await extracted(sampleParts);
    await using archive = await openSimpleArchive({ directory });
    expect(archive).toMatchObject({ entries: 6, frameCount: 3 });
    expect(names(await collect(archive.frames())).sort()).toEqual([
      'task-1/in.put-1',
      'task-1/input-0',
      'task.2/video.mp4',
    ]);
    const frame = await archive.frame({ task_id: 'task-1', input_data_id: 'in.put-1' });
    expect(await frame?.outerFile('mask-1')).toEqual(mask);
    expect(frame && (await buffer(frame.openOuterFile('mask-1')))).toEqual(mask);
  });

  it('ignores symbolic links in an extracted archive', async () => {
    const directory = await extracted([framePart('t', 'i')]);
    await mkdir(join(directory, 't/i'));
    await symlink('/etc/passwd', join(directory, 't/i/a1'));
    await symlink('/etc', join(directory, 'etc'));
    await using archive = await openSimpleArchive({ directory });
    expect(archive.entries).toBe(1);
  });

  it('rejects a file of an extracted archive that is too large', async () => {
    const directory = await extracted([framePart('t', 'i')]);
    await using archive = await openSimpleArchive({ directory }, { limits: { maxEntryBytes: 100 } });
    await expect(collect(archive.frames())).rejects.toThrow('entry t/i.json: it is larger than the 100 bytes allowed');
  });

  it.each<[string, Parameters<typeof openSimpleArchive>[0], string]>([
    [
      'a path where nothing is',
      { path: '/no/such/file.zip' },
      '/no/such/file.zip: the archive cannot be opened (ENOENT)',
    ],
    ['a path of a directory', { path: tmpdir() }, 'it is not a file'],
    ['a directory that is not there', { directory: '/no/such/directory' }, 'cannot be read (ENOENT)'],
    ['no bytes', { bytes: new Uint8Array() }, 'it is not a ZIP archive'],
  ])('refuses to open %s', async (_name, from, message) => {
    const error = await failureOf(openSimpleArchive(from));
    expect(error).toBeInstanceOf(ArchiveError);
    expect(error.message).toContain(message);
  });

  it('rejects every read after the archive is closed', async () => {
    const archive = await openSimpleArchive({ bytes: sample });
    const frame = await archive.frame({ task_id: 'task-1', input_data_id: 'in.put-1' });
    const under = archive.frames();
    await under.next();
    await archive.close();
    await archive.close();
    for (const reading of [
      () => archive.frame({ task_id: 't', input_data_id: 'i' }),
      () => collect(archive.frames()),
      () => collect(archive.tasks()),
      () => under.next(),
      async () => frame?.outerFile('mask-1'),
    ]) {
      await expect(reading()).rejects.toThrow('the archive is closed');
    }
  });
});

describe('invalid frames', () => {
  const parts = [
    framePart('t', 'good-1'),
    {
      path: 't/bad.json',
      content: frameJson('t', 'bad', [detail({ _type: 'SinglePoint', point: { x: 1 } })], { task_status: null }),
    },
    framePart('t', 'good-2'),
  ];

  it('stops reading at an invalid frame with an error that names the entry and the field', async () => {
    await using archive = await openSimpleArchive({ bytes: makeZip(parts) });
    const error = await failureOf(collect(archive.frames()));
    expect(error).toBeInstanceOf(ArchiveEntryError);
    expect(error).toMatchObject({ name: 'ArchiveEntryError', entry: 't/bad.json', field: 'task_status' });
    expect(error.message).toBe('the given bytes: entry t/bad.json: task_status: must be a string, not null.');
  });

  it('skips an invalid frame when onBadEntry accepts it', async () => {
    const bad: ArchiveEntryError[] = [];
    await using archive = await openSimpleArchive(
      { bytes: makeZip(parts) },
      { onBadEntry: (error) => bad.push(error) },
    );
    expect(names(await collect(archive.frames()))).toEqual(['t/good-1', 't/good-2']);
    expect(bad.map(({ entry, field }) => [entry, field])).toEqual([['t/bad.json', 'task_status']]);
    const [task] = await collect(archive.tasks());
    expect(task?.frames).toHaveLength(2);
  });

  it('throws when an invalid frame is read alone, and returns its JSON with readJson', async () => {
    const key = { task_id: 't', input_data_id: 'bad' };
    await using archive = await openSimpleArchive({ bytes: makeZip(parts) }, { onBadEntry: () => {} });
    await expect(archive.frame(key)).rejects.toThrow(ArchiveEntryError);
    expect(await archive.readJson(key)).toMatchObject({ details: [{ data: { point: { x: 1 } } }] });
  });

  it.each<[string, string | Buffer, string]>([
    ['no JSON', '{"details":', 'it is not JSON in UTF-8'],
    ['nothing', '', 'it is not JSON in UTF-8'],
    ['no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'it is not JSON in UTF-8'],
    ['no object', '[]', 'must be an object, not an array'],
    ['null', 'null', 'must be an object, not null'],
    ['no details', frameJson('t', 'i', [], { details: null }), 'details: must be an array, not null'],
    [
      'of the Full format',
      frameJson('t', 'i', [fullDetail('point', null)]),
      'details: are in the Full format: open it with openFull',
    ],
    [
      'a status that is none',
      frameJson('t', 'i', [], { task_status: 3 }),
      'task_status: must be a string, not a number',
    ],
  ])('reports the entry and the field when a frame is %s', async (_name, content, message) => {
    await using archive = await openSimpleArchive({ bytes: makeZip([{ path: 't/i.json', content }]) });
    await expect(collect(archive.frames())).rejects.toThrow(`entry t/i.json: ${message}`);
  });
});

describe('invalid annotations', () => {
  const point = { _type: 'SinglePoint', point: { x: 1, y: 2 } };
  const cuboid = { _type: 'Unknown', data: '{"kind":"CUBOID","version":"3","shape":{}}' };

  it('keep their place in a frame as they are, with the reason, and the other annotations are read', async () => {
    const details = [
      detail(point, { annotation_id: 'first' }),
      detail(cuboid, { annotation_id: 'cuboid' }),
      detail(point, { label: null }),
      detail({ _type: 'Points', points: null }),
      null,
      detail(point, { annotation_id: 'last' }),
    ];
    const bytes = makeZip([{ path: 't/i.json', content: frameJson('t', 'i', details) }]);
    await using archive = await openSimpleArchive({ bytes });
    const [frame] = await collect(archive.frames());
    expect(
      frame?.details.map(({ annotation_id, label, odd }) => [annotation_id, label, odd?.field, odd?.reason]),
    ).toEqual([
      ['first', 'car', undefined, undefined],
      ['cuboid', undefined, 'data.data.version', 'must be "1" or "2", not "3"'],
      ['a1', undefined, 'label', 'must be a string, not null'],
      ['a1', undefined, 'data.points', 'must be an array, not null'],
      [undefined, undefined, '', 'must be an object, not null'],
      ['last', 'car', undefined, undefined],
    ]);
    expect(frame?.details.flatMap(({ odd }) => (odd ? [odd.json] : []))).toEqual(details.slice(1, -1));
  });

  it('keep their place in a frame of the Full format, which may lack the name of its input data', async () => {
    const details = [fullDetail('point', point), fullDetail('point', point, { label_name: null })];
    const content = frameJson('t', 'i', details, { input_data_name: undefined });
    await using archive = await openFullArchive({ bytes: makeZip([{ path: 't/i.json', content }]) });
    const [frame] = await collect(archive.frames());
    expect(frame?.input_data_name).toBeNull();
    expect(frame?.details.map(({ odd }) => odd?.field)).toEqual([undefined, 'label_name']);
  });
});

describe('archives that another tool made of one of Annofab', () => {
  const system: readonly ZipPart[] = [
    { path: '.DS_Store', content: 'x' },
    { path: 'annotations/.DS_Store', content: 'x' },
    { path: 'annotations/t/i/Thumbs.db', content: 'x' },
    { path: 'annotations/t/desktop.ini', content: 'x' },
    { path: '__MACOSX/annotations/t/._i.json', content: 'x' },
    { path: 'annotations/t/._i.json', content: 'x' },
  ];
  const wrapped: readonly ZipPart[] = [
    { ...framePart('t', 'i', [detail({ _type: 'Segmentation', data_uri: 'a1' })]), path: 'annotations/t/i.json' },
    { path: 'annotations/t/i/a1', content: mask },
    ...system,
  ];

  it('are read without the folder that wraps them and the files of an operating system', async () => {
    await using archive = await openSimpleArchive({ bytes: makeZip(wrapped) });
    const [frame, ...others] = await collect(archive.frames());
    expect(others).toEqual([]);
    expect(frame).toMatchObject({ task_id: 't', input_data_id: 'i', outerFiles: ['a1'] });
    expect(await frame?.outerFile('a1')).toEqual(mask);
  });

  it('are read from a folder in the same way', async () => {
    const directory = await temporary();
    for (const { path, content = '' } of wrapped) {
      await mkdir(join(directory, dirname(path)), { recursive: true });
      await writeFile(join(directory, path), content);
    }
    await using archive = await openSimpleArchive({ directory });
    expect(names(await collect(archive.frames()))).toEqual(['t/i']);
  });

  it.each<[string, Buffer, Buffer]>([
    ['before', Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), Buffer.alloc(0)],
    ['behind', Buffer.alloc(0), Buffer.from('\r\n--boundary--\r\n')],
    ['before and behind', Buffer.alloc(5_000, 1), Buffer.alloc(90_000)],
  ])('are read when there are other bytes %s them', async (_where, before, behind) => {
    for (const options of [{}, { zip64: true }, { comment: 'made by hand' }]) {
      const bytes = Buffer.concat([before, makeZip([framePart('t', 'i'), framePart('t', 'j')], options), behind]);
      await using archive = await openSimpleArchive({ bytes });
      expect(names(await collect(archive.frames()))).toEqual(['t/i', 't/j']);
    }
  });

  it.each<[string, readonly ZipPart[]]>([
    ['a ZIP in a ZIP', [{ path: 'annotations.zip', content: makeZip(wrapped) }]],
    ['two wrapped archives', [...wrapped, { ...framePart('t', 'i'), path: 'others/t/i.json' }]],
    ['only files of an operating system', system.slice(0, -1)],
  ])('are refused with what they contain instead of frames: %s', async (_name, parts) => {
    await expect(openSimpleArchive({ bytes: makeZip(parts) })).rejects.toThrow(
      `it contains no annotations, which are files {task_id}/{input_data_id}.json: it contains "${parts[0]?.path}"`,
    );
  });
});

async function temporary(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'annofab-archive-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  return directory;
}

async function extracted(parts: readonly ZipPart[]): Promise<string> {
  const directory = await temporary();
  for (const { path, content = '' } of parts) {
    await mkdir(join(directory, dirname(path)), { recursive: true });
    if (path.endsWith('/')) await mkdir(join(directory, path), { recursive: true });
    else await writeFile(join(directory, path), content);
  }
  return directory;
}
