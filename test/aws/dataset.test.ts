import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { DeleteBucketCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDataset, type Dataset, type OpenedObject } from '../../lib/aws/dataset.ts';
import { MAX_PARTS, MIN_PART_BYTES, partSizeFor } from '../../lib/aws/part-size.ts';
import { createS3Client } from '../../lib/aws/s3-client.ts';
import { isJsonObject } from '../../lib/core/json.ts';
import { type LocalAws, startLocalAws } from '../../local/aws/index.ts';
import { collect } from '../annofab/archives/samples.ts';

const MIB = 1024 * 1024;
const BUCKET = 'dataset';
const json = { contentType: 'application/json' };
const zip = { contentType: 'application/zip' };

let aws: LocalAws;
let client: S3Client;
let dataset: Dataset;

beforeAll(async () => {
  aws = await startLocalAws();
  await aws.createBucket(BUCKET);
  client = new S3Client(options());
  dataset = createDataset({ bucket: BUCKET, client });
});

afterEach(() => aws.faults.clear());

afterAll(async () => {
  client.destroy();
  await aws.stop();
});

const zipOf = (contentLength: number) => ({ ...zip, contentLength });

function options() {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return { endpoint: aws.s3Url, region: aws.region, credentials, forcePathStyle: true };
}

describe('dataset put and read', () => {
  it('returns what was written, with its content type', async () => {
    await dataset.put('read/名前', '{"ラベル":1}', { ...json, sha256: sha256('{"ラベル":1}') });
    expect((await dataset.read('read/名前'))?.text).toBe('{"ラベル":1}');
    expect((await head('read/名前')).ContentType).toBe('application/json');
  });

  it('returns undefined for a missing object', async () => {
    expect(await dataset.read('read/missing')).toBeUndefined();
  });

  it('throws other errors unchanged', async () => {
    aws.faults.add({ service: 's3', operation: 'GetObject', status: 403, code: 'AccessDenied', times: 1 });
    await expect(dataset.read('read/missing')).rejects.toThrow(expect.objectContaining({ name: 'AccessDenied' }));
  });

  it('stops when the signal aborts', async () => {
    const signal = AbortSignal.abort(new Error('out of time'));
    await expect(dataset.put('read/never', 'x', { ...json, signal })).rejects.toThrow();
    expect(await dataset.read('read/never')).toBeUndefined();
  });
});

describe('dataset replace', () => {
  it('creates an object only when there is none', async () => {
    expect(await dataset.replace('cas/new', '1', { ...json, etag: undefined })).toBe('written');
    expect(await dataset.replace('cas/new', '2', { ...json, etag: undefined })).toBe('changed');
    expect((await dataset.read('cas/new'))?.text).toBe('1');
  });

  it('replaces only the object that was read', async () => {
    await dataset.put('cas/old', '1', json);
    const { etag } = (await dataset.read('cas/old')) ?? {};
    await dataset.put('cas/old', '2', json);
    expect(await dataset.replace('cas/old', '3', { ...json, etag })).toBe('changed');
    const now = await dataset.read('cas/old');
    expect(await dataset.replace('cas/old', '3', { ...json, etag: now?.etag })).toBe('written');
    expect((await dataset.read('cas/old'))?.text).toBe('3');
  });

  it('returns changed when the object was deleted', async () => {
    await dataset.put('cas/gone', '1', json);
    const { etag } = (await dataset.read('cas/gone')) ?? {};
    await dataset.delete(['cas/gone']);
    expect(await dataset.replace('cas/gone', '2', { ...json, etag })).toBe('changed');
  });

  it('returns changed when S3 reports a conflicting write', async () => {
    aws.faults.add({
      service: 's3',
      operation: 'PutObject',
      status: 409,
      code: 'ConditionalRequestConflict',
      times: 1,
    });
    expect(await dataset.replace('cas/meet', '1', { ...json, etag: undefined })).toBe('changed');
  });

  it('lets one of many concurrent writers win', async () => {
    const writers = Array.from({ length: 8 }, (_, n) =>
      dataset.replace('cas/race', `${n}`, { ...json, etag: undefined }),
    );
    const outcomes = await Promise.all(writers);
    expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1);
  });
});

