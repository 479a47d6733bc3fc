import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLedger } from '../../../lib/deliveries/ledger/ledger.ts';
import { createWatermarks, type Watermarks } from '../../../lib/deliveries/reconcile/watermarks.ts';
import { startTestAws, type TestAws } from '../../lambda/support.ts';
import { createLedgerTable } from '../../support/ledger-table.ts';

let aws: TestAws;
let tableName: string;
let client: DynamoDBClient;
let watermarks: Watermarks;

beforeAll(async () => {
  aws = await startTestAws();
  client = new DynamoDBClient({ maxAttempts: 1 });
});
afterAll(async () => {
  client.destroy();
  await aws.stop();
});
beforeEach(async () => {
  aws.faults.clear();
  tableName = await createLedgerTable(aws);
  watermarks = createWatermarks({ tableName, client });
});

describe('a watermark', () => {
  it('is absent before the first comparison of a project', async () => {
    expect(await watermarks.find('project')).toBeUndefined();
  });

  it('moves forward, and never behind the one of another run', async () => {
    expect(await watermarks.advance('project', { readTo: 1_000, lastRunAt: 2_000 })).toBe(true);
    expect(await watermarks.advance('project', { readTo: 3_000, lastRunAt: 4_000 })).toBe(true);
    expect(await watermarks.advance('project', { readTo: 2_999, lastRunAt: 5_000 })).toBe(false);
    expect(await watermarks.find('project')).toEqual({ readTo: 3_000, lastRunAt: 4_000 });
  });

  it('records the last run even if it is held back', async () => {
    await watermarks.advance('project', { readTo: 1_000, lastRunAt: 2_000 });
    expect(await watermarks.advance('project', { readTo: 1_000, lastRunAt: 3_000 })).toBe(true);
    expect(await watermarks.find('project')).toEqual({ readTo: 1_000, lastRunAt: 3_000 });
  });

  it('is separate for each project', async () => {
    await watermarks.advance('one', { readTo: 1_000, lastRunAt: 2_000 });
    expect(await watermarks.find('two')).toBeUndefined();
  });

  it('does not appear in a list of the ledger', async () => {
    await watermarks.advance('project', { readTo: 1_000, lastRunAt: 2_000 });
    const ledger = createLedger({ tableName, client });
    for await (const entry of ledger.byProject('project')) expect.unreachable(entry.key);
    for await (const entry of ledger.open('received')) expect.unreachable(entry.key);
  });

  it('throws a LedgerError with the project when it cannot be read or written', async () => {
    aws.faults.add({ service: 'dynamodb', status: 500, code: 'InternalServerError' });
    const error = { name: 'LedgerError', message: expect.stringContaining('the watermark of project project') };
    await expect(watermarks.find('project')).rejects.toMatchObject(error);
    await expect(watermarks.advance('project', { readTo: 1, lastRunAt: 1 })).rejects.toMatchObject(error);
  });
});
