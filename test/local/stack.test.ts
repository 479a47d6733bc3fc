import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Stack, startStack } from '../../local/stack.ts';

let stack: Stack;
let s3: S3Client;

beforeAll(async () => {
  stack = await startStack();
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

async function json(Key: string): Promise<Record<string, unknown>> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: stack.bucket, Key }));
  return JSON.parse((await Body?.transformToString()) ?? '');
}

describe('the local stack', () => {
  test('has our four webhooks in the demo project', async () => {
    const webhooks = await stack.client.getWebhooks({ project_id: 'demo-project' });
    expect(webhooks.map(({ url }) => url).sort()).toEqual(
      ['annotation-archive-updated', 'input-data-zip-registered', 'project-copy-completed', 'task-completed'].map(
        (eventType) => `${stack.host.url}/webhooks/annofab/${eventType}`,
      ),
    );
  });

  test('exports a task that is completed, and its metadata say so', async () => {
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

  test('starts the updates of the archives by schedule, and mirrors what comes of them', async () => {
    await stack.host.invoke('start-archive-updates');
    await stack.settled();
    expect(await keys('projects/demo-project/archives/')).toEqual(
      expect.arrayContaining([expect.stringMatching(/annotations\.zip$/)]),
    );
  });
});

test('a port that is taken leaves nothing running', async () => {
  const httpPort = Number(new URL(stack.host.url).port);
  await expect(startStack({ httpPort })).rejects.toMatchObject({ code: 'EADDRINUSE', port: httpPort });
});
