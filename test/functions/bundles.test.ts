import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SUBSTITUTES } from '../../local/lambda/bundle/substitutes.ts';
import { filesInBundle } from '../support/bundle-files.ts';

const root = join(import.meta.dirname, '..', '..');

/** What each bundle holds of what is heavy. A bundle pays for each at every cold start. */
const HEAVY = ['undici', '@aws-sdk/client-s3', '@aws-sdk/client-sqs', '@aws-sdk/client-secrets-manager'] as const;
/** To start the state machine for datasets. */
const STEP_FUNCTIONS = '@aws-sdk/client-sfn';
const expected: Readonly<Record<string, readonly (typeof HEAVY)[number][]>> = {
  'receive-webhook': ['@aws-sdk/client-sqs', '@aws-sdk/client-secrets-manager'],
  'on-task-completed': HEAVY,
  'on-annotation-archive-updated': HEAVY,
  'on-input-data-zip-registered': HEAVY,
  'on-project-copy-completed': HEAVY,
  'reconcile-deliveries': HEAVY,
  'remove-old-versions': ['@aws-sdk/client-s3'],
  'plan-dataset': ['@aws-sdk/client-s3'],
  'convert-dataset-shard': ['@aws-sdk/client-s3'],
  'merge-dataset': ['@aws-sdk/client-s3'],
  'start-archive-updates': ['undici', '@aws-sdk/client-secrets-manager'],
};

/** They read archives in the bucket; the first where datasets are on. */
const READS_ARCHIVES = {
  names: ['on-annotation-archive-updated', 'plan-dataset', 'convert-dataset-shard'],
  uses: /^node_modules\/yauzl\//,
};

/** What functions only loaded before: it came back if a new version of a package had it in another place. */
const NEVER_USED =
  /^node_modules\/(yauzl|undici\/lib\/(web|mock|interceptor|cache|milo)|@aws-sdk\/credential-provider-\w+|@smithy\/core\/dist-es\/submodules\/event-streams)\//;

describe('the bundle of', () => {
  it('every function is known here', () => {
    const names = readdirSync(join(root, 'functions')).map((file) => file.replace(/\.ts$/, ''));
    expect(names.filter((name) => name !== 'projects').sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(Object.keys(SUBSTITUTES))('any function can have the substitute of %s, which exists', (module) => {
    expect(existsSync(join(root, 'node_modules', module))).toBe(true);
  });

  it.each(Object.entries(expected))('%s holds only what the function uses', async (name, packages) => {
    const files = await filesInBundle(name);
    const isIn = (pkg: string) => files.some((file) => file.includes(`node_modules/${pkg}/`));
    expect(HEAVY.filter(isIn)).toEqual(packages);
    expect(isIn(STEP_FUNCTIONS)).toBe(name === 'on-annotation-archive-updated');
    const isUsed = (file: string) => READS_ARCHIVES.names.includes(name) && READS_ARCHIVES.uses.test(file);
    expect(
      files.filter(
        (file) => !isUsed(file) && NEVER_USED.test(file) && !(file.replace('node_modules/', '') in SUBSTITUTES),
      ),
    ).toEqual([]);
    const automations = files.filter((file) => file.startsWith('lib/automations/'));
    if (!packages.includes('undici') && !packages.includes('@aws-sdk/client-s3')) {
      // The outcomes, settings and words are all that the handlers know of automations.
      expect(automations.filter((file) => !/\/(outcomes|settings|own-words)\.ts$/.test(file))).toEqual([]);
    }
  });
});
