import { randomBytes } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bucketOutput } from '../../../lib/automations/build-dataset/bucket-output.ts';
import { createDataset, type Dataset } from '../../../lib/aws/dataset.ts';
import { type LocalAws, startLocalAws } from '../../../local/aws/index.ts';
import { collect } from '../../annofab/archives/samples.ts';

const MIB = 2 ** 20;

let aws: LocalAws;
let client: S3Client;
let dataset: Dataset;

beforeAll(async () => {
  aws = await startLocalAws();
  await aws.createBucket('dataset');
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new S3Client({ endpoint: aws.s3Url, region: aws.region, credentials, forcePathStyle: true, maxAttempts: 1 });
  dataset = createDataset({ bucket: 'dataset', client });
});

afterEach(() => aws.faults.clear());

afterAll(async () => {
  client.destroy();
  await aws.stop();
});

async function contentOf(path: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await collect(path));
}

describe('bucketOutput', () => {
  it('writes small files at the same time, which are all there after flush', async () => {
    const out = bucketOutput(dataset, 'small/');
    for (let at = 0; at < 120; at += 1) await out.writeFile(`labels/${at}.txt`, `label ${at}`);
    await out.flush?.();
    const keys = await collect(dataset.list('small/labels/'));
    expect(keys).toHaveLength(120);
    expect((await dataset.read('small/labels/119.txt'))?.text).toBe('label 119');
  });

  it('keeps the content that a small file had when it was written', async () => {
    const out = bucketOutput(dataset, 'reused/');
    const buffer = Buffer.from('first');
    await out.writeFile('a.png', buffer);
    buffer.write('other');
    await out.flush?.();
    expect((await dataset.read('reused/a.png'))?.text).toBe('first');
  });

  it('throws the error of a small file that S3 refused at flush', async () => {
    aws.faults.add({ service: 's3', operation: 'PutObject', status: 403, code: 'AccessDenied', times: 1 });
    const out = bucketOutput(dataset, 'refused/');
    await out.writeFile('a.txt', 'a');
    await expect(out.flush?.()).rejects.toThrow(expect.objectContaining({ name: 'AccessDenied' }));
  });

  it.each([
    ['empty', []],
    ['one request', [10, 20]],
    ['several parts', [1, 5 * MIB, 3 * MIB, 9 * MIB, 7]],
  ])('writes a file piece by piece and reads it back: %s', async (name, sizes) => {
    const out = bucketOutput(dataset, 'pieces/');
    const pieces = sizes.map((size) => randomBytes(size));
    const file = out.createFile(`${name}.bin`);
    for (const piece of pieces) await file.write(piece);
    await file.end();
    expect((await contentOf(out.readFile(`${name}.bin`))).equals(Buffer.concat(pieces))).toBe(true);
  });

  it('shows nothing of a large file before its end', async () => {
    const out = bucketOutput(dataset, 'unfinished/');
    const file = out.createFile('a.bin');
    for (let at = 0; at < 5; at += 1) await file.write(randomBytes(4 * MIB));
    expect(await collect(dataset.list('unfinished/'))).toEqual([]);
    await file.end();
    expect(await collect(dataset.list('unfinished/'))).toEqual([{ key: 'unfinished/a.bin', bytes: 20 * MIB }]);
  });

  it('throws the error of a large file that S3 refused', async () => {
    aws.faults.add({ service: 's3', operation: 'CreateMultipartUpload', status: 403, code: 'AccessDenied', times: 1 });
    const out = bucketOutput(dataset, 'refused/');
    const file = out.createFile('a.bin');
    const write = async () => {
      for (let at = 0; at < 10; at += 1) await file.write(randomBytes(4 * MIB));
      await file.end();
    };
    await expect(write()).rejects.toThrow(expect.objectContaining({ name: 'AccessDenied' }));
    expect(await collect(dataset.list('refused/'))).toEqual([]);
  });

  it('reads nothing of a file that does not exist', async () => {
    expect(await contentOf(bucketOutput(dataset, 'none/').readFile('missing'))).toHaveLength(0);
  });

  it('refuses a key that S3 does not take', async () => {
    const out = bucketOutput(dataset, 'long/');
    await out.writeFile(`${'a'.repeat(1_100)}.txt`, 'a');
    await expect(out.flush?.()).rejects.toThrow('S3 takes 1024');
  });
});
