import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type CallLimits, sdkOptions } from '../aws/sdk-options.ts';

/** A pause of all functions at once, while what they call is not to be called. */
export interface CircuitBreaker {
  /** So many seconds all have to wait still; 0: there is no pause, or it cannot be read. */
  remainingSeconds(): Promise<number>;
  /**
   * One more was asked to come back after so many seconds. When that happens again and again, all pause for as long.
   * A report that cannot be written is no failure: there will be another.
   *
   * @returns whether all pause from now on
   */
  report(seconds: number): Promise<boolean>;
}

export interface CircuitBreakerOptions {
  readonly tableName: string;
  /** What the pause is of: `annofab`. */
  readonly of: string;
  readonly client?: DynamoDBClient;
  readonly limits?: CallLimits;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** What is known of the pause. Times are in milliseconds since 1970. */
export interface CircuitBreakerState {
  readonly reports: number;
  readonly lastReportAt: number;
  readonly until: number;
}

/** One refusal may be a chance; this many are a rule. */
const REPORTS_TO_PAUSE = 3;
/** Reports count together if they are no further apart. A pause that is over leaves the count: its end is a trial. */
const TOGETHER_MS = 10 * 60_000;
/** Each process looks again after so long. */
const LOOK_AGAIN_MS = 5_000;
const DAY_IN_SECONDS = 24 * 60 * 60;

const noPause: CircuitBreakerState = { reports: 0, lastReportAt: 0, until: 0 };

/** The state after one more report. Whatever was asked for, after a day somebody tries. */
export function reported(
  before: CircuitBreakerState,
  { seconds, now }: { seconds: number; now: number },
): CircuitBreakerState {
  const isTogether = now - Math.max(before.lastReportAt, before.until) < TOGETHER_MS;
  const reports = isTogether ? before.reports + 1 : 1;
  const asked = now + Math.min(seconds, DAY_IN_SECONDS) * 1_000;
  const until = reports >= REPORTS_TO_PAUSE ? Math.max(before.until, asked) : before.until;
  return { reports, lastReportAt: now, until };
}

/**
 * A pause in an item of the ledger's table. Reports at the same moment may count as one, which delays the pause by one
 * refusal, and needs no condition.
 */
export function createCircuitBreaker({
  tableName,
  of,
  limits,
  now = Date.now,
  ...options
}: CircuitBreakerOptions): CircuitBreaker {
  const client = options.client ?? new DynamoDBClient(sdkOptions(limits));
  const TableName = tableName;
  const key = { S: `pause/${of}` };
  let seen: { readonly state: CircuitBreakerState; readonly at: number } | undefined;

  async function read(): Promise<CircuitBreakerState> {
    const { Item = {} } = await client.send(new GetItemCommand({ TableName, Key: { key } }));
    const number = (name: string) => Number(Item[name]?.N ?? 0);
    return { reports: number('reports'), lastReportAt: number('last_report_at'), until: number('until') };
  }

  async function write({ reports, lastReportAt, until }: CircuitBreakerState): Promise<void> {
    const expiresAt = Math.ceil(Math.max(lastReportAt, until) / 1_000) + DAY_IN_SECONDS;
    const Item = {
      key,
      reports: { N: String(reports) },
      last_report_at: { N: String(lastReportAt) },
      until: { N: String(until) },
      expires_at: { N: String(expiresAt) },
    };
    await client.send(new PutItemCommand({ TableName, Item }));
  }

  return {
    async remainingSeconds() {
      if (seen === undefined || now() - seen.at >= LOOK_AGAIN_MS) {
        seen = { state: await read().catch(() => noPause), at: now() };
      }
      return Math.max(0, (seen.state.until - now()) / 1_000);
    },
    async report(seconds) {
      try {
        const state = reported(await read(), { seconds, now: now() });
        await write(state);
        seen = { state, at: now() };
        return state.until > now();
      } catch {
        return false;
      }
    },
  };
}
