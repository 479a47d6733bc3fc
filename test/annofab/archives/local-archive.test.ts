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
      content: frameJson('t', 'bad', [detail(null), detail({ _type: 'SinglePoint', point: { x: 1 } })]),
    },
    framePart('t', 'good-2'),
  ];

  it('stops reading at an invalid frame with an error that names the entry and the field', async () => {
    await using archive = await openSimpleArchive({ bytes: makeZip(parts) });
    const error = await failureOf(collect(archive.frames()));
    expect(error).toBeInstanceOf(ArchiveEntryError);
    expect(error).toMatchObject({ name: 'ArchiveEntryError', entry: 't/bad.json', field: 'details[1].data.point.y' });
    expect(error.message).toBe(
      'the given bytes: entry t/bad.json: details[1].data.point.y: must be a finite number, not absent.',
    );
  });

  it('skips an invalid frame when onBadEntry accepts it', async () => {
    const bad: ArchiveEntryError[] = [];
    await using archive = await openSimpleArchive(
      { bytes: makeZip(parts) },
      { onBadEntry: (error) => bad.push(error) },
    );
    expect(names(await collect(archive.frames()))).toEqual(['t/good-1', 't/good-2']);
    expect(bad.map(({ entry, field }) => [entry, field])).toEqual([['t/bad.json', 'details[1].data.point.y']]);
    const [task] = await collect(archive.tasks());
    expect(task?.frames).toHaveLength(2);
  });

  it('throws when an invalid frame is read alone, and returns its JSON with readJson', async () => {
    const key = { task_id: 't', input_data_id: 'bad' };
    await using archive = await openSimpleArchive({ bytes: makeZip(parts) }, { onBadEntry: () => {} });
    await expect(archive.frame(key)).rejects.toThrow(ArchiveEntryError);
    expect(await archive.readJson(key)).toMatchObject({ details: [{}, { data: { point: { x: 1 } } }] });
  });

  it.each<[string, string | Buffer, string]>([
    ['no JSON', '{"details":', 'it is not JSON in UTF-8'],
    ['nothing', '', 'it is not JSON in UTF-8'],
    ['no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'it is not JSON in UTF-8'],
    ['no object', '[]', 'must be an object, not an array'],
    ['null', 'null', 'must be an object, not null'],
    ['no details', frameJson('t', 'i', [], { details: null }), 'details: must be an array, not null'],
    ['a detail that is none', frameJson('t', 'i', [7]), 'details[0]: must be an object, not a number'],
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
