import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { LOG_FIELDS } from '../../lib/runtime/log-fields.ts';
import { ALERTS, createCounters, METRICS } from '../../lib/runtime/metrics.ts';
import { EVENT_TYPES } from '../../lib/webhooks/events.ts';
import { captureOutput } from '../lambda/support.ts';
import { metricMath, type Series } from '../support/metric-math.ts';
import { MANY_SETTINGS, packageService } from '../support/package-service.ts';

interface Metric {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions: readonly { readonly Name: string; readonly Value: unknown }[];
}

interface Alarm extends Metric {
  readonly AlarmName: string;
  readonly AlarmDescription: string;
  readonly EvaluationPeriods: number;
  readonly Metrics?: readonly {
    readonly Expression?: string;
    readonly MetricStat?: { readonly Metric: Metric; readonly Period: number };
  }[];
}

interface Widget {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: { readonly metrics?: readonly (readonly string[])[]; readonly alarms?: readonly string[] };
}

/** The metrics of AWS: one with a misspelt name would just have no data. */
const awsMetrics: Readonly<Record<string, readonly string[]>> = {
  'AWS/SQS': [
    'ApproximateNumberOfMessagesVisible',
    'ApproximateNumberOfMessagesNotVisible',
    'ApproximateAgeOfOldestMessage',
  ],
  'AWS/Lambda': ['Duration', 'ConcurrentExecutions', 'Errors', 'Throttles'],
  'AWS/States': ['ExecutionsFailed'],
  'AWS/ApiGateway': ['Count', '4xx', '5xx'],
  'AWS/DynamoDB': [
    'ConsumedReadCapacityUnits',
    'ConsumedWriteCapacityUnits',
    'ReadThrottleEvents',
    'WriteThrottleEvents',
  ],
};

const runbook = readText('docs/operations.md');
let resources: Record<string, { Type: string; Properties: Record<string, never> }>;

beforeAll(async () => {
  const template = await readFile(
    join(await packageService(MANY_SETTINGS), 'cloudformation-template-update-stack.json'),
    'utf8',
  );
  resources = JSON.parse(template).Resources;
});

afterEach(() => vi.unstubAllEnvs());

