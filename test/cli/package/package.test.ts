import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { concurrencyWarning, limitProblem, workersOf } from '../../../cli/package/concurrency-warning.ts';
import { packageProblems } from '../../../cli/package/package-problems.ts';
import type { Template } from '../../../cli/package/template.ts';
import { defaultSettings } from '../../../lib/settings/stage-settings.ts';
import { packageService } from '../../support/package-service.ts';

const service = join(import.meta.dirname, '..', '..', '..');
let template: Template;

beforeAll(async () => {
  const folder = await packageService();
  template = JSON.parse(await readFile(join(folder, 'cloudformation-template-update-stack.json'), 'utf8'));
});

/** The problems of the package with other properties in one of its resources. */
function problemsWith(id: string, change: (properties: Record<string, never>) => object) {
  const { Type = '', Properties = {} } = template.Resources[id] ?? {};
  const changed = { Type, Properties: { ...Properties, ...change(Object(Properties)) } };
  const Resources = { ...template.Resources, [id]: changed };
  return packageProblems({ service, template: { ...template, Resources }, params: [], stage: 'dev' });
}

/** The problems of the package with other variables of one function; `undefined` takes one away. */
function problemsInEnvironment(id: string, variables: Readonly<Record<string, string | undefined>>) {
  return problemsWith(`${id}LambdaFunction`, ({ Environment }) => {
    const { Variables } = Object(Environment);
    return { Environment: { Variables: JSON.parse(JSON.stringify({ ...Variables, ...variables })) } };
  });
}

describe('the check of a package', () => {
  it('accepts what is packaged with the defaults', async () => {
    expect(await packageProblems({ service, template, params: [], stage: 'dev' })).toEqual([]);
  });

  it('refuses every --param, which a later deployment without it would reset', async () => {
    const params = ['queueUnfired=true', 'exportConcurrency=3'];
    expect(await packageProblems({ service, template, params, stage: 'dev' })).toEqual([
      '--param queueUnfired has no effect: set it in settings/dev.yml',
      '--param exportConcurrency has no effect: set it in settings/dev.yml',
    ]);
  });

  it.each([
    ['ReconcileDeliveries', { QUEUE_UNFIRED: 'yes' }, 'must be true or false'],
    ['OnTaskCompleted', { FRAME_CONCURRENCY: '0' }, 'must be a whole number from 1 to 999999'],
    ['ReconcileDeliveries', { WEBHOOK_URL: 'hooks.example.com' }, 'must be an http(s) address'],
    ['StartArchiveUpdates', { ARCHIVE_PROJECT_IDS: '../a' }, 'must be project ids'],
    ['ReceiveWebhook', { LOG_LEVEL: 'LOUD' }, 'must be one of TRACE, DEBUG'],
  ])('refuses a variable that %s could not read: %j', async (id, variables, problem) => {
    const [name] = Object.keys(variables);
    expect(await problemsInEnvironment(id, variables)).toEqual([expect.stringContaining(`: ${name} ${problem}`)]);
  });

  it('refuses a function without a variable that it needs, and one with a variable that nothing reads', async () => {
    const variables = { DATASET_BUCKET: undefined, FRAME_CONCURENCY: '4' };
    expect(await problemsInEnvironment('OnTaskCompleted', variables)).toEqual([
      'on-task-completed: DATASET_BUCKET is missing',
      'on-task-completed: FRAME_CONCURENCY is set, and nothing reads it',
    ]);
  });

  it('refuses a stage so long that AWS would not take the names of the functions', async () => {
    const FunctionName = `annofab-functions-${'s'.repeat(20)}-on-annotation-archive-updated`;
    expect(await problemsWith('OnAnnotationArchiveUpdatedLambdaFunction', () => ({ FunctionName }))).toEqual([
      `${FunctionName} has 68 characters, and AWS allows 64: use a shorter stage`,
    ]);
  });

  it('refuses to reserve nothing for the receiver, which would switch it off', async () => {
    expect(await problemsWith('ReceiveWebhookLambdaFunction', () => ({ ReservedConcurrentExecutions: 0 }))).toEqual([
      'ReservedConcurrentExecutions of ReceiveWebhookLambdaFunction must be at least 1',
    ]);
  });
});

describe('a deployment', () => {
  it('warns when the workers can use up the concurrent executions of the account', () => {
    expect(concurrencyWarning(template, 9)).toMatch(/may run 9 functions at the same time, and this stage can use 10:/);
  });

  it('does not warn with the defaults in a new account', () => {
    expect(concurrencyWarning(template, 10)).toBeUndefined();
    expect(limitProblem(workersOf(defaultSettings()), 9)).toBe(concurrencyWarning(template, 9));
  });
});

it('npm run package refuses all problems of the settings file at once', async () => {
  const refused = await packageService({
    queueUnfired: 'yes',
    frameConcurrency: 0,
    exportConcurency: 3,
    alarmEmail: 'team',
    closeDefaultAddress: true,
  }).catch(String);
  expect(refused).toContain('The package was refused:');
  for (const problem of [
    'settings/dev.yml: queueUnfired must be true or false',
    'settings/dev.yml: frameConcurrency must be a whole number from 1 to 100',
    'settings/dev.yml: exportConcurency is unknown: did you mean exportConcurrency?',
    'settings/dev.yml: alarmEmail must be a mail address',
    'settings/dev.yml: closeDefaultAddress closes the only address of the webhooks',
  ]) {
    expect(refused).toContain(problem);
  }
});
