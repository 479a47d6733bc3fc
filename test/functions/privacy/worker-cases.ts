import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { queueHandler } from '../../../lib/lambda/queue-handler.ts';
import type { TaskCompletedEvent, WebhookEvent } from '../../../lib/webhooks/events.ts';
import { localNames } from '../../../local/names.ts';
import { envelopeOf, lambdaContext, sqsEvent, sqsRecord } from '../../lambda/support.ts';
import { taskCompleted } from '../../webhooks/events.ts';
import type { Case } from './case.ts';
import { freeMarkers, markers, tokenMarkers } from './marker.ts';
import type { Asked } from './proxy.ts';
import { is, isTo, server } from './says.ts';
import type { World } from './world.ts';

let number = 0;

/** A completion that was not delivered before. */
function completion(task_id = 'task-3'): TaskCompletedEvent {
  number += 1;
  const complete_datetime = new Date(Date.UTC(2019, 4, 8) + number * 1_000).toISOString();
  return { event_type: 'task-completed', project_id: localNames.project, task_id, complete_datetime };
}

function archiveUpdate(): WebhookEvent {
  const { project_id, complete_datetime } = completion();
  return { event_type: 'annotation-archive-updated', project_id, complete_datetime };
}

/** So that there is an archive to be mirrored. */
async function withArchive({ annofab }: World): Promise<void> {
  const { archive } = annofab.state.projects.get(localNames.project) ?? {};
  if (archive !== undefined) return;
  const headers = { authorization: `Bearer ${localNames.personalAccessToken}` };
  await fetch(`${annofab.url}/api/v1/projects/${localNames.project}/archive/update`, { method: 'POST', headers });
  await annofab.settled();
}

const isToS3 = ({ headers }: Asked) => headers['x-amz-target'] === undefined;

type Work = (world: World) => Promise<void>;

const exportTask: Work = (world) => world.work(completion());
const mirrorArchive: Work = async (world) => {
  await withArchive(world);
  await world.work(archiveUpdate());
};

const annofab = (world: World) => world.annofabProxy;
const files = (world: World) => world.filesProxy;
const aws = (world: World) => world.awsProxy;

const readTask = { proxy: annofab, asked: is(/^GET .*\/tasks\/task-3$/) };
const readAnnotations = { proxy: annofab, asked: is(/\/annotation\/simple/) };
const readOuterFiles = { proxy: annofab, asked: is(/\/annotation(\?|$)/) };
const writeMetadata = { proxy: annofab, asked: is(/^PATCH /) };
const askForArchive = { proxy: annofab, asked: is(/\/archive\/simple/) };
const anyFile = { proxy: files, asked: () => true };
const readObject = { proxy: aws, asked: (asked: Asked) => isToS3(asked) && is(/^GET /)(asked) };
const writeObject = { proxy: aws, asked: (asked: Asked) => isToS3(asked) && is(/^PUT /)(asked) };
const upload = { proxy: aws, asked: (asked: Asked) => isToS3(asked) && is(/^P[A-Z]+ .*annotations\.zip/)(asked) };
const sendLater: Work = (world) => world.work(completion('task-5'));
const deadLetter: Work = (world) => world.work('{}');

const serverCases: readonly Case[] = [
  ...server('Annofab, asked for a task', readTask, exportTask),
  ...server('Annofab, asked for annotations', readAnnotations, exportTask),
  ...server('Annofab, asked for the files of annotations', readOuterFiles, exportTask),
  ...server('Annofab, given metadata', writeMetadata, exportTask),
  ...server('Annofab, asked for an archive', askForArchive, mirrorArchive),
  ...server('the file server, asked for a mask', anyFile, exportTask),
  ...server('the file server, asked for an archive', anyFile, mirrorArchive),
  ...server('S3, asked for an object', readObject, exportTask),
  ...server('S3, given an object', writeObject, exportTask),
  ...server('S3, given an archive', upload, mirrorArchive),
  ...server('SQS, given what waits', { proxy: aws, asked: isTo('AmazonSQS') }, sendLater),
  ...server('SQS, given a dead letter', { proxy: aws, asked: isTo('AmazonSQS') }, deadLetter),
  ...server('DynamoDB to a worker', { proxy: aws, asked: isTo('DynamoDB') }, exportTask),
  ...server('Secrets Manager to a worker', { proxy: aws, asked: isTo('secretsmanager') }, exportTask),
];

/** What the credential's secret holds. */
function credential(name: string, of: (marker: string) => unknown): Case {
  return {
    name: `a credential that is ${name}`,
    markers: tokenMarkers,
    async run(world, marker) {
      world.aws.secrets.put('credential', of(marker));
      await exportTask(world);
    },
  };
}

const credentialCases: readonly Case[] = [
  credential('a token that is refused', (marker) => ({ pat: marker })),
  credential('a token with a blank', (marker) => ({ pat: `${marker} ` })),
  credential('a password that is refused', (marker) => ({ user_id: localNames.userId, password: marker })),
  credential('another account’s', (marker) => ({ user_id: 'demo_mfa', password: marker })),
  credential('no JSON', (marker) => marker),
  credential('text in JSON', (marker) => JSON.stringify(marker)),
  credential('a list', (marker) => [marker, { pat: marker }]),
  credential('other JSON', (marker) => ({ [marker]: marker, pat: 5 })),
  {
    name: 'a credential that works, and what comes of it',
    markers: tokenMarkers,
    async run(world, marker) {
      for (const record of world.annofab.state.accounts.values())
        if (record.account.user_id === localNames.userId) record.password = marker;
      world.aws.secrets.put('credential', { user_id: localNames.userId, password: marker });
      await exportTask(world);
      await mirrorArchive(world);
      await world.annofab.reset();
    },
  },
];

