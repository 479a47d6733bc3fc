import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { abortedBy } from '../../aws/sdk-options.ts';
import { FORMATS } from '../../core/formats.ts';
import { assertLedgerFormat, LedgerError } from '../ledger/ledger.ts';

/** How far a project's records have been compared with the ledger. Times are in milliseconds since 1970. */
export interface Watermark {
  /** The ledger has every event before this time. */
  readonly readTo: number;
  /** When the last complete comparison started. */
  readonly lastRunAt: number;
}

interface CallOptions {
  readonly signal?: AbortSignal;
}

/** In place of a project's id: the watermark of the search for stuck deliveries, which is one for all projects. */
export const ALL_PROJECTS = '*';

/** A {@link Watermark} for each project. Both methods throw a {@link LedgerError} when the table fails. */
export interface Watermarks {
  /** `undefined` when the project was never compared, or not for 30 days. */
  find(projectId: string, o?: CallOptions): Promise<Watermark | undefined>;
  /** Moves it forward, never back. Returns `false` when another run has moved it further. */
  advance(projectId: string, watermark: Watermark, o?: CallOptions): Promise<boolean>;
}

export interface WatermarksOptions {
  readonly tableName: string;
  readonly client: DynamoDBClient;
}

/** Retention after the last comparison: much longer than Annofab keeps jobs. */
const RETENTION_SECONDS = 30 * 24 * 60 * 60;

const FORMAT = { N: String(FORMATS.ledger.version) };

/** Watermarks in the ledger's table, as items outside its indexes. */
export function createWatermarks({ tableName, client }: WatermarksOptions): Watermarks {
  const TableName = tableName;
  const keyOf = (projectId: string) => ({ S: `reconciliation/${projectId}` });

  return {
    async find(projectId, { signal } = {}) {
      const command = new GetItemCommand({ TableName, Key: { key: keyOf(projectId) }, ConsistentRead: true });
      const { Item } = await client.send(command, abortedBy(signal)).catch((cause: unknown) => {
        throw new LedgerError(`could not be read for the watermark of project ${projectId}`, cause);
      });
      if (Item === undefined) return undefined;
      assertLedgerFormat(Item, `the watermark of project ${projectId}`);
      return { readTo: Number(Item['read_to']?.N), lastRunAt: Number(Item['last_run_at']?.N) };
    },
    async advance(projectId, { readTo, lastRunAt }, { signal } = {}) {
      const readToValue = { N: String(readTo) };
      const command = new PutItemCommand({
        TableName,
        Item: {
          key: keyOf(projectId),
          format: FORMAT,
          read_to: readToValue,
          last_run_at: { N: String(lastRunAt) },
          expires_at: { N: String(Math.floor(lastRunAt / 1_000) + RETENTION_SECONDS) },
        },
        ConditionExpression: 'attribute_not_exists(#key) OR read_to <= :read_to',
        ExpressionAttributeNames: { '#key': 'key' },
        ExpressionAttributeValues: { ':read_to': readToValue },
      });
      try {
        await client.send(command, abortedBy(signal));
        return true;
      } catch (cause) {
        if (cause instanceof ConditionalCheckFailedException) return false;
        throw new LedgerError(`could not be written for the watermark of project ${projectId}`, cause);
      }
    },
  };
}
