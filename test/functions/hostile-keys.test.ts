import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as onAnnotationArchiveUpdated } from '../../functions/on-annotation-archive-updated.ts';
import { handler as onTaskCompleted } from '../../functions/on-task-completed.ts';
import { handler as receiveWebhook } from '../../functions/receive-webhook.ts';
import { handler as startArchiveUpdates } from '../../functions/start-archive-updates.ts';
import { deliveryKey } from '../../lib/webhooks/delivery-key.ts';
import type { WebhookEvent } from '../../lib/webhooks/events.ts';
import { type AnnofabEmulator, type Seed, startAnnofabEmulator } from '../../local/annofab/index.ts';
import { localNames } from '../../local/names.ts';
import { captureOutput, envelopeOf, lambdaContext, sqsEvent, sqsRecord } from '../lambda/support.ts';
import { everyTypeSeed } from '../local/annofab/every-type.ts';
import { JUST_AFTER, sampleEvents } from '../webhooks/events.ts';
import { callOf, lambdaEvent, MASTER_SECRET } from './hostile/call.ts';
import { badIds, oddIds } from './hostile/field-changes.ts';
import { type Surroundings, startSurroundings } from './hostile/receiver.ts';

let surroundings: Surroundings;
let annofab: AnnofabEmulator;
let s3: S3Client;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: JUST_AFTER });
  surroundings = await startSurroundings();
  annofab = await startAnnofabEmulator({ seed: oddSeed() });
  s3 = new S3Client({ forcePathStyle: true });
  await surroundings.prepareWorkers(annofab.url);
});

afterAll(async () => {
  vi.useRealTimers();
  s3.destroy();
  await annofab.stop();
  await surroundings.stop();
});

beforeEach(() => void captureOutput());

/** A project of each odd id, with a completed task of an odd id whose first frame has one, too. */
function oddSeed(): Seed {
  const [project] = everyTypeSeed.projects;
  const task = project?.tasks.find(({ task_id }) => task_id === 'task-3');
  if (project === undefined || task === undefined) throw new Error('The demo has no task-3');
  const [first = '', ...others] = task.input_data_ids;
  const projects = oddIds.map((project_id, index) => {
    const renamed = oddIds.at(index - 2) ?? '';
    const rename = (id: string) => (id === first ? renamed : id);
    const annotations = Object.entries(task.annotations ?? {}).map(([id, frame]) => [rename(id), frame]);
    return {
      ...project,
      project_id,
      input_data: project.input_data.map((input) => ({ ...input, input_data_id: rename(input.input_data_id) })),
      tasks: [
        {
          ...task,
          task_id: oddIds.at(index - 1) ?? '',
          input_data_ids: [renamed, ...others],
          annotations: Object.fromEntries(annotations),
        },
      ],
    };
  });
  return { ...everyTypeSeed, projects };
}

/** What is in the bucket: key and version of each object. */
async function objects(): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: 'dataset' })) {
    for (const { Key, ETag } of Contents) found.add(`${Key} ${ETag}`);
  }
  return found;
}

/** Hands an event to the receiver, and what it queues to a worker; tells which keys were written meanwhile. */
async function deliver(event: WebhookEvent, worker: typeof onTaskCompleted): Promise<string[]> {
  const before = await objects();
  const answer = await receiveWebhook(JSON.parse(lambdaEvent(callOf(event, MASTER_SECRET))), lambdaContext());
  expect(answer.statusCode).toBe(202);
  const messages = await surroundings.takeQueued();
  expect(messages).toHaveLength(1);
  const records = messages.map((message) => sqsRecord(message));
  expect(await worker(sqsEvent(...records), lambdaContext(900_000))).toEqual({ batchItemFailures: [] });
  const written = [...(await objects())].filter((object) => !before.has(object));
  return written.map((object) => object.slice(0, object.lastIndexOf(' ')));
}

const COMPLETE_DATETIME = '2019-05-08T10:00:00.000+09:00';

describe('of a delivery nothing is stored but below its own project', () => {
  it.each(oddIds.map((project_id, index) => [project_id, oddIds.at(index - 1) ?? '']))(
    'a task completed in project %j',
    async (project_id, task_id) => {
      const written = await deliver(
        { event_type: 'task-completed', project_id, task_id, complete_datetime: COMPLETE_DATETIME },
        onTaskCompleted,
      );
      const prefix = `projects/${project_id}/tasks/${task_id}/`;
      expect(written).toContain(`${prefix}latest.json`);
      const changes = `projects/${project_id}/changes/`;
      expect(written.filter((key) => !key.startsWith(prefix) && !key.startsWith(changes))).toEqual([]);
    },
  );

  it.each(oddIds)('an archive updated in project %j', async (project_id) => {
    process.env['ARCHIVE_PROJECT_IDS'] = '*';
    await startArchiveUpdates({}, lambdaContext());
    await annofab.settled();
    const written = await deliver(
      { event_type: 'annotation-archive-updated', project_id, complete_datetime: COMPLETE_DATETIME },
      onAnnotationArchiveUpdated,
    );
    const prefix = `projects/${project_id}/archives/`;
    expect(written).toContain(`${prefix}latest.json`);
    const changes = `projects/${project_id}/changes/`;
    expect(written.filter((key) => !key.startsWith(prefix) && !key.startsWith(changes))).toEqual([]);
  });

  it('nothing at all of a message that somebody else put into the queue, with what is no id', async () => {
    const before = await objects();
    const asked = annofab.spy.requests.length;
    const known = await surroundings.ledgerKeys();
    const [sample] = sampleEvents;
    for (const id of badIds) {
      for (const fields of [{ project_id: id }, { task_id: id }]) {
        const event = { ...sample, project_id: localNames.project, ...fields };
        const forged = { ...envelopeOf(sample), event, key: forgedKey(event) };
        const answer = await onTaskCompleted(sqsEvent(sqsRecord(inAscii(forged))), lambdaContext());
        expect(answer).toEqual({ batchItemFailures: [] });
      }
    }
    expect(await objects()).toEqual(before);
    expect(await surroundings.ledgerKeys()).toEqual(known);
    expect(annofab.spy.requests).toHaveLength(asked);
  });
});

/** The key that the event has, if there can be one. */
function forgedKey(event: object): string {
  try {
    return deliveryKey(JSON.parse(JSON.stringify(event))).key;
  } catch {
    return 'a'.repeat(64);
  }
}

/** The embedded queue, unlike the real one, takes no letters beyond U+FFFF. */
function inAscii(json: unknown): string {
  return JSON.stringify(json).replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
