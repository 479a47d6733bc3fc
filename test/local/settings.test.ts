import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { MANY_SETTINGS, packageService } from '../support/package-service.ts';

interface Template {
  readonly Conditions: object;
  readonly Outputs: object;
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: object }>>;
}

let template: Template;

beforeAll(async () => {
  const folder = await packageService(MANY_SETTINGS);
  template = JSON.parse(await readFile(join(folder, 'cloudformation-template-update-stack.json'), 'utf8'));
});

function functions(): object[] {
  return Object.values(template.Resources).flatMap(({ Type, Properties }) =>
    Type === 'AWS::Lambda::Function' ? [Properties] : [],
  );
}

it('the setting tracing enables tracing for all functions', () => {
  for (const fn of functions()) expect(fn).toMatchObject({ TracingConfig: { Mode: 'Active' } });
  expect(template.Conditions).toMatchObject({ Traced: { 'Fn::Equals': [true, true] } });
});

it('the setting receiverReservedConcurrency reserves concurrency for the receiver only', () => {
  const reserved = functions().filter((fn) => 'ReservedConcurrentExecutions' in fn);
  expect(reserved).toEqual([
    expect.objectContaining({
      FunctionName: 'annofab-functions-dev-receive-webhook',
      ReservedConcurrentExecutions: 5,
    }),
  ]);
});

it('the setting alarmEmail subscribes the address to alarms', () => {
  expect(template.Resources['AlarmMail']?.Properties).toEqual({
    TopicArn: { Ref: 'AlarmTopic' },
    Protocol: 'email',
    Endpoint: 'team@example.com',
  });
});

it('the setting chatMessages gives one function the name of the secret, and its role the right to read it', () => {
  const variables = expect.objectContaining({ CHAT_FORMAT: 'slack', CHAT_SECRET_ID: 'annofab-functions/dev/chat' });
  const posting = functions().filter((fn) => JSON.stringify(fn).includes('CHAT_'));
  expect(posting).toEqual([expect.objectContaining({ Environment: { Variables: variables } })]);
  const { Policies } = Object(template.Resources['OnTaskCompletedRole']?.Properties);
  expect(Policies).toContainEqual(expect.objectContaining({ PolicyName: 'read-chat-secret' }));
});

it('the setting webhookUrl is the address that webhooks are registered and looked up with', () => {
  const address = { 'Fn::Sub': 'https://hooks.example.com' };
  const environment = expect.objectContaining({ WEBHOOK_URL: address });
  expect(functions()).toContainEqual(expect.objectContaining({ Environment: { Variables: environment } }));
  expect(template.Outputs).toMatchObject({ WebhookUrl: { Value: address } });
});

it('the API can be closed at its default address, and old versions kept for as long as needed', () => {
  expect(template.Resources['HttpApi']?.Properties).toMatchObject({ DisableExecuteApiEndpoint: true });
  expect(JSON.stringify(template.Resources['DatasetBucket']?.Properties)).toMatch(/"NoncurrentDays":"?7"?\}/);
});
