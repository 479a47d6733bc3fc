import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageService } from '../support/package-service.ts';

interface Template {
  readonly Conditions: Readonly<Record<string, Condition>>;
  readonly Resources: Readonly<Record<string, { Type: string; Condition?: string; Properties: object }>>;
}

type Condition = { readonly 'Fn::Equals': readonly [unknown, unknown] } | { readonly 'Fn::Not': readonly [Condition] };

let off: Template;
let on: Template;

beforeAll(async () => {
  off = await packaged({});
  on = await packaged({ tracing: 'true', receiverReservedConcurrency: '5', alarmEmail: 'team@example.com' });
}, 240_000);

/** The template as it is packaged with these parameters. */
async function packaged(params: Readonly<Record<string, string>>): Promise<Template> {
  await using service = await packageService(params);
  return JSON.parse(await readFile(join(service.folder, 'cloudformation-template-update-stack.json'), 'utf8'));
}

function ofType({ Resources }: Template, type: string): object[] {
  return Object.values(Resources).flatMap(({ Type, Properties }) => (Type === type ? [Properties] : []));
}

/** Whether CloudFormation takes the condition of this name for true. */
function holds({ Conditions }: Template, name: string): boolean {
  const isTrue = (condition: Condition): boolean => {
    if ('Fn::Not' in condition) return !isTrue(condition['Fn::Not'][0]);
    const [one, other] = condition['Fn::Equals'];
    return one === other;
  };
  const condition = Conditions[name];
  if (condition === undefined) throw new Error(`There is no condition ${name}`);
  return isTrue(condition);
}

describe('tracing', () => {
  test('is off', () => {
    for (const fn of ofType(off, 'AWS::Lambda::Function')) expect(fn).not.toHaveProperty('TracingConfig');
    expect(holds(off, 'Traced')).toBe(false);
  });

  test('can be switched on, for all functions', () => {
    for (const fn of ofType(on, 'AWS::Lambda::Function'))
      expect(fn).toMatchObject({ TracingConfig: { Mode: 'Active' } });
    expect(holds(on, 'Traced')).toBe(true);
  });

  test('gives each function the right to write traces, only while it is on', () => {
    const roles = ofType(off, 'AWS::IAM::Role').map((role) => JSON.stringify(role));
    const traces =
      '{"Fn::If":["Traced",{"Effect":"Allow","Action":["xray:PutTraceSegments","xray:PutTelemetryRecords"],"Resource":"*"},{"Ref":"AWS::NoValue"}]}';
    const functionRoles = roles.filter((role) => role.includes('lambda.amazonaws.com'));
    expect(functionRoles).toHaveLength(ofType(off, 'AWS::Lambda::Function').length);
    for (const role of functionRoles) expect(role).toContain(traces);
    for (const role of roles) expect(role.replace(traces, '')).not.toContain('"*"');
  });
});

describe('concurrency for the receiver', () => {
  test('is not reserved: new accounts have too little', () => {
    for (const fn of ofType(off, 'AWS::Lambda::Function'))
      expect(fn).not.toHaveProperty('ReservedConcurrentExecutions');
  });

  test('can be reserved, for the receiver alone', () => {
    const reserved = ofType(on, 'AWS::Lambda::Function').filter((fn) => 'ReservedConcurrentExecutions' in fn);
    expect(reserved).toEqual([
      expect.objectContaining({
        FunctionName: 'annofab-functions-dev-receive-webhook',
        ReservedConcurrentExecutions: 5,
      }),
    ]);
  });
});

describe('mail about alarms', () => {
  test('goes to nobody, but there is a topic', () => {
    expect(off.Resources['AlarmMail']?.Condition).toBe('AlarmsMail');
    expect(holds(off, 'AlarmsMail')).toBe(false);
    expect(ofType(off, 'AWS::SNS::Topic')).toHaveLength(1);
  });

  test('goes to the address that is given', () => {
    expect(holds(on, 'AlarmsMail')).toBe(true);
    expect(on.Resources['AlarmMail']?.Properties).toEqual({
      TopicArn: { Ref: 'AlarmTopic' },
      Protocol: 'email',
      Endpoint: 'team@example.com',
    });
  });
});
