import { describe, expect, it } from 'vitest';
import type { Environment } from '../../lib/runtime/environment.ts';
import { readConfigAndSettings } from '../../lib/runtime/settings.ts';
import { type ConfigError, readConfig } from '../../lib/runtime/variables.ts';

const problemsOf = (read: () => unknown): readonly string[] => {
  try {
    read();
    return [];
  } catch (error) {
    const isConfigError = (value: unknown): value is ConfigError =>
      value instanceof Error && value.name === 'ConfigError';
    if (!isConfigError(error)) throw error;
    return error.problems;
  }
};

const OPTIONAL_VARIABLES = [
  'ANNOFAB_ENDPOINT_URL',
  'RATE_LIMITED_SECONDS',
  'MAINTENANCE_SECONDS',
  'RECORD_CONCURRENCY',
  'AWS_TIMEOUT_MS',
  'ANSWER_WITHIN_MS',
] as const;
const settingsIn = (env: Environment) => readConfigAndSettings([], env).settings;

describe('readConfig', () => {
  it('uses the documented default of a variable that is not set', () => {
    expect(readConfig(OPTIONAL_VARIABLES, {})).toEqual({
      ANNOFAB_ENDPOINT_URL: 'https://annofab.com',
      RATE_LIMITED_SECONDS: 300,
      MAINTENANCE_SECONDS: 900,
      RECORD_CONCURRENCY: 5,
      AWS_TIMEOUT_MS: 1_000,
      // Every answer is to be sent within three seconds.
      ANSWER_WITHIN_MS: 2_700,
    });
  });

  it('reads the environment, and treats an empty variable as unset', () => {
    const env: Environment = { ANNOFAB_ENDPOINT_URL: 'http://127.0.0.1:4010', RATE_LIMITED_SECONDS: '' };
    expect(readConfig(['ANNOFAB_ENDPOINT_URL', 'RATE_LIMITED_SECONDS'], env)).toEqual({
      ANNOFAB_ENDPOINT_URL: 'http://127.0.0.1:4010',
      RATE_LIMITED_SECONDS: 300,
    });
  });

  it('reports every missing or wrong variable at once, and each once', () => {
    const names = ['QUEUE_URL', 'DATASET_BUCKET', 'QUEUE_URL', 'RATE_LIMITED_SECONDS'] as const;
    expect(problemsOf(() => readConfig(names, { RATE_LIMITED_SECONDS: 'soon' }))).toEqual([
      'QUEUE_URL is missing',
      'DATASET_BUCKET is missing',
      'RATE_LIMITED_SECONDS must be a whole number from 1 to 999999',
    ]);
  });
});

describe('readConfigAndSettings', () => {
  it('uses the documented default of a setting that is not set', () => {
    expect(settingsIn({})).toMatchObject({
      jobRunningSeconds: 120,
      earlyEventRetrySeconds: [10, 60, 300],
      frameConcurrency: 4,
      archiveProjectIds: [],
      reconcileProjectIds: '*',
      queueUnfired: false,
      reconcileMinAgeSeconds: 300,
      resendAfterSeconds: 120,
    });
  });

  it('reads each setting from its variable', () => {
    const env = { JOB_RUNNING_SECONDS: '7', EARLY_EVENT_RETRY_SECONDS: '1,2', QUEUE_UNFIRED: 'true' };
    expect(settingsIn(env)).toMatchObject({ jobRunningSeconds: 7, earlyEventRetrySeconds: [1, 2], queueUnfired: true });
  });

  it.each([
    ['*', '*'],
    ['project-a', ['project-a']],
    ['project-a, project-b', ['project-a', 'project-b']],
    ['', []],
    [' ', []],
  ])('reads the projects %j', (value, expected) => {
    expect(settingsIn({ ARCHIVE_PROJECT_IDS: value }).archiveProjectIds).toEqual(expected);
  });

  it('takes an empty list for none, and not for the default', () => {
    const env = { RECONCILE_PROJECT_IDS: '', EARLY_EVENT_RETRY_SECONDS: '' };
    expect(settingsIn(env)).toMatchObject({ reconcileProjectIds: [], earlyEventRetrySeconds: [] });
  });

  it('reports the problems of variables and settings at once', () => {
    const read = () => readConfigAndSettings(['QUEUE_URL'], { QUEUE_UNFIRED: 'yes' });
    expect(problemsOf(read)).toEqual(['QUEUE_URL is missing', 'QUEUE_UNFIRED must be true or false']);
  });

  it.each([
    ['ANNOFAB_ENDPOINT_URL', 'annofab.com'],
    ['ANNOFAB_ENDPOINT_URL', 'file:///etc/passwd'],
    ['RATE_LIMITED_SECONDS', '5m'],
    ['RATE_LIMITED_SECONDS', '0'],
    ['RECORD_CONCURRENCY', '-1'],
    ['RECORD_CONCURRENCY', '1e9'],
    ['EARLY_EVENT_RETRY_SECONDS', '10,'],
    ['RECONCILE_PROJECT_IDS', 'project-a,'],
    ['RECONCILE_PROJECT_IDS', ','],
    ['ARCHIVE_PROJECT_IDS', 'project-a,../project-b'],
    ['RECONCILE_PROJECT_IDS', 'project-a;project-b'],
    ['QUEUE_UNFIRED', 'yes'],
    ['RESEND_AFTER_SECONDS', '0'],
  ])('rejects %s=%s', (name, value) => {
    expect(problemsOf(() => readConfigAndSettings(OPTIONAL_VARIABLES, { [name]: value }))).toEqual([
      expect.stringContaining(name),
    ]);
  });

  it('rejects an address without http or https', () => {
    expect(problemsOf(() => readConfig(['WEBHOOK_URL'], { WEBHOOK_URL: 'functions.example' }))).toEqual([
      'WEBHOOK_URL must be an http(s) address',
    ]);
  });
});
