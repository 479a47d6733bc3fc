import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CircuitBreaker, createCircuitBreaker, reported } from '../../lib/deliveries/circuit-breaker.ts';
import { type LocalAws, startLocalAws } from '../../local/aws/index.ts';
import { createLedgerTable, localDynamoDb } from '../support/ledger-table.ts';

const start = Date.parse('2019-05-08T01:00:00Z');
const MINUTE = 60_000;

let aws: LocalAws;
let client: DynamoDBClient;
let tableName: string;
let clock: number;
/** The breakers of two functions. */
let one: CircuitBreaker;
let other: CircuitBreaker;

beforeAll(async () => {
  aws = await startLocalAws();
  client = localDynamoDb(aws, { maxAttempts: 1 });
});

afterAll(async () => {
  client.destroy();
  await aws.stop();
});

beforeEach(async () => {
  tableName = await createLedgerTable(aws);
  clock = start;
  const options = { tableName, of: 'annofab', client, now: () => clock };
  [one, other] = [createCircuitBreaker(options), createCircuitBreaker(options)];
});

afterEach(() => aws.faults.clear());

describe('a circuit breaker', () => {
  it('opens for all functions after three reports, for as long as the last one asked', async () => {
    expect(await one.report(900)).toBe(false);
    expect(await other.report(900)).toBe(false);
    expect(await other.remainingSeconds()).toBe(0);
    expect(await one.report(900)).toBe(true);
    clock += 10_000;
    expect([await one.remainingSeconds(), await other.remainingSeconds()]).toEqual([890, 890]);
    clock += 890_000;
    expect([await one.remainingSeconds(), await other.remainingSeconds()]).toEqual([0, 0]);
  });

  it('is read every five seconds, not for each message', async () => {
    expect(await other.remainingSeconds()).toBe(0);
    for (let n = 0; n < 3; n += 1) await one.report(900);
    clock += 4_999;
    expect(await other.remainingSeconds()).toBe(0);
    clock += 1;
    expect(await other.remainingSeconds()).toBe(895);
  });

  it('stays closed when it cannot be read or written', async () => {
    aws.faults.add({ service: 'dynamodb', drop: true });
    expect(await one.report(900)).toBe(false);
    expect(await one.remainingSeconds()).toBe(0);
  });
});

describe('the reports of a circuit breaker', () => {
  const reportsAt = (...waits: number[]) => {
    let now = start;
    let state = { reports: 0, lastReportAt: 0, until: 0 };
    for (const wait of waits) {
      now += wait;
      state = reported(state, { seconds: 900, now });
    }
    return { reports: state.reports, openFor: Math.max(0, state.until - now) };
  };

  it('do not count together when they are far apart', () => {
    expect(reportsAt(0, 1 * MINUTE, 10 * MINUTE)).toEqual({ reports: 1, openFor: 0 });
    expect(reportsAt(0, 1 * MINUTE, 10 * MINUTE - 1)).toEqual({ reports: 3, openFor: 900_000 });
  });

  it('open it again at the first refusal after an open period', () => {
    expect(reportsAt(0, 0, 0, 15 * MINUTE + 1)).toEqual({ reports: 4, openFor: 900_000 });
  });

  it('never open it for longer than a day', () => {
    const twice = { reports: 2, lastReportAt: start, until: 0 };
    expect(reported(twice, { seconds: 3_600 * 24 * 365, now: start }).until).toBe(start + 24 * 60 * MINUTE);
  });

  it('never shorten an open period', () => {
    const long = { reports: 3, lastReportAt: start, until: start + 900_000 };
    expect(reported(long, { seconds: 1, now: start }).until).toBe(start + 900_000);
  });
});
