import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { createZipInspector } from '../../../lib/automations/mirror-annotation-archive/zip-inspector.ts';

describe('createZipInspector', () => {
  it.each([0, 1, 3, 5000])('counts %d entries', async (entries) => {
    const zip = await makeZip(entries);
    expect(inspect(zip)).toEqual({ bytes: zip.length, sha256: sha256(zip), entries });
  });

  it('counts the entries of a Zip64', async () => {
    const zip = await makeZip(3, { forceZip64: true });
    expect(inspect(zip).entries).toBe(3);
    const zip64End = zip.length - 22 - 20 - 56;
    zip.writeBigUInt64LE(5_000_000_000n, zip64End + 32);
    expect(inspect(zip).entries).toBe(5_000_000_000);
  });

  it('returns the same result for every chunk size', async () => {
    const zip = await makeZip(20);
    for (const size of [1, 2, 3, 1000]) expect(inspect(zip, size)).toEqual(inspect(zip));
  });

  it('skips a comment, even one that looks like an end record', async () => {
    const comment = Buffer.from(`PK\x05\x06${'x'.repeat(60_000)}`, 'latin1');
    const zip = await makeZip(2);
    zip.writeUInt16LE(comment.length, zip.length - 2);
    expect(inspect(Buffer.concat([zip, comment])).entries).toBe(2);
  });

  it('accepts a large ZIP', async () => {
    const zip = await makeZip(1, {}, 3_000_000);
    expect(inspect(zip, 65_536)).toMatchObject({ entries: 1, bytes: zip.length });
  });

  it('rejects bytes that do not start like a ZIP as soon as they arrive', () => {
    const inspector = createZipInspector();
    inspector.see(Buffer.from('<Er'));
    expect(() => inspector.see(Buffer.from('ror>'))).toThrow('does not start like a ZIP');
  });

  it.each([1, 5, 22, 30, 200])('rejects a ZIP whose last %d bytes are missing', async (missing) => {
    const zip = await makeZip(3);
    expect(() => inspect(zip.subarray(0, -missing))).toThrow('does not end like a ZIP');
  });

  it('rejects a ZIP with other bytes behind it, and says how many', async () => {
    const zip = await makeZip(3);
    expect(() => inspect(Buffer.concat([zip, Buffer.alloc(70)]))).toThrow('there are 70 other bytes behind the ZIP');
  });

  it('rejects a ZIP that lacks bytes in the middle', async () => {
    const zip = await makeZip(3);
    expect(() => inspect(Buffer.concat([zip.subarray(0, 40), zip.subarray(60)]))).toThrow('a part of it is missing');
    const zip64 = await makeZip(3, { forceZip64: true });
    expect(() => inspect(Buffer.concat([zip64.subarray(0, 40), zip64.subarray(60)]))).toThrow('Zip64');
  });

  it('rejects an empty stream', () => {
    expect(() => createZipInspector().finish()).toThrow('does not end like a ZIP');
  });
});

function inspect(zip: Buffer, size = zip.length) {
  const inspector = createZipInspector();
  for (let from = 0; from < zip.length; from += size) inspector.see(zip.subarray(from, from + size));
  return inspector.finish();
}

function makeZip(entries: number, { forceZip64 = false } = {}, bytes = 10): Promise<Buffer> {
  const zip = new ZipFile();
  for (let n = 0; n < entries; n += 1) {
    zip.addBuffer(Buffer.alloc(bytes, 'x'), `task/${n}.json`, { compress: false, forceZip64Format: forceZip64 });
  }
  zip.end({ forceZip64Format: forceZip64, comment: '' });
  return buffer(zip.outputStream);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
