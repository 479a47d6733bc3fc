import { describe, expect, it } from 'vitest';
import { scheduleCron } from '../../../local/lambda/schedules.ts';
import { parseServerlessFile } from '../../../local/lambda/serverless-file/serverless-file.ts';

const parse = (text: string) => parseServerlessFile(text, { stage: 'local', region: 'ap-northeast-1' });
const fileWith = (fn: string) => `
service: s
provider: { name: aws }
functions:
  f:
    handler: a.handler
${fn}`;

describe('a serverless.yml', () => {
  it('gets the defaults of Lambda for missing fields', () => {
    expect(parse(fileWith('')).functions).toEqual([
      {
        key: 'f',
        fullName: 's-local-f',
        name: 'f',
        handler: 'a.handler',
        runtime: 'nodejs',
        timeoutMs: 6000,
        memoryMegabytes: 1024,
        environment: {},
        routes: [],
        sources: [],
        schedules: [],
      },
    ]);
  });

  it('accepts the short forms of events', () => {
    const [fn] = parse(
      fileWith(`    events:
      - httpApi: GET /a
      - sqs: arn:aws:sqs:r:1:q
      - schedule: rate(5 minutes)`),
    ).functions;
    expect(fn).toMatchObject({
      routes: [{ method: 'GET', path: '/a' }],
      sources: [{ arn: 'arn:aws:sqs:r:1:q', batchSize: 10, reportsFailures: false }],
      schedules: [{ expression: 'rate(5 minutes)', timezone: 'UTC' }],
    });
  });

  it('has its variables resolved, but not those of CloudFormation', () => {
    const [fn] = parse(
      fileWith(`    timeout: \${param:timeout, 7}
    environment:
      REGION: \${aws:region}
      STAGE: \${opt:stage, 'dev'}/\${sls:stage}
      ARN: !Sub \${AWS::Region}/\${Queue.Arn}/\${self:service}`),
    ).functions;
    expect(fn).toMatchObject({
      timeoutMs: 7000,
      environment: {
        REGION: 'ap-northeast-1',
        STAGE: 'local/local',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own
        ARN: { 'Fn::Sub': '${AWS::Region}/${Queue.Arn}/s' },
      },
    });
  });

  it('may split its resources, of which parts in other files are skipped', () => {
    const { queues, buckets } = parse(`${fileWith('')}
resources:
  - \${file(infra/roles.yml)}
  - Resources: { Jobs: { Type: AWS::SQS::Queue } }
  - Resources: { Files: { Type: AWS::S3::Bucket } }`);
    expect(queues).toEqual([{ logicalId: 'Jobs', properties: {} }]);
    expect(buckets).toEqual([{ logicalId: 'Files', properties: {} }]);
  });

  it('is refused when a variable has no value or a field has a wrong type', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the file
    expect(() => parse(fileWith('    timeout: ${param:unknown}'))).toThrow('${param:unknown} has no value');
    expect(() => parse(fileWith('    timeout: long'))).toThrow('functions.f.timeout must be a number');
    expect(() => parse(fileWith('    events: { sqs: x }'))).toThrow('functions.f.events must be a list');
  });
});

describe('a schedule of EventBridge', () => {
  const next = (expression: string, timezone: string, from: string) =>
    scheduleCron({ expression, timezone })?.nextRun(new Date(from))?.toISOString();

  it('runs in the time zone that it names', () => {
    expect(next('cron(0 5 * * ? *)', 'Asia/Tokyo', '2024-01-01T00:00:00Z')).toBe('2024-01-01T20:00:00.000Z');
  });

  it('counts the days of the week from Sunday, which is 1', () => {
    expect(next('cron(0 12 ? * 2 *)', 'UTC', '2024-01-02T00:00:00Z')).toBe('2024-01-08T12:00:00.000Z');
  });
});