describe('dataset upload', () => {
  it('splits a stream of any chunks into parts without losing a byte', async () => {
    const whole = bytesOf(21 * MIB + 7);
    const { bytes } = await dataset.upload('upload/large', chunksOf(whole, 1_000_003), {
      ...zip,
      contentLength: whole.length,
    });
    expect(bytes).toBe(whole.length);
    const { ContentLength, ContentType, ETag } = await head('upload/large');
    expect({ ContentLength, ContentType }).toEqual({ ContentLength: whole.length, ContentType: 'application/zip' });
    expect(ETag).toMatch(/-3"$/);
    expect(sha256((await dataset.read('upload/large'))?.text ?? '')).toBe(sha256(whole.toString('utf8')));
  });

  it('signs the CRC-32 of each part instead of its content, and asks for no permission to send it', async () => {
    const sent: unknown[] = [];
    const watched = createS3Client(options());
    watched.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          if (commandName === 'UploadPartCommand' && isJsonObject(args.request)) sent.push(args.request['headers']);
          return next(args);
        },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const upload = createDataset({ bucket: BUCKET, client: watched }).upload;
    await upload('upload/signed', Readable.from([Buffer.alloc(MIN_PART_BYTES + 1)]), zipOf(MIN_PART_BYTES + 1));
    watched.destroy();
    expect(sent).toHaveLength(2);
    for (const headers of sent) {
      expect(headers).toMatchObject({
        'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
        'x-amz-checksum-crc32': expect.any(String),
        authorization: expect.stringMatching(/SignedHeaders=[^,]*x-amz-checksum-crc32/),
      });
      expect(headers).not.toHaveProperty('Expect');
    }
  });

  it('writes a small stream, and an empty one, with one request', async () => {
    await dataset.upload('upload/small', Readable.from([Buffer.from('ab'), Buffer.from('c')]), zip);
    expect((await dataset.read('upload/small'))?.text).toBe('abc');
    expect(await dataset.upload('upload/empty', Readable.from([]), zip)).toMatchObject({ bytes: 0 });
    expect((await head('upload/empty')).ContentLength).toBe(0);
  });

  it('leaves no object when the stream fails', async () => {
    const broken = chunksOf(bytesOf(20 * MIB), MIB, {
      after: 18,
      ending: () => Promise.reject(new Error('the line went dead')),
    });
    await expect(
      (await datasetIn('broken')).upload('a.zip', broken, { ...zip, contentLength: 40 * MIB }),
    ).rejects.toThrow('the line went dead');
    await expectNothingIn('broken');
  });

  it('leaves no object when a silent stream is aborted, and throws the reason', async () => {
    const abort = new AbortController();
    const giveUp = () => {
      abort.abort(new Error('out of time'));
      return new Promise<never>(() => {});
    };
    const silent = chunksOf(bytesOf(20 * MIB), MIB, { after: 18, ending: giveUp });
    const uploading = (await datasetIn('given-up')).upload('a.zip', silent, {
      ...zip,
      contentLength: 40 * MIB,
      signal: abort.signal,
    });
    await expect(uploading).rejects.toThrow('out of time');
    await expectNothingIn('given-up');
  });

  it('leaves no object when a part cannot be sent, and stops reading', async () => {
    aws.faults.add({ service: 's3', operation: 'UploadPart', status: 403, code: 'AccessDenied' });
    let read = 0;
    async function* endless() {
      for (;;) {
        read += MIB;
        yield Buffer.alloc(MIB);
      }
    }
    await expect(
      (await datasetIn('refused')).upload('a.zip', endless(), { ...zip, contentLength: MIB }),
    ).rejects.toThrow(expect.objectContaining({ name: 'AccessDenied' }));
    expect(read).toBeLessThan(64 * MIB);
    aws.faults.clear();
    await expectNothingIn('refused');
  });
});

describe('dataset list and delete', () => {
  it('lists objects by prefix with their sizes, and deletes them', async () => {
    for (const key of ['b', 'a', 'c']) await dataset.put(`list/${key}`, key.repeat(3), json);
    await dataset.put('listed-not', 'x', json);
    expect(await all(dataset.list('list/'))).toEqual([
      { key: 'list/a', bytes: 3 },
      { key: 'list/b', bytes: 3 },
      { key: 'list/c', bytes: 3 },
    ]);
    await dataset.delete(['list/a', 'list/c', 'list/missing']);
    expect(await all(dataset.list('list/'))).toEqual([{ key: 'list/b', bytes: 3 }]);
    await dataset.delete([]);
  });
});

describe('partSizeFor', () => {
  const GIB = 1024 * MIB;
  it.each([0, 1, MIB, 69 * GIB, 71 * GIB, 5 * 1024 * GIB])(
    'returns a valid part size and number of parts for %d bytes',
    (bytes) => {
      const size = partSizeFor(bytes);
      expect(size).toBeGreaterThanOrEqual(MIN_PART_BYTES);
      expect(Math.ceil(bytes / size)).toBeLessThanOrEqual(MAX_PARTS);
      expect(Number.isInteger(size)).toBe(true);
    },
  );

  it('returns the smallest size that is possible', () => {
    expect(partSizeFor(GIB)).toBe(8 * MIB);
  });
});

async function datasetIn(name: string): Promise<Dataset> {
  await aws.createBucket(name);
  return createDataset({ bucket: name, client });
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

function bytesOf(length: number): Buffer {
  return Buffer.alloc(length, 'annotation ');
}

async function* chunksOf(whole: Buffer, size: number, end?: { after: number; ending: () => Promise<never> }) {
  let count = 0;
  for (let from = 0; from < whole.length; from += size) {
    if (count === end?.after) await end.ending();
    yield whole.subarray(from, from + size);
    count += 1;
  }
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function head(key: string) {
  return client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: key }));
}

/** S3 deletes only buckets that hold neither objects nor parts of an upload that nobody ended. */
async function expectNothingIn(name: string): Promise<void> {
  await client.send(new DeleteBucketCommand({ Bucket: name }));
}

async function textOf(object: OpenedObject | undefined): Promise<string | undefined> {
  return object && Buffer.concat(await collect(object.body)).toString();
}

describe('dataset open', () => {
  it('reads a range of an object, and says how large the whole is', async () => {
    await dataset.put('open/a', '0123456789', zip);
    const { etag = '' } = (await dataset.read('open/a')) ?? {};
    const part = await dataset.open('open/a', { range: { start: 3, end: 7 }, etag });
    expect(part).toMatchObject({ bytes: 10, etag });
    expect(await textOf(part)).toBe('3456');
  });

  it('reads a whole object', async () => {
    await dataset.put('open/b', '0123456789', zip);
    const whole = await dataset.open('open/b');
    expect(whole?.bytes).toBe(10);
    expect(await textOf(whole)).toBe('0123456789');
  });

  it('returns undefined for a missing object, and for another one than was named', async () => {
    expect(await dataset.open('open/missing')).toBeUndefined();
    await dataset.put('open/c', '1', zip);
    const { etag = '' } = (await dataset.read('open/c')) ?? {};
    await dataset.put('open/c', '2', zip);
    expect(await dataset.open('open/c', { etag })).toBeUndefined();
  });
});
