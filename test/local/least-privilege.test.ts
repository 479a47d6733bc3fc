import { readFile } from 'node:fs/promises';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { EVENT_TYPES } from '../../lib/webhooks/events.ts';
import { SECRET_HEADER } from '../../lib/webhooks/templates.ts';
import type { AwsRequest } from '../../local/aws/index.ts';
import { localNames } from '../../local/names.ts';
import { type Stack, startStack } from '../../local/stack.ts';
import { makeZip } from '../annofab/archives/make-zip.ts';
import { EVENT_FUNCTIONS, SHORT_WAITS } from './event-functions.ts';

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: Resource | readonly Resource[];
}

interface Resource {
  readonly 'Fn::Sub'?: string;
}

interface Role {
  readonly Policies: readonly { readonly PolicyDocument: { readonly Statement: readonly (Statement | object)[] } }[];
}

/** Of CloudFormation's functions as far as a role needs them. */
const shortForms = ['GetAtt', 'Ref', 'Sub'].map((name) => ({
  tag: `!${name}`,
  resolve: (value: unknown) => ({ [`Fn::${name}`]: value }),
}));

/** What IAM calls otherwise than the SDK does. */
const actionNames: Readonly<Record<string, string>> = {
  CreateMultipartUpload: 'PutObject',
  UploadPart: 'PutObject',
  CompleteMultipartUpload: 'PutObject',
  ListObjectsV2: 'ListBucket',
};

/** What Lambda itself does in the name of the role. */
const BY_LAMBDA = /^(logs:|sqs:(ReceiveMessage|DeleteMessage|GetQueueAttributes)$)/;
/** What is needed where something goes wrong that does not go wrong here. */
const IN_NEED = [
  'on-annotation-archive-updated s3:AbortMultipartUpload',
  // Only where a project's archives become datasets: test/functions/least-privilege.test.ts.
  'on-annotation-archive-updated s3:DeleteObject',
  'on-annotation-archive-updated states:StartExecution',
  ...EVENT_TYPES.map((eventType) => `on-${eventType} s3:ListBucket`),
];

let stack: Stack;
/** Function → action → the objects for which it is allowed, where they are told. */
let allowed: ReadonlyMap<string, ReadonlyMap<string, readonly (RegExp | undefined)[]>>;
const used = new Set<string>();
const refused = new Set<string>();

beforeAll(async () => {
  stack = await startStack({
    env: { QUEUE_UNFIRED: 'true', ...SHORT_WAITS },
    functions: { overrides: EVENT_FUNCTIONS, maxProcesses: 1 },
  });
  allowed = await rightsByFunction();
  stack.aws.faults.decideBy((request) => (passes(request) ? undefined : { status: 403, code: 'AccessDenied' }));
});

afterAll(() => stack.stop());

/** What the role of each function allows. */
async function rightsByFunction(): Promise<Map<string, ReadonlyMap<string, readonly (RegExp | undefined)[]>>> {
  const text = await readFile(new URL('../../infra/roles.yml', import.meta.url), 'utf8');
  const { Resources } = parse(text.slice(text.indexOf('Resources:')), { merge: true, customTags: [...shortForms] });
  const roleOf = (name: string) =>
    `${name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}Role`;
  return new Map(stack.host.functions.map(({ name }) => [name, rightsOf(Resources[roleOf(name)].Properties)]));
}

/** Several statements may allow one action, each for other objects. */
function rightsOf({ Policies }: Role): Map<string, (RegExp | undefined)[]> {
  const rights = new Map<string, (RegExp | undefined)[]>();
  const statements = Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement).filter(
    (statement): statement is Statement => 'Action' in statement,
  );
  for (const { Action, Resource } of statements) {
    for (const action of [Action].flat()) {
      rights.set(action, [...(rights.get(action) ?? []), ...[Resource].flat().map(objectsOf)]);
    }
  }
  return rights;
}

/** `${DatasetBucket.Arn}/projects/*` as the objects that it means. */
function objectsOf({ 'Fn::Sub': arn = '' }: Resource): RegExp | undefined {
  const [, key] = /^\$\{DatasetBucket\.Arn\}\/(.+)$/.exec(arn) ?? [];
  return key === undefined ? undefined : new RegExp(`^/[^/]+/${key.replaceAll('*', '.*')}$`);
}

/** Whether the role of who calls lets this request pass. Requests of this test are signed with a key that is no function's. */
function passes({ accessKeyId = '', service, operation, path }: AwsRequest): boolean {
  const rights = allowed.get(accessKeyId);
  if (rights === undefined) return accessKeyId === 'local';
  const action = `${service}:${actionNames[operation] ?? operation}`;
  const isAllowed = rights.get(action)?.some((objects) => objects?.test(decodeURIComponent(path)) ?? true) === true;
  (isAllowed ? used : refused).add(`${accessKeyId} ${action}`);
  return isAllowed;
}

/** Webhooks of all kinds come, schedules run, and each queue gets a message that nobody can read. */
async function letEverythingHappen(): Promise<void> {
  await stack.annofab.completeTask(localNames.project, 'task-1');
  const data = makeZip([{ path: 'folder/1.png' }]);
  const zip = { input_data_id: 'zip', input_data_name: 'a.zip', data };
  await stack.client.inputData.putFile({ project_id: localNames.project, ...zip });
  await stack.settled({ delayed: true });
  await repeatWebhook();
  const body = { dest_project_id: 'copy', dest_title: 'copy' };
  await stack.client.initiateProjectCopy({ project_id: localNames.project, body });
  await stack.settled({ delayed: true });
  await stack.host.invoke('start-archive-updates');
  await stack.settled();
  await stack.host.invoke('reconcile-deliveries');
  await sendUnreadable();
  await stack.settled();
}

/** Only for a delivery that was processed since it was received, the receiver reads the ledger. */
async function repeatWebhook(): Promise<void> {
  const { url, body = '' } = await stack.annofab.spy.waitForWebhook({ eventType: 'task-completed' });
  const headers = { 'content-type': 'application/json', [SECRET_HEADER]: localNames.webhookSecret };
  const answer = await fetch(url, { method: 'POST', headers, body });
  expect(await answer.json()).toMatchObject({ status: 'duplicate' });
}

async function sendUnreadable(): Promise<void> {
  const sqs = new SQSClient({
    endpoint: stack.aws.sqsUrl,
    region: stack.aws.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  for (const [id, QueueUrl] of Object.entries(stack.host.queues)) {
    if (!id.endsWith('DeadLetterQueue')) await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: '?' }));
  }
  sqs.destroy();
}

it('each function works with the permissions of its role and uses all of them', async () => {
  await letEverythingHappen();
  expect([...refused]).toEqual([]);
  const failures = stack.host.logs.filter(({ text }) => /"error_code":"AccessDenied"/.test(text));
  expect(failures).toEqual([]);
  const granted = [...allowed].flatMap(([name, rights]) =>
    [...rights.keys()].filter((action) => !BY_LAMBDA.test(action)).map((action) => `${name} ${action}`),
  );
  expect([...used].sort()).toEqual(granted.filter((one) => !IN_NEED.some((rare) => one.endsWith(rare))).sort());
});