const ofType = (type: string) => Object.entries(resources).filter(([, { Type }]) => Type === type);
const alarms = (): Alarm[] => ofType('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Object(Properties));

/** The metrics that an alarm watches. */
function metricsOf({ Metrics, ...single }: Alarm): readonly Metric[] {
  return Metrics?.flatMap(({ MetricStat }) => MetricStat?.Metric ?? []) ?? [single];
}

function readText(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

describe('the runbook', () => {
  it('has an entry for each alarm, and no other', () => {
    const entries = [...runbook.matchAll(/^### (.+)$/gm)].map(([, entry]) => entry);
    const named = alarms().map(
      ({ AlarmDescription }) => /^docs\/operations\.md#([a-z-]+): /.exec(AlarmDescription)?.[1],
    );
    expect(named).not.toContain(undefined);
    expect(entries.sort()).toEqual([...new Set(named)].sort());
  });

  it('explains of each alarm what it means, what is lost, where to look, what to do and when it is over', () => {
    const [, ...entries] = (/^## Alarms$(.*?)^## /ms.exec(runbook)?.[1] ?? '').split(/^### /m);
    for (const entry of entries) {
      const labels = [...entry.matchAll(/^- \*\*(Means|Lost now|First look|Do|Over)\*\*/gm)].map(([, label]) => label);
      expect(labels, entry.slice(0, 30)).toEqual(['Means', 'Lost now', 'First look', 'Do', 'Over']);
    }
  });

  it('explains each of our metrics, with its dimensions', () => {
    const [, section = ''] = /^## Metrics$(.*?)^## /ms.exec(runbook) ?? [];
    const rows = [...section.matchAll(/^\| (`.*?) \| (`.*?) \|/gm)];
    const explained = rows.flatMap(([, names = '', dimensions = '']) =>
      names.split(', ').map((name) => [unquoted(name), dimensions.split(', ').map(unquoted)]),
    );
    expect(Object.fromEntries(explained)).toEqual(METRICS);
  });

  it('queries only fields that the functions log', () => {
    const queried = [...runbook.matchAll(/^ +(?:fields|\| stats count\(\*\) by) (.+)$/gm)].flatMap(([, names = '']) =>
      names.split(', '),
    );
    const known: readonly string[] = ['@timestamp', '@log', 'level', 'message', ...Object.values(LOG_FIELDS).flat()];
    expect(queried.length).toBeGreaterThan(10);
    expect(queried.filter((name) => !known.includes(name))).toEqual([]);
  });
});

function unquoted(text: string): string {
  return text.replaceAll('`', '');
}

describe('an alarm', () => {
  it('has a name of this stage, with its entry in the runbook', () => {
    for (const { AlarmName, AlarmDescription } of alarms()) {
      const [, entry] = /#([a-z-]+):/.exec(AlarmDescription) ?? [];
      expect(AlarmName).toMatch(new RegExp(`^annofab-functions-dev-${entry}(-|$)`));
    }
    expect(new Set(alarms().map(({ AlarmName }) => AlarmName)).size).toBe(alarms().length);
  });

  it('notifies the topic when it goes off and when it is over', () => {
    for (const alarm of alarms()) {
      expect(alarm).toMatchObject({ AlarmActions: [{ Ref: 'AlarmTopic' }], OKActions: [{ Ref: 'AlarmTopic' }] });
    }
  });

  it('does not go off without data, except for the one that expects runs of the reconciliation', () => {
    const expecting = ofType('AWS::CloudWatch::Alarm').filter(([, { Properties }]) =>
      isBreachingWhenSilent(Properties),
    );
    expect(expecting.map(([id]) => id)).toEqual(['ReconciliationNotRunAlarm']);
  });

  it('exists for each queue, each dead-letter queue, each function and each alert', () => {
    const watched = alarms()
      .flatMap(metricsOf)
      .map(({ MetricName, Dimensions }) => JSON.stringify([MetricName, Dimensions.at(-1)]));
    const expected = [
      ...ofType('AWS::SQS::Queue').map(([id]) => [
        id.endsWith('DeadLetterQueue') ? 'ApproximateNumberOfMessagesVisible' : 'ApproximateAgeOfOldestMessage',
        { Name: 'QueueName', Value: { 'Fn::GetAtt': [id, 'QueueName'] } },
      ]),
      // The state machine retries its functions, and has an alarm of its own.
      ...ofType('AWS::StepFunctions::StateMachine').map(([id]) => [
        'ExecutionsFailed',
        { Name: 'StateMachineArn', Value: { Ref: id } },
      ]),
      ...ofType('AWS::Lambda::Function')
        .filter(([id]) => !OF_STATE_MACHINE.test(id))
        .flatMap(([id]) => [
          ['Throttles', { Name: 'FunctionName', Value: { Ref: id } }],
          // The reconciliation may fail occasionally: an alarm goes off when it has not run for long.
          ...(id === 'ReconcileDeliveriesLambdaFunction'
            ? []
            : [['Errors', { Name: 'FunctionName', Value: { Ref: id } }]]),
        ]),
      ...ALERTS.map((reason) => ['alert', { Name: 'reason', Value: reason }]),
      ['reconciled', { Name: 'function', Value: 'reconcile-deliveries' }],
    ];
    for (const one of expected) expect(watched).toContain(JSON.stringify(one));
  });

  it('watches only metrics that AWS has', () => {
    const ofAws = alarms()
      .flatMap(metricsOf)
      .filter(({ Namespace }) => Namespace.startsWith('AWS/'));
    for (const { Namespace, MetricName } of ofAws) expect(awsMetrics[Namespace]).toContain(MetricName);
  });

  it('watches only metrics of ours that the functions count', () => {
    const ours = alarms()
      .flatMap(metricsOf)
      .filter(({ Namespace }) => !Namespace.startsWith('AWS/'));
    expect(ours.length).toBeGreaterThan(20);
    for (const { Namespace, MetricName, Dimensions } of ours) {
      const [service, dimension] = Dimensions.map(({ Name, Value }) => [Name, String(Value)]);
      expectCounted([Namespace, MetricName, ...(service ?? []), ...(dimension ?? [])]);
    }
  });
});

describe('the alarm for new dead letters', () => {
  const none = undefined;

  /** In which periods it is in the state ALARM. */
  function goesOff(series: { dead?: Series; visible?: Series; hidden?: Series }): boolean[] {
    const silent = Object.values(series)[0]?.map(() => none) ?? [];
    const metrics = { dead: silent, visible: silent, hidden: silent, ...series };
    return metricMath(deadLetterAlarms()[0]?.Metrics?.[0]?.Expression ?? '', metrics).map((value) => (value ?? 0) > 0);
  }

  function deadLetterAlarms(): Alarm[] {
    return alarms().filter(({ AlarmDescription }) => AlarmDescription.startsWith('docs/operations.md#dead-letters:'));
  }

  it('goes off at each new one while an older one still waits', () => {
    expect(goesOff({ visible: [0, 1, 1, 1, 2, 2] })).toEqual([false, true, false, false, true, false]);
  });

  it('goes off at the first one in a queue that SQS reported nothing about', () => {
    expect(goesOff({ visible: [none, none, 1, 1] })).toEqual([false, false, true, false]);
  });

  it('does not go off when SQS reports late about a message that was known', () => {
    expect(goesOff({ visible: [1, 1, none, 1] })).toEqual([false, false, false, false]);
  });

  it('does not go off when a command looks at the messages, and hides them for that time', () => {
    expect(goesOff({ visible: [2, 0, 2], hidden: [0, 2, 0] })).toEqual([false, false, false]);
  });

  it('goes off at one that arrives while another is sent again', () => {
    expect(goesOff({ visible: [1, 1, 1], dead: [none, 1, none] })).toEqual([false, true, false]);
  });

  it('exists for each queue with the same expression, and notifies once in each period of five minutes at most', () => {
    expect(deadLetterAlarms()).toHaveLength(EVENT_TYPES.length);
    expect(new Set(deadLetterAlarms().map(({ Metrics }) => Metrics?.[0]?.Expression)).size).toBe(1);
    for (const { EvaluationPeriods, Metrics = [] } of deadLetterAlarms()) {
      expect(EvaluationPeriods).toBe(1);
      expect(Metrics.flatMap(({ MetricStat }) => MetricStat?.Period ?? [])).toEqual([300, 300, 300]);
    }
  });
});

const OF_STATE_MACHINE = /^(PlanDataset|ConvertDatasetShard|MergeDataset)LambdaFunction$/;

function isBreachingWhenSilent(alarm: { TreatMissingData?: string }): boolean {
  return alarm.TreatMissingData !== 'notBreaching';
}

/** The values that dimensions can have. */
const values: Readonly<Record<string, readonly string[]>> = {
  event_type: EVENT_TYPES,
  function: ['start-archive-updates', 'reconcile-deliveries'],
  reason: [
    ...ALERTS,
    ...[...readText('lib/deliveries/receive/receive-webhook.ts').matchAll(/new HttpProblem\(\d+, '([a-z-]+)'/g)].map(
      ([, reason = '']) => reason,
    ),
  ],
};

/** Expects that the functions count exactly this metric: with these dimensions, and with one of their values. */
function expectCounted([
  namespace,
  name = '',
  service,
  serviceName,
  dimension = '',
  value = '',
  ...more
]: string[]): void {
  expect([namespace, service, serviceName, ...more]).toEqual(['annofab-functions-dev', 'service', 'annofab-functions']);
  expect(Object.entries(METRICS).find(([counted]) => counted === name)?.[1], name).toContain(dimension);
  expect(values[dimension]).toContain(value);
}

it('the functions write a metric with its service and one dimension, in the namespace of their stage', () => {
  const output = captureOutput();
  for (const [, { Properties }] of ofType('AWS::Lambda::Function')) {
    const { Variables } = Object(Properties['Environment']);
    expect(Variables).toMatchObject({
      POWERTOOLS_METRICS_NAMESPACE: 'annofab-functions-dev',
      POWERTOOLS_SERVICE_NAME: 'annofab-functions',
    });
    vi.stubEnv('POWERTOOLS_METRICS_NAMESPACE', Variables.POWERTOOLS_METRICS_NAMESPACE);
  }
  const counters = createCounters();
  counters.count('alert', { reason: 'secret' });
  counters.publish();
  expect(output.metrics()).toEqual([
    {
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [
          {
            Namespace: 'annofab-functions-dev',
            Dimensions: [['service', 'reason']],
            Metrics: [{ Name: 'alert', Unit: 'Count' }],
          },
        ],
      },
      service: 'annofab-functions',
      reason: 'secret',
      alert: 1,
    },
  ]);
});

describe('the dashboard', () => {
  /** Its widgets, with the values of CloudFormation as `id` or `id.attribute`. */
  function widgets(): Widget[] {
    const [[, { Properties }] = ['', { Properties: {} }]] = ofType('AWS::CloudWatch::Dashboard');
    const { DashboardBody } = Object(Properties);
    return JSON.parse(DashboardBody['Fn::Sub'].replaceAll(/\$\{([^}]+)\}/g, '$1')).widgets;
  }

  it('has no overlapping widgets, in 24 columns', () => {
    const taken = new Set<string>();
    for (const { x, y, width, height } of widgets()) {
      expect(x + width).toBeLessThanOrEqual(24);
      for (let column = x; column < x + width; column += 1) {
        for (let row = y; row < y + height; row += 1) {
          expect(taken).not.toContain(`${column},${row}`);
          taken.add(`${column},${row}`);
        }
      }
    }
  });

  it('shows each alarm', () => {
    const shown = widgets().flatMap(({ properties }) => properties.alarms ?? []);
    expect(shown).toEqual(ofType('AWS::CloudWatch::Alarm').map(([id]) => `${id}.Arn`));
  });

  it('shows only metrics that exist, of resources that exist', () => {
    const metrics = widgets().flatMap(({ properties }) => expanded(properties.metrics ?? []));
    expect(metrics.length).toBeGreaterThan(80);
    for (const metric of metrics) {
      const [namespace = '', name = '', , value = ''] = metric;
      if (!namespace.startsWith('AWS/')) {
        expectCounted(metric);
        continue;
      }
      expect(awsMetrics[namespace]).toContain(name);
      expect(resources).toHaveProperty(value.replace('.QueueName', ''));
    }
  });
});

/** `...` repeats the beginning of the metric before it. */
function expanded(metrics: readonly (readonly string[])[]): string[][] {
  const whole: string[][] = [];
  for (const [first = '', ...rest] of metrics) {
    const before = whole.at(-1) ?? [];
    whole.push(first === '...' ? [...before.slice(0, -rest.length), ...rest] : [first, ...rest]);
  }
  return whole;
}
