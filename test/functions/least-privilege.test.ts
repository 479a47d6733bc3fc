import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesInBundle } from '../support/bundle-files.ts';
import { MANY_SETTINGS, packageService } from '../support/package-service.ts';

/** The rights that a role needs for each command of the AWS SDK. */
const neededBy: Readonly<Record<string, readonly string[]>> = {
  'client-dynamodb/GetItem': ['dynamodb:GetItem'],
  'client-dynamodb/PutItem': ['dynamodb:PutItem'],
  'client-dynamodb/Query': ['dynamodb:Query'],
  'client-s3/AbortMultipartUpload': ['s3:AbortMultipartUpload'],
  'client-s3/CompleteMultipartUpload': ['s3:PutObject'],
  'client-s3/CreateMultipartUpload': ['s3:PutObject'],
  'client-s3/DeleteObjects': ['s3:DeleteObject'],
  'client-s3/GetObject': ['s3:GetObject', 's3:ListBucket'], // without the second, S3 answers 403 where nothing is
  'client-s3/ListObjectsV2': ['s3:ListBucket'],
  'client-s3/PutObject': ['s3:PutObject'],
  'client-s3/UploadPart': ['s3:PutObject'],
  'client-secrets-manager/GetSecretValue': ['secretsmanager:GetSecretValue'],
  'client-sfn/StartExecution': ['states:StartExecution'],
  'client-sqs/SendMessage': ['sqs:SendMessage'],
};

const NEITHER_REMOVAL_NOR_DATASETS = /^(?!remove-old-versions$|on-annotation-archive-updated$)/;
const ALL_BUT_RECONCILIATION = /^(?!reconcile-deliveries$)/;

/** What is in a bundle because the rest of its file is, and is never sent from there: it gets no permission. */
const neverSent: readonly { command: string; from: RegExp; reason: string }[] = [
  {
    command: 'client-dynamodb/DescribeEndpoints',
    from: /./,
    reason: 'the SDK asks for addresses only if it is told to',
  },
  {
    command: 'client-dynamodb/Query',
    from: ALL_BUT_RECONCILIATION,
    reason: 'lists are read by who reconciles or replays',
  },
  {
    command: 'client-s3/AbortMultipartUpload',
    from: /^(on-task-completed|on-input-data-zip-registered|on-project-copy-completed|reconcile-deliveries)$/,
    reason: 'only an archive is uploaded in parts',
  },
  ...['PutObject', 'UploadPart', 'CreateMultipartUpload', 'CompleteMultipartUpload'].map((command) => ({
    command: `client-s3/${command}`,
    from: /^on-input-data-zip-registered$/,
    reason: 'it reads from the bucket, and writes nothing',
  })),
  { command: 'client-s3/CreateSession', from: /./, reason: 'the SDK has it for directory buckets, and ours is none' },
  { command: 'client-s3/DeleteObjects', from: NEITHER_REMOVAL_NOR_DATASETS, reason: 'no other automation deletes' },
  { command: 'client-s3/ListObjectsV2', from: NEITHER_REMOVAL_NOR_DATASETS, reason: 'no other automation lists' },
  ...['PutObject', 'CreateMultipartUpload', 'UploadPart', 'CompleteMultipartUpload', 'AbortMultipartUpload'].map(
    (name) => ({
      command: `client-s3/${name}`,
      from: /^remove-old-versions$/,
      reason: 'it writes nothing',
    }),
  ),
];

/** What Lambda itself does in the function's name. */
const NEEDED_FOR_LOGS = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const NEEDED_FOR_TRACES = ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'];
const NEEDED_FOR_ITS_QUEUE = ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'];

