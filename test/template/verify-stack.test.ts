import { describe, expect, it } from 'vitest';
import type { DeployedStack } from './deploy.ts';
import { judge } from './findings.ts';
import type { Pushed } from './push.ts';
import type { Template } from './template.ts';
import { verifyStack } from './verify-stack.ts';

const template: Template = {
  Conditions: { Loud: { 'Fn::Equals': ['false', true] } },
  Resources: {
    DeadLetters: { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 1_209_600 } },
    Queue: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['DeadLetters', 'Arn'] }, maxReceiveCount: 5 },
        Tags: [{ 'Fn::If': ['Loud', { Key: 'loud' }, { Ref: 'AWS::NoValue' }] }],
      },
    },
    Function: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Architectures: ['arm64'],
        // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own
        Environment: { Variables: { QUEUE: { Ref: 'Queue' }, API: { 'Fn::Sub': '${Api}.${AWS::Region}/${Queue}' } } },
      },
    },
    Api: { Type: 'AWS::ApiGatewayV2::Api' },
    Siren: { Type: 'AWS::SNS::Topic', Condition: 'Loud' },
  },
};

const found = {
  DeadLetters: { MessageRetentionPeriod: '1209600', Arn: 'arn:dead', VisibilityTimeout: '30' },
  Queue: { RedrivePolicy: { deadLetterTargetArn: 'arn:dead', maxReceiveCount: 5 }, Tags: [], Arn: 'arn:queue' },
  Function: {
    Architectures: ['x86_64'],
    Environment: { Variables: { QUEUE: 'queue', API: 'passed-over:Api.eu-west-1/queue' } },
  },
};

const pushed: Pushed[string] = { expected: { Name: 'api' }, found: { Name: 'api', ApiId: '1' } };

/** The stack that moto would create, with changes. */
function verify(changes: Record<string, Record<string, unknown>> = {}, api: Pushed[string] = pushed) {
  const resources: Record<string, DeployedStack['resources'][string]> = {};
  for (const [id, properties] of Object.entries({ ...found, ...changes })) {
    resources[id] = { id: id.toLowerCase(), found: properties };
  }
  return verifyStack(template, { resources }, { Api: api }, 'eu-west-1');
}

describe('a deployed stack', () => {
  it('is verified where it matches the template, and the rest is reported', () => {
    expect(verify()).toEqual({
      verified: ['DeadLetters', 'Queue', 'Function'],
      pushed: ['Api'],
      passedOver: [],
      properties: 5,
      ignored: ['Function.Architectures'],
      problems: [],
    });
  });

  it.each([
    ['a value that differs', { DeadLetters: { ...found.DeadLetters, MessageRetentionPeriod: '345600' } }],
    ['a reference to another resource', { Queue: { ...found.Queue, RedrivePolicy: { deadLetterTargetArn: 'arn:x' } } }],
    ['a list with more in it', { Queue: { ...found.Queue, Tags: [{ Key: 'loud' }] } }],
    ['a property that is not there', { DeadLetters: { Arn: 'arn:dead' } }],
  ])('is not accepted with %s', (_what, changes) => {
    const { problems, verified } = verify(changes);
    const [id] = Object.keys(changes);
    expect(problems).toEqual([expect.stringMatching(`^${id}\\.`)]);
    expect(verified).not.toContain(id);
  });

  it('is not verified where an API refused a resource, or took another value than asked for', () => {
    expect(verify({}, { expected: { Name: 'api' }, refused: 'ParamValidationError: no' }).problems).toEqual([
      'Api was refused: ParamValidationError: no',
    ]);
    expect(verify({}, { expected: { Name: 'api' }, found: { Name: 'another' } })).toMatchObject({
      pushed: [],
      problems: [expect.stringContaining('Api.Name')],
    });
  });

  it.each([
    ['is verified', '1209600', []],
    ['is not accepted', '345600', [expect.any(String), expect.any(String)]],
  ])(
    "%s where moto's CloudFormation took a part of a property, and the API of the service %s",
    (_what, value, problems) => {
      const resources = Object.fromEntries(
        Object.entries({ ...found, DeadLetters: { Arn: 'arn:dead' } }).map(([id, each]) => [
          id,
          { id: id.toLowerCase(), found: each },
        ]),
      );
      const byApi = { expected: { MessageRetentionPeriod: '1209600' }, found: { MessageRetentionPeriod: value } };
      const verdict = verifyStack(template, { resources }, { Api: pushed, DeadLetters: byApi }, 'eu-west-1');
      expect(verdict.problems).toEqual(problems);
    },
  );

  it('is not whole without a resource for which no API call is known', () => {
    const resources = Object.fromEntries(
      Object.entries(found).map(([id, each]) => [id, { id: id.toLowerCase(), found: each }]),
    );
    expect(verifyStack(template, { resources }, {}, 'eu-west-1').problems).toEqual([
      'Api was not made: the suite does not know the API call for AWS::ApiGatewayV2::Api',
    ]);
  });

  it('has no resource whose condition is false', () => {
    expect(verify({ Siren: {} }).problems).toEqual(['Siren is there and should not be']);
  });

  it('is incomplete without a resource that moto supports', () => {
    const { DeadLetters, ...rest } = found;
    const resources = Object.fromEntries(
      Object.entries(rest).map(([id, properties]) => [id, { id, found: properties }]),
    );
    expect(verifyStack(template, { resources }, { Api: pushed }, 'eu-west-1').problems).toContain(
      'DeadLetters was not made, though moto makes AWS::SQS::Queue',
    );
  });

  it('reports a resource that moto supports although it is listed as ignored', () => {
    const { problems } = verify({ Function: { ...found.Function, Architectures: ['arm64'] } });
    expect(problems).toEqual([expect.stringContaining('off the list')]);
  });
});

describe('a finding of a checker', () => {
  const finding = { check: 'CKV_1', resource: 'AWS::SQS::Queue.Queue', message: 'is not blue' };
  const accepted = { check: 'CKV_1', resources: /^AWS::SQS::Queue\./, reason: 'grey is enough' };

  it('is a problem unless it is accepted', () => {
    expect(judge([finding], [accepted], { isWhole: true })).toEqual([]);
    expect(judge([finding, { ...finding, check: 'CKV_2' }], [accepted], { isWhole: true })).toEqual([
      'CKV_2 AWS::SQS::Queue.Queue: is not blue',
    ]);
    expect(judge([finding, { ...finding, resource: 'AWS::SNS::Topic.T' }], [accepted], { isWhole: true })).toHaveLength(
      1,
    );
  });

  it('is a problem when it is accepted but no longer found', () => {
    expect(judge([], [accepted], { isWhole: true })).toEqual([
      'CKV_1 is accepted for ^AWS::SQS::Queue\\., and nothing is found there',
    ]);
    expect(judge([], [accepted], { isWhole: false }), 'it may be found in another template').toEqual([]);
  });
});
