import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { ArchiveEntryError, ArchiveError, openSimpleArchive, type SimpleArchive } from '../../../lib/annofab/index.ts';
import { failureOf } from '../support.ts';
import { makeZip, type ZipOptions, type ZipPart } from './make-zip.ts';
import { collect, frameJson, framePart } from './samples.ts';

const good = framePart('t', 'good');

/** What opening it, and then reading all of it, fails with; and what is left where bad entries are taken note of. */
async function refusalOf(parts: readonly ZipPart[], options?: ZipOptions) {
  const bytes = makeZip(parts, options);
  const readAll = async (archive: SimpleArchive) => {
    const frames = await collect(archive.frames());
    return frames.map(({ path }) => path);
  };
  const error = await failureOf(openSimpleArchive({ bytes }).then(readAll));
  const bad: ArchiveEntryError[] = [];
  await using archive = await openSimpleArchive({ bytes }, { onBadEntry: (problem) => bad.push(problem) });
  const left = await readAll(archive);
  return { error, bad: bad.map(({ entry }) => entry), left };
}

describe('hostile entries', () => {
  it.each<[string, string]>([
    ['leads out of the archive', '../t/x.json'],
    ['leads out of it further down', 't/../../x.json'],
    ['is absolute', '/t/x.json'],
    ['names a drive', 'C:/x.json'],
    ['has a backslash', 't\\x.json'],
    ['has a NUL', 't/x.json\0.png'],
    ['has an empty part', 't//x.json'],
    ['has a part that is a dot', './t/x.json'],
    ['is empty', ''],
  ])('rejects an entry whose name %s, and reads the other entries', async (_name, path) => {
    const { error, bad, left } = await refusalOf([{ ...good, path }, good]);
    expect(error).toBeInstanceOf(ArchiveEntryError);
    expect(error.message).toContain('its name is not a clean relative path');
    expect({ bad, left }).toEqual({ bad: [path], left: ['t/good.json'] });
  });

  it('escapes an entry name in an error, so that it cannot forge a log line', async () => {
    const { error } = await refusalOf([{ ...good, path: '../x\nERROR: all is lost' }]);
    expect(error.message).toContain('entry "../x\\nERROR: all is lost"');
    expect(error.message).not.toContain('\n');
  });

  it.each<[string, Partial<ZipPart>, string]>([
    ['is encrypted', { flags: 0x809 }, 'it is encrypted'],
    ['is compressed in an unknown way', { method: 14 }, 'its compression method is unknown (14)'],
    ['has two different sizes', { stored: true, size: 1 }, 'it has two different sizes'],
    ['has another checksum', { crc: 1 }, 'it is damaged: its checksum is wrong'],
    ['is longer than the directory says', { size: 20 }, 'it is damaged: its size differs from the central directory'],
    [
      'is shorter than the directory says',
      { size: 100_000 },
      'it is damaged: its size differs from the central directory',
    ],
    ['is no deflate', { content: Buffer.from([0xff, 0xff, 0xff]), method: 8, stored: true, size: 9 }, 'it is damaged'],
    ['begins where there is no header', { offset: 7 }, 'it is damaged: invalid local file header signature'],
    ['reaches beyond the archive', { compressedSize: 2 ** 20 }, 'it extends beyond the end of the archive'],
    ['is larger than allowed', { size: 300 * 2 ** 20 }, 'it is larger than the 268435456 bytes allowed'],
    ['grows like a bomb', { content: Buffer.alloc(2 ** 20) }, 'it expands more than 200 times, as in a ZIP bomb'],
  ])('rejects an entry that %s, and reads the other entries', async (_name, fault, message) => {
    // Something before it, so that a wrong offset meets bytes, and after it, so that a long one meets more.
    const { error, bad, left } = await refusalOf([
      good,
      { ...framePart('t', 'bad'), ...fault },
      framePart('t', 'last'),
    ]);
    expect(error).toBeInstanceOf(ArchiveEntryError);
    expect(error.message).toContain(`entry t/bad.json: ${message}`);
    expect({ bad, left }).toEqual({ bad: ['t/bad.json'], left: ['t/good.json', 't/last.json'] });
  });

  it('rejects an entry with a duplicate name, and keeps the first one', async () => {
    const { error, bad, left } = await refusalOf([good, { ...good, content: frameJson('t', 'good', [7]) }]);
    expect(error.message).toContain('another entry has the same name');
    expect({ bad, left }).toEqual({ bad: ['t/good.json'], left: ['t/good.json'] });
  });

  it('rejects an outer file that inflates beyond its stated size, without buffering the rest', async () => {
    const bomb = { path: 't/good/a1', content: Buffer.alloc(200 * 1024), size: 1024 };
    await using archive = await openSimpleArchive({ bytes: makeZip([good, bomb]) });
    const [frame] = await collect(archive.frames());
    if (!frame) throw new Error('no frame');
    await expect(frame.outerFile('a1')).rejects.toThrow('entry t/good/a1: it is damaged');
    await expect(buffer(frame.openOuterFile('a1'))).rejects.toThrow(ArchiveEntryError);
  });

  it('fails the stream of an outer file at its end when the checksum is wrong', async () => {
    const file = { path: 't/good/a1', content: 'some points', crc: 7 };
    await using archive = await openSimpleArchive({ bytes: makeZip([good, file]) });
    const [frame] = await collect(archive.frames());
    if (!frame) throw new Error('no frame');
    await expect(buffer(frame.openOuterFile('a1'))).rejects.toThrow(
      'entry t/good/a1: it is damaged: its checksum is wrong',
    );
  });
});

describe('hostile archives', () => {
  const twins = Array.from({ length: 9 }, (_, n) => ({
    ...framePart('t', `twin-${n}`),
    offset: 0,
    compressedSize: 900,
  }));
  const whole = makeZip([good, framePart('t', 'more')]);
  it.each<[string, Uint8Array, string]>([
    [
      'that is text',
      Buffer.from('<Error><Code>AccessDenied</Code></Error>'),
      'it is not a ZIP archive, or it is truncated',
    ],
    ['that is cut short', whole.subarray(0, whole.length - 30), 'it is not a ZIP archive, or it is truncated'],
    ['whose beginning is missing', whole.subarray(60), 'it is damaged'],
    ['with more entries than its directory has', makeZip([good], { count: 9 }), 'truncated or damaged'],
    ['whose entries share their bytes', makeZip(twins), 'its entries overlap, as in a ZIP bomb'],
    [
      'with trillions of entries',
      makeZip([good], { count: 2 ** 40, zip64: true }),
      'more than the 2000000 entries allowed',
    ],
  ])('rejects an archive %s', async (_name, bytes, message) => {
    const error = await failureOf(openSimpleArchive({ bytes }).then((archive) => collect(archive.frames())));
    expect(error).toBeInstanceOf(ArchiveError);
    expect(error.message).toContain(message);
  });

  it('rejects an archive with more entries than the caller allows', async () => {
    const opening = openSimpleArchive({ bytes: whole }, { limits: { maxEntries: 1 } });
    await expect(opening).rejects.toThrow('it has more than the 1 entries allowed');
  });

  it('stops with the error that onBadEntry throws', async () => {
    const refusal = new Error('not this one');
    const onBadEntry = () => {
      throw refusal;
    };
    const opening = openSimpleArchive({ bytes: makeZip([{ ...good, path: '../x' }]) }, { onBadEntry });
    await expect(opening).rejects.toBe(refusal);
  });
});