/** The actions that may be allowed for `*`: AWS knows no resources for them. */
const withoutResources: readonly string[] = [
  ...NEEDED_FOR_TRACES,
  ...['xray:GetSamplingRules', 'xray:GetSamplingTargets'],
  // The delivery of a state machine's log.
  ...['logs:CreateLogDelivery', 'logs:GetLogDelivery', 'logs:UpdateLogDelivery', 'logs:DeleteLogDelivery'],
  ...['logs:ListLogDeliveries', 'logs:PutResourcePolicy', 'logs:DescribeResourcePolicies', 'logs:DescribeLogGroups'],
];

/** It calls functions, S3 and itself: not our code. */
const STATE_MACHINE_ROLE = 'DatasetStateMachineRole';

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

interface Resource {
  readonly Type: string;
  readonly Properties: {
    readonly Handler: string;
    readonly Role: { readonly 'Fn::GetAtt': readonly [string, string] };
    readonly FunctionName: { readonly 'Fn::GetAtt': readonly [string, string] };
    readonly Policies: readonly { readonly PolicyDocument: { readonly Statement: readonly unknown[] } }[];
  };
}

let resources: Readonly<Record<string, Resource>> = {};
const bundles = new Map<string, readonly string[]>();

beforeAll(async () => {
  const folder = await packageService(MANY_SETTINGS);
  const template = await readFile(join(folder, 'cloudformation-template-update-stack.json'), 'utf8');
  resources = JSON.parse(template).Resources;
  for (const { name } of functions()) bundles.set(name, commandsIn(await filesInBundle(name)));
});

/** The functions: `receive-webhook`, with the logical ids of the function and its role. */
function functions(): { name: string; id: string; role: string }[] {
  return ofType('AWS::Lambda::Function').map(([id, { Properties }]) => ({
    name: basename(Properties.Handler, '.handler'),
    id,
    role: Properties.Role['Fn::GetAtt'][0],
  }));
}

function ofType(type: string): [string, Resource][] {
  return Object.entries(resources).filter(([, { Type }]) => Type === type);
}

/** `client-sqs/SendMessage` for each command that is left in a bundle. */
function commandsIn(files: readonly string[]): string[] {
  const found = files.map((file) => /@aws-sdk\/(client-[^/]+)\/dist-[^/]+\/commands\/(\w+)Command\.js$/.exec(file));
  return found.flatMap((match) => (match === null ? [] : [`${match[1]}/${match[2]}`])).sort();
}

function statementsOf(role: string): Statement[] {
  const policies = resources[role]?.Properties.Policies ?? [];
  return policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement.map(whenTraced));
}

/** Of a statement that depends on a condition, the one for when it holds. */
function whenTraced(statement: unknown): Statement {
  const { 'Fn::If': [, traced] = [undefined, statement] } = Object(statement);
  return traced;
}

function actionsOf(statements: readonly Statement[]): string[] {
  return [...new Set(statements.flatMap(({ Action }) => Action))].sort();
}

describe('the role of each function', () => {
  it('allows what its bundle may call and what Lambda does for it, nothing less and nothing more', () => {
    for (const { name, id, role } of functions()) {
      const sent = (bundles.get(name) ?? []).filter(
        (command) => !neverSent.some((never) => never.command === command && never.from.test(name)),
      );
      const unknown = sent.filter((command) => neededBy[command] === undefined);
      expect(unknown, `${name}: what do these need?`).toEqual([]);
      const isFed = ofType('AWS::Lambda::EventSourceMapping').some(
        ([, { Properties }]) => Properties.FunctionName['Fn::GetAtt'][0] === id,
      );
      const needed = [
        ...sent.flatMap((command) => neededBy[command] ?? []),
        ...NEEDED_FOR_LOGS,
        ...NEEDED_FOR_TRACES,
        ...(isFed ? NEEDED_FOR_ITS_QUEUE : []),
      ];
      expect(actionsOf(statementsOf(role)), name).toEqual([...new Set(needed)].sort());
    }
  });

  it('is its own', () => {
    const roles = functions().map(({ role }) => role);
    expect(roles.length).toBeGreaterThan(0);
    expect(new Set(roles).size).toBe(roles.length);
  });

  it('is the only kind there is, but for that of the state machine, and those of the schedules, which may start one function', () => {
    const known = [STATE_MACHINE_ROLE, ...functions().map(({ role }) => role)];
    const others = ofType('AWS::IAM::Role').filter(([id]) => !known.includes(id));
    expect(others).toHaveLength(ofType('AWS::Scheduler::Schedule').length);
    for (const [id] of others) {
      const [statement, ...more] = statementsOf(id);
      expect(more, id).toEqual([]);
      expect(statement, id).toMatchObject({
        Action: 'lambda:InvokeFunction',
        Resource: { 'Fn::GetAtt': [expect.any(String), 'Arn'] },
      });
    }
  });
});

