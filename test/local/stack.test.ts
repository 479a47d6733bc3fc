import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stack, startStack } from '../../local/stack.ts';
import { makeZip, sampleEntries } from './annofab/import/make-archive.ts';

let stack: Stack;
let s3: S3Client;

beforeAll(async () => {
  stack = await startStack({ functions: { maxProcesses: 1 } });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  s3 = new S3Client({ endpoint: stack.aws.s3Url, region: stack.aws.region, credentials, forcePathStyle: true });
});

afterAll(async () => {
  s3.destroy();
  await stack.stop();
});

async function keys(Prefix: string): Promise<string[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: stack.bucket, Prefix }));
  return Contents.map(({ Key = '' }) => Key);
}

/** The objects under a prefix of a stack's bucket. */
async function objectsIn({ aws, bucket }: Stack, prefix: string): Promise<Map<string, Buffer>> {
  const list = await (await fetch(`${aws.s3Url}/${bucket}?list-type=2&prefix=${prefix}`)).text();
  const objects = new Map<string, Buffer>();
  for (const [, key = ''] of list.matchAll(/<Key>([^<]*)/g)) {
    const response = await fetch(`${aws.s3Url}/${bucket}/${key}`);
    objects.set(key, Buffer.from(await response.arrayBuffer()));
  }
  return objects;
}

async function json(Key: string): Promise<Record<string, unknown>> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: stack.bucket, Key }));
  return JSON.parse((await Body?.transformToString()) ?? '');
}

describe('the local stack', () => {
  it('has our four webhooks in the demo project', async () => {
    const webhooks = await stack.client.getWebhooks({ project_id: 'demo-project' });
    expect(webhooks.map(({ url }) => url).sort()).toEqual(
      ['annotation-archive-updated', 'input-data-zip-registered', 'project-copy-completed', 'task-completed'].map(
        (eventType) => `${stack.host.url}/webhooks/annofab/${eventType}`,
      ),
    );
  });

  it('exports a completed task and records it in the metadata', async () => {
    const task = await stack.annofab.completeTask('demo-project', 'task-1');
    await stack.settled();
    const prefix = 'projects/demo-project/tasks/task-1/';
    const { version } = await json(`${prefix}latest.json`);
    const manifest = await json(`${prefix}versions/${version}/manifest.json`);
    const exported = await keys(`${prefix}versions/${version}/task-1/`);
    expect(exported.filter((key) => key.endsWith('.json'))).toHaveLength(task.input_data_id_list.length);
    const { metadata } = await stack.client.getTask({ project_id: 'demo-project', task_id: 'task-1' });
    expect(metadata).toMatchObject({ exported_at: expect.any(String), annotation_count: expect.any(Number) });
    expect(manifest).toBeTypeOf('object');
  });

  it('starts archive updates by schedule and mirrors the archives', async () => {
    await stack.host.invoke('start-archive-updates');
    await stack.settled();
    expect(await keys('projects/demo-project/archives/')).toEqual(
      expect.arrayContaining([expect.stringMatching(/annotations\.zip$/)]),
    );
  });
});

it('the local stack exports the entries of an imported archive unchanged, also after a reset', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'annofab-functions-stack-'));
  const importArchive = join(directory, 'archive.zip');
  await writeFile(importArchive, await makeZip(sampleEntries()));
  const other = await startStack({ importArchive });
  await other.annofab.completeTask('archive-project', 'task.1');
  await other.settled();

  const objects = await objectsIn(other, 'projects/archive-project/tasks/task.1/versions/');
  // Some old archives have outer files in a folder of another name, which belong to no frame.
  const isEntry = (path: string) => /^task\.1\/.*[^/]$/.test(path) && !path.includes('.images__');
  const entries = sampleEntries().filter(([path]) => isEntry(path));
  expect(entries.length).toBeGreaterThan(1);
  for (const [path, content = ''] of entries) {
    const exported = [...objects].find(([key]) => key.endsWith(`/${path}`))?.[1];
    expect(exported?.equals(Buffer.from(content)), path).toBe(true);
  }

  const projects = ['demo-project', 'archive-project'];
  const webhooksOf = async (project_id: string) => (await other.client.getWebhooks({ project_id })).length;
  const before = await other.client.getTask({ project_id: 'archive-project', task_id: 'task.1' });
  await fetch(`${other.annofab.url}/__emulator/reset`, { method: 'POST' });
  expect(await Promise.all(projects.map(webhooksOf)), 'a reset keeps projects and webhooks').toEqual([4, 4]);
  const after = await other.client.getTask({ project_id: 'archive-project', task_id: 'task.1' });
  expect([before.metadata, after.metadata]).toEqual([{ exported_at: expect.anything(), annotation_count: 8 }, {}]);
  const { invocations } = other.host;
  await other.annofab.completeTask('archive-project', 'task.1');
  await other.settled();
  expect(other.host.invocations).toBeGreaterThan(invocations + 1);
  await other.stop();
  await rm(directory, { recursive: true });
});

it('the local stack stops everything when a port is taken', async () => {
  const httpPort = Number(new URL(stack.host.url).port);
  await expect(startStack({ httpPort })).rejects.toMatchObject({ code: 'EADDRINUSE', port: httpPort });
});
