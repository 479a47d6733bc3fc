import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { deployerPolicy, RIGHTS, type Statement } from '../../../cli/package/deployer-policy.ts';
import type { Template } from '../../../cli/package/template.ts';
import { MANY_SETTINGS, packageService } from '../../support/package-service.ts';

const service = 'annofab-functions';
const deployment = { service, stage: 'dev', account: '123456789012', region: 'ap-northeast-1' };
const boundary = 'arn:aws:iam::123456789012:policy/boundary';
const key = 'arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555';
/** The characters of a managed policy, without spaces. */
const MAX_CHARACTERS = 6_144;
const templates: Template[] = [];

beforeAll(async () => {
  for (const settings of [undefined, MANY_SETTINGS]) {
    const folder = await packageService(settings);
    for (const step of ['create', 'update'])
      templates.push(JSON.parse(await readFile(join(folder, `cloudformation-template-${step}-stack.json`), 'utf8')));
  }
});

const resources = () => templates.flatMap(({ Resources }) => Object.values(Resources));
const matches = (pattern: string, text: string) =>
  new RegExp(`^${pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(text);

function statementsFor(action: string, options = deployment): readonly Statement[] {
  return deployerPolicy(options).Statement.filter(({ Action }) => Action.some((one) => matches(one, action)));
}

/** Whether the policy allows an action on a resource, conditions aside. */
function allows(action: string, arn: string, options = deployment): boolean {
  return statementsFor(action, options).some(({ Resource }) => Resource.some((one) => matches(one, arn)));
}

/** The ARNs of the resources whose names are in the template, by the action that creates them. */
const NAMED: Readonly<Record<string, readonly [property: string, action: string, arn: string]>> = {
  'AWS::Lambda::Function': ['FunctionName', 'lambda:CreateFunction', 'lambda:ap-northeast-1:123456789012:function:'],
  'AWS::Logs::LogGroup': ['LogGroupName', 'logs:CreateLogGroup', 'logs:ap-northeast-1:123456789012:log-group:'],
  'AWS::CloudWatch::Alarm': ['AlarmName', 'cloudwatch:PutMetricAlarm', 'cloudwatch:ap-northeast-1:123456789012:alarm:'],
  'AWS::CloudWatch::Dashboard': ['DashboardName', 'cloudwatch:PutDashboard', 'cloudwatch::123456789012:dashboard/'],
  'AWS::SNS::Topic': ['TopicName', 'sns:CreateTopic', 'sns:ap-northeast-1:123456789012:'],
};

describe('the policy of a deployer', () => {
  it('has the rights for every type of resource in the template, and for no other', () => {
    const types = new Set(resources().map(({ Type }) => Type));
    expect([...types].filter((type) => !Object.hasOwn(RIGHTS, type))).toEqual([]);
    expect(Object.keys(RIGHTS).filter((type) => !types.has(type))).toEqual([]);
  });

  it.each(Object.entries(NAMED))(
    'reaches each %s by its name, and not one of another stage',
    (type, [name, action, arn]) => {
      const names = resources().flatMap(({ Type, Properties = {} }) =>
        Type === type ? [String(Properties[name])] : [],
      );
      expect(names).not.toEqual([]);
      for (const one of names) {
        expect({ one, allowed: allows(action, `arn:aws:${arn}${one}`) }).toEqual({ one, allowed: true });
        const other = one.replace(`${service}-dev`, `${service}-prod`);
        expect({ other, allowed: allows(action, `arn:aws:${arn}${other}`) }).toEqual({ other, allowed: false });
      }
    },
  );

  it('reaches resources whose names CloudFormation makes, also when it shortens the name of the stack', () => {
    const staging = { ...deployment, stage: 'staging' };
    const role = 'arn:aws:iam::123456789012:role/annofab-functions-';
    expect(allows('iam:CreateRole', `${role}dev-ReceiveWebhookRole-AbC`)).toBe(true);
    expect(allows('iam:CreateRole', `${role}prod-ReceiveWebhookRole-AbC`)).toBe(false);
    expect(allows('iam:CreateRole', `${role}stagin-ReceiveWebhookRole-AbC`, staging)).toBe(true);
    expect(allows('s3:PutObject', 'arn:aws:s3:::annofab-functions-dev-serverlessdeploymentbucket-abc/a.zip')).toBe(
      true,
    );
  });

  it('reads no annotation, no message, no delivery and no secret', () => {
    expect(allows('s3:GetObject', 'arn:aws:s3:::annofab-functions-dev-datasetbucket-abc/projects/p')).toBe(false);
    for (const action of [
      'sqs:ReceiveMessage',
      'dynamodb:GetItem',
      'secretsmanager:GetSecretValue',
      'lambda:InvokeFunction',
    ])
      expect(statementsFor(action)).toEqual([]);
  });

  it('names an action for all resources only where AWS has none narrower, or under a condition', () => {
    const wide = deployerPolicy(deployment).Statement.filter(({ Resource }) => Resource.includes('*'));
    expect(wide.filter(({ Condition }) => Condition === undefined).flatMap(({ Action }) => Action)).toEqual([
      'cloudformation:ValidateTemplate',
      'lambda:GetAccountSettings',
      'logs:*LogDeliver*',
      'logs:Describe*',
      'logs:PutResourcePolicy',
    ]);
    expect(statementsFor('lambda:CreateEventSourceMapping')).toMatchObject([{ Condition: { ArnLike: {} } }]);
    expect(statementsFor('iam:PassRole')).toMatchObject([{ Condition: { StringEquals: {} } }]);
  });

  it('makes roles only within the permissions boundary of the settings', () => {
    const [statement] = deployerPolicy({ ...deployment, permissionsBoundary: boundary }).Statement.filter(
      ({ Action }) => Action.includes('iam:CreateRole'),
    );
    expect(statement).toMatchObject({
      Action: ['iam:CreateRole', 'iam:PutRolePermissionsBoundary', 'iam:PutRolePolicy'],
      Condition: { StringEquals: { 'iam:PermissionsBoundary': boundary } },
    });
  });

  it('fits into a managed policy, with all settings and a long stage', () => {
    const all = { ...deployment, stage: 'a-stage-of-twenty', permissionsBoundary: boundary, kmsKeyArn: key };
    expect(JSON.stringify(deployerPolicy(all)).length).toBeLessThan(MAX_CHARACTERS);
  });
});