describe('no role', () => {
  it('has a star for its actions, or for its resources where AWS knows any', () => {
    for (const [id] of ofType('AWS::IAM::Role')) {
      for (const { Effect, Action, Resource } of statementsOf(id)) {
        expect(Effect, id).toBe('Allow');
        for (const action of [Action].flat()) {
          expect(action, id).toMatch(/^[a-z0-9]+:[A-Za-z]+$/);
          if (!withoutResources.includes(action)) expect([Resource].flat(), `${id} ${action}`).not.toContain('*');
        }
      }
    }
  });

  it('reaches beyond the stack and its secrets, and only the exporter that of the chat', () => {
    for (const [id] of ofType('AWS::IAM::Role')) {
      const reached = statementsOf(id).flatMap(({ Resource }) => Resource);
      for (const resource of reached.filter((each) => each !== '*')) {
        expect(isOfTheStack(resource) || isSecret(resource, id), `${id}: ${JSON.stringify(resource)}`).toBe(true);
      }
    }
  });
});

it('each permission that was not given although a bundle has the command, is one that a bundle has', () => {
  for (const { command, from } of neverSent) {
    const holders = [...bundles].filter(([name, commands]) => from.test(name) && commands.includes(command));
    expect(holders, `${command} in ${from.source}`).not.toEqual([]);
  }
});

it('the actions that docs/security.md tells of are those that roles allow', async () => {
  const text = await readFile(new URL('../../docs/security.md', import.meta.url), 'utf8');
  const [, section = ''] = /^## What each function may do\n(.*?)^Where a/ms.exec(text) ?? [];
  const told = [...section.matchAll(/`([a-z0-9]+:[A-Za-z]+)`/g)].map(([, action]) => action);
  const allowed = ofType('AWS::IAM::Role').flatMap(([id]) => actionsOf(statementsOf(id)));
  expect([...new Set(told)].sort()).toEqual([...new Set(allowed)].sort());
});

/** An attribute of one of its resources, or what lies below it: `${DatasetBucket.Arn}/projects/*`. */
function isOfTheStack(resource: unknown): boolean {
  const { Ref: ref, 'Fn::GetAtt': attribute, 'Fn::Sub': text } = Object(resource);
  // The value of a state machine is its ARN.
  if (ref !== undefined) return resources[ref]?.Type === 'AWS::StepFunctions::StateMachine';
  const [id] = attribute ?? /^\$\{(\w+)\.Arn\}\//.exec(String(text))?.slice(1) ?? [];
  return (id !== undefined && id in resources) || OF_STATE_MACHINE.test(String(text));
}

/** The state machine, which starts executions of itself, and its executions: a reference to it would be a circle. */
const OF_STATE_MACHINE =
  /:states:\$\{AWS::Region\}:\$\{AWS::AccountId\}:(stateMachine|execution):annofab-functions-dev-build-dataset\*?$/;

function isSecret(resource: unknown, role: string): boolean {
  const { 'Fn::Sub': text } = Object(resource);
  const [, name = ''] = /:secret:annofab-functions\/dev\/(\w+)-\?{6}$/.exec(String(text)) ?? [];
  return ['credential', 'webhooks', ...(role === 'OnTaskCompletedRole' ? ['chat'] : [])].includes(name);
}
