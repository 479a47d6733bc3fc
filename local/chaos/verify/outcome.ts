import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import type { TaskIds } from '../../../lib/automations/bucket/dataset-keys.ts';
import type { LedgerEntry } from '../../../lib/deliveries/ledger/entry.ts';
import { createLedger } from '../../../lib/deliveries/ledger/ledger.ts';
import { readObject, type Stack } from '../../stack.ts';

/** The state of ledger and bucket at the end of a run. */
export interface Outcome {
  /** The entries by delivery key. */
  readonly ledger: ReadonlyMap<string, LedgerEntry>;
  /** The keys of all objects in the bucket. */
  readonly keys: ReadonlySet<string>;
  /** The versions of a task that have a manifest. */
  versionsOf(task: TaskIds): readonly string[];
  /** The versions of a project's archive that have a manifest. */
  archivesOf(projectId: string): readonly string[];
  /** Reads a JSON object of the bucket; undefined if there is none. */
  readJson(key: string): Promise<Readonly<Record<string, unknown>> | undefined>;
}

const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

/** Reads the ledger and the bucket. The faults must have been stopped. */
export async function readOutcome(stack: Stack, projectIds: readonly string[]): Promise<Outcome> {
  const keys = await readKeys(stack);
  const versions = Map.groupBy(manifestsOf(keys), ({ of }) => of);
  const versionsOf = (of: string) => (versions.get(of) ?? []).map(({ version }) => version);
  return {
    ledger: await readLedger(stack, projectIds),
    keys,
    versionsOf: ({ project_id, task_id }) => versionsOf(`projects/${project_id}/tasks/${task_id}/versions`),
    archivesOf: (projectId) => versionsOf(`projects/${projectId}/archives`),
    async readJson(key) {
      const text = await readObject(stack, key);
      return text === undefined ? undefined : Object(JSON.parse(text.toString()));
    },
  };
}

export async function readLedger(
  { aws, host }: Stack,
  projectIds: readonly string[],
): Promise<Map<string, LedgerEntry>> {
  const client = new DynamoDBClient({ endpoint: aws.dynamodbUrl, region: aws.region, credentials: CREDENTIALS });
  const ledger = createLedger({ tableName: host.tables['LedgerTable'] ?? '', client });
  const entries = new Map<string, LedgerEntry>();
  for (const projectId of projectIds) {
    for await (const entry of ledger.byProject(projectId)) entries.set(entry.key, entry);
  }
  client.destroy();
  return entries;
}

function manifestsOf(keys: ReadonlySet<string>): { of: string; version: string }[] {
  return [...keys].flatMap((key) => {
    const [, of, version] = /^(.+)\/([^/]+)\/manifest\.json$/.exec(key) ?? [];
    return of === undefined || version === undefined ? [] : [{ of, version }];
  });
}

async function readKeys({ aws, bucket }: Stack): Promise<Set<string>> {
  const client = new S3Client({
    endpoint: aws.s3Url,
    region: aws.region,
    credentials: CREDENTIALS,
    forcePathStyle: true,
  });
  const keys = new Set<string>();
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: 'projects/' })) {
    for (const { Key = '' } of Contents) keys.add(Key);
  }
  client.destroy();
  return keys;
}
