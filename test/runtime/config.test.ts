import { describe, expect, it } from 'vitest';
import {
  type ConfigError,
  type Environment,
  readConfig,
  SETTING_NAMES,
  settingsOf,
  type VariableName,
} from '../../lib/runtime/config.ts';

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

describe('the configuration', () => {
  it('has the defaults that the documents name', () => {
    const config = readConfig(
      ['ANNOFAB_ENDPOINT_URL', 'RATE_LIMITED_SECONDS', 'MAINTENANCE_SECONDS', ...SETTING_NAMES],
      {},
    );
    expect(config).toMatchObject({
      ANNOFAB_ENDPOINT_URL: 'https://annofab.com',
      RATE_LIMITED_SECONDS: 300,
      MAINTENANCE_SECONDS: 900,
    });
    expect(settingsOf(config)).toMatchObject({
      jobRunningSeconds: 120,
      earlyEventRetrySeconds: [10, 60, 300],
      archiveProjectIds: [],
      reconcileProjectIds: '*',
      queueUnfired: false,
      reconcileMinAgeSeconds: 300,
      resendAfterSeconds: 120,
    });
  });

  it('is read as the environment has it; what is empty counts as unset', () => {
    const env: Environment = { ANNOFAB_ENDPOINT_URL: 'http://127.0.0.1:4010', RATE_LIMITED_SECONDS: '' };
    expect(readConfig(['ANNOFAB_ENDPOINT_URL', 'RATE_LIMITED_SECONDS'], env)).toEqual({
      ANNOFAB_ENDPOINT_URL: 'http://127.0.0.1:4010',
      RATE_LIMITED_SECONDS: 300,
    });
  });

  it.each([
    ['*', '*'],
    ['project-a', ['project-a']],
    ['project-a, project-b', ['project-a', 'project-b']],
  ])('takes %j for the projects of the schedule', (value, expected) => {
    expect(readConfig(['ARCHIVE_PROJECT_IDS'], { ARCHIVE_PROJECT_IDS: value })).toEqual({
      ARCHIVE_PROJECT_IDS: expected,
    });
  });

  it.each<[VariableName, string]>([
    ['ANNOFAB_ENDPOINT_URL', 'annofab.com'],
    ['ANNOFAB_ENDPOINT_URL', 'file:///etc/passwd'],
    ['RATE_LIMITED_SECONDS', '5m'],
    ['RATE_LIMITED_SECONDS', '0'],
    ['RECORD_CONCURRENCY', '-1'],
    ['RECORD_CONCURRENCY', '1e9'],
    ['EARLY_EVENT_RETRY_SECONDS', '10,'],
    ['ARCHIVE_PROJECT_IDS', 'project-a,../project-b'],
    ['RECONCILE_PROJECT_IDS', 'project-a;project-b'],
    ['QUEUE_UNFIRED', 'yes'],
    ['WEBHOOK_URL', 'functions.example'],
    ['RESEND_AFTER_SECONDS', '0'],
  ])('refuses %s=%s', (name, value) => {
    expect(problemsOf(() => readConfig([name], { [name]: value }))).toEqual([expect.stringContaining(name)]);
  });

  it('tells all that is missing or wrong at once, each once', () => {
    const names = ['QUEUE_URL', 'DATASET_BUCKET', 'QUEUE_URL', 'RATE_LIMITED_SECONDS'] as const;
    expect(problemsOf(() => readConfig(names, { RATE_LIMITED_SECONDS: 'soon' }))).toEqual([
      'QUEUE_URL is missing',
      'DATASET_BUCKET is missing',
      'RATE_LIMITED_SECONDS must be a whole number from 1 to 999999',
    ]);
  });
});