/** What people wrote at Annofab, on a way on which all goes well. */
const contentCases: readonly Case[] = [
  {
    name: 'titles, names and metadata',
    markers: freeMarkers,
    async run(world, marker) {
      const record = world.annofab.state.projects.get(localNames.project);
      const task = record?.tasks.get('task-3');
      if (record === undefined || task === undefined) throw new Error('The demo has no task-3');
      record.project.title = record.project.overview = marker;
      task.metadata = { site: marker };
      for (const input of record.inputData.values()) input.input_data_name = marker;
      for (const { label_name } of record.specs.labels)
        for (const message of label_name.messages) message.message = marker;
      await exportTask(world);
      await mirrorArchive(world);
      await world.annofab.reset();
    },
  },
  {
    name: 'the addresses of files',
    markers,
    async run(world, marker) {
      world.signature = marker;
      let read = 0;
      world.filesProxy.says(({ url }) => {
        if (url.startsWith(`/~${encodeURIComponent(marker)}/`)) read += 1;
        return undefined;
      });
      await exportTask(world);
      await mirrorArchive(world);
      if (read < 2) throw new Error('The files were not read by these addresses');
      for (const [status, body] of [
        [403, ''],
        [404, marker],
        [200, marker],
      ] as const) {
        world.filesProxy.says(() => ({ status, body }));
        await exportTask(world);
        await mirrorArchive(world);
      }
    },
  },
];

const OUR_OBJECTS = ['tasks/task-3/latest.json', 'tasks/task-3/metadata-lock.json', 'archives/latest.json'];

const bucketCases: readonly Case[] = OUR_OBJECTS.map((name) => ({
  name: `${name} that somebody wrote into`,
  markers: freeMarkers,
  async run(world, marker) {
    const s3 = new S3Client({ forcePathStyle: true });
    for (const Body of [
      marker,
      JSON.stringify(marker),
      JSON.stringify({ [marker]: marker, version: marker, holder: marker }),
    ]) {
      await s3.send(new PutObjectCommand({ Bucket: 'dataset', Key: `projects/${localNames.project}/${name}`, Body }));
      await exportTask(world);
      await mirrorArchive(world);
    }
    await world.emptyBucket();
    s3.destroy();
  },
}));

/** A message that somebody else put into the queue. */
function message(name: string, of: (marker: string) => string): Case {
  return { name: `a message ${name}`, markers: freeMarkers, run: (world, marker) => world.work(of(marker)) };
}

const messageCases: readonly Case[] = [
  message('that is no JSON', (marker) => marker),
  message('that is other JSON', (marker) => JSON.stringify({ v: 1, [marker]: marker, event_type: marker })),
  message('with an event that is none', (marker) =>
    JSON.stringify({ ...envelopeOf(taskCompleted), event: { ...taskCompleted, task_id: `${marker}/` } }),
  ),
  message('of which a part is wrong', (marker) =>
    JSON.stringify({ ...envelopeOf(completion()), request_id: `${marker} ` }),
  ),
  message('with counters of no name', (marker) =>
    JSON.stringify({ ...envelopeOf(completion()), deferrals: { [`${marker} `]: 1 } }),
  ),
];

/** What a team's own automation may throw, or what is thrown through it. */
function thrown(name: string, of: (marker: string) => unknown): Case {
  return {
    name: `an automation’s ${name}`,
    markers: freeMarkers,
    async run(world, marker) {
      const handler = queueHandler('task-completed', async () => {
        throw of(marker);
      });
      const record = sqsRecord(envelopeOf(completion()), { receiveCount: 5 });
      await world.call(() => handler(sqsEvent(record), lambdaContext()));
    },
  };
}

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

const thrownCases: readonly Case[] = [
  thrown('TypeError', (marker) => new TypeError(`Cannot read ${marker}`)),
  thrown('error with a cause', (marker) => new Error('failed', { cause: new Error(marker) })),
  thrown('error of an odd name and code', (marker) =>
    Object.assign(new Error(marker, { cause: Object.assign(new Error(marker), { name: marker, code: marker }) }), {
      name: marker,
      code: marker,
    }),
  ),
  thrown('error with a stack of its own', (marker) =>
    Object.assign(new Error(marker), { stack: `${marker}\n    at ${marker}` }),
  ),
  thrown('JSON that cannot be parsed', (marker) => caught(() => JSON.parse(`{"a":"${marker}`))),
  thrown('address that is none', (marker) => caught(() => new URL(`//${marker}`))),
  thrown('several errors', (marker) => new AggregateError([new Error(marker)], marker)),
  thrown('text', (marker) => marker),
  thrown('object', (marker) => ({ message: marker, stack: marker, name: marker })),
];

/** Where an automation logs more than it may: titles, bodies, errors. */
const loggedCase: Case = {
  name: 'fields that are not allowed in a log',
  markers: freeMarkers,
  async run(world, marker) {
    const handler = queueHandler('task-completed', async ({ log }) => {
      for (const say of [log.debug, log.info, log.warn, log.error]) {
        say('Said', Object.assign({ task_id: 'task-3' }, { title: marker, [marker]: 1, cause: new Error(marker) }));
        say('Said', Object.assign({ reason: 'a' }, { reason: { marker } }));
      }
    });
    await world.call(() => handler(sqsEvent(sqsRecord(envelopeOf(completion()))), lambdaContext()));
  },
};

/** The workers, on what comes to them from the queue, Annofab, the file server and AWS. */
export const workerCases: readonly Case[] = [
  ...serverCases,
  ...credentialCases,
  ...contentCases,
  ...bucketCases,
  ...messageCases,
  ...thrownCases,
  loggedCase,
];
