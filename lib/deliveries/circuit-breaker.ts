import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { FORMATS } from '../core/formats.ts';
import { assertLedgerFormat } from './ledger/ledger.ts';
import { MAX_WAIT_MS } from './max-wait.ts';

/** Stops all functions at once from calling a system that asks them to wait. */
export interface CircuitBreaker {
  /** How many seconds all functions still have to wait; 0: the breaker is closed, or its state cannot be read. */
  remainingSeconds(): Promise<number>;
  /**
   * Reports that a call was asked to wait, in seconds. After several reports in a row the breaker opens for that time.
   * A report that cannot be written is not an error: there will be another.
   *
   * @returns whether the breaker is open now
   */
  report(seconds: number): Promise<boolean>;
}

export interface CircuitBreakerOptions {
  readonly tableName: string;
  /** The system that it guards: `annofab`. */
  readonly of: string;
  readonly client: DynamoDBClient;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Times are in milliseconds since 1970; the breaker is open before `until`. */
export interface CircuitBreakerState {
  readonly reports: number;
  readonly lastReportAt: number;
  readonly until: number;
}

/** A single refusal may be a coincidence; this many open the breaker. */
const REPORTS_TO_OPEN = 3;
/** Reports count together if they are no further apart. The count survives an open period: the next call is a trial. */
const TOGETHER_MS = 10 * 60_000;
/** How long each process uses the state that it has read. */
const STATE_TTL_MS = 5_000;
/** How long the state is kept after the breaker has closed. */
const RETENTION_SECONDS = 24 * 60 * 60;

const CLOSED: CircuitBreakerState = { reports: 0, lastReportAt: 0, until: 0 };

/** The state after one more report. Whatever was asked for, the breaker opens for 24 hours at most: then one call tries again. */
export function reported(
  before: CircuitBreakerState,
  { seconds, now }: { seconds: number; now: number },
): CircuitBreakerState {
  const isTogether = now - Math.max(before.lastReportAt, before.until) < TOGETHER_MS;
  const reports = isTogether ? before.reports + 1 : 1;
  const asked = now + Math.min(seconds * 1_000, MAX_WAIT_MS);
  const until = reports >= REPORTS_TO_OPEN ? Math.max(before.until, asked) : before.until;
  return { reports, lastReportAt: now, until };
}

/**
 * A circuit breaker whose state is an item of the ledger's table. Simultaneous reports may count as one, which delays the
 * opening by one refusal, so no conditional write is needed.
 */
export function createCircuitBreaker({ tableName, of, client, now = Date.now }: CircuitBreakerOptions): CircuitBreaker {
  const TableName = tableName;
  const key = { S: `pause/${of}` };
  let seen: { readonly state: CircuitBreakerState; readonly at: number } | undefined;

  async function read(): Promise<CircuitBreakerState> {
    const { Item = {} } = await client.send(new GetItemCommand({ TableName, Key: { key } }));
    assertLedgerFormat(Item, `the circuit breaker of ${of}`);
    const number = (name: string) => Number(Item[name]?.N ?? 0);
    return { reports: number('reports'), lastReportAt: number('last_report_at'), until: number('until') };
  }

  async function write({ reports, lastReportAt, until }: CircuitBreakerState): Promise<void> {
    const expiresAt = Math.ceil(Math.max(lastReportAt, until) / 1_000) + RETENTION_SECONDS;
    const Item = {
      key,
      format: { N: String(FORMATS.ledger.version) },
      reports: { N: String(reports) },
      last_report_at: { N: String(lastReportAt) },
      until: { N: String(until) },
      expires_at: { N: String(expiresAt) },
    };
    await client.send(new PutItemCommand({ TableName, Item }));
  }

  return {
    async remainingSeconds() {
      if (seen === undefined || now() - seen.at >= STATE_TTL_MS) {
        seen = { state: await read().catch(() => CLOSED), at: now() };
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
