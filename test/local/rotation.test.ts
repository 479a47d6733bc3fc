import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AnnofabClient } from '../../lib/annofab/index.ts';
import type { LedgerEntry } from '../../lib/deliveries/ledger/entry.ts';
import { createLedger } from '../../lib/deliveries/ledger/ledger.ts';
import { webhookRequest } from '../../lib/webhooks/templates.ts';
import { LOCAL_STAGE, localNames, secretNames } from '../../local/names.ts';
import { type Stack, startStack } from '../../local/stack.ts';
import { localDynamoDb } from '../support/ledger-table.ts';

const project_id = localNames.project;

let stack: Stack;
let dynamodb: DynamoDBClient;

beforeAll(async () => {
  stack = await startStack({ functions: { maxProcesses: 1 } });
  dynamodb = localDynamoDb(stack.aws);
});

afterAll(async () => {
  dynamodb.destroy();
  await stack.stop();
});

/** Completes one task after another and waits for the webhook of each, until it is stopped. */
function startTraffic(): { more(count: number): Promise<void>; stop(): Promise<number> } {
  let [sent, stopped] = [0, false];
  const flow = (async () => {
    while (!stopped) {
      await stack.annofab.completeTask(project_id, `task-${1 + (sent % 8)}`);
      await stack.annofab.settled();
      sent += 1;
      // Completing a task again during its export would log a warning.
      if (sent % 8 === 0) await stack.settled();
    }
  })();
  return {
    async more(count) {
      const until = sent + count;
      await vi.waitFor(() => expect(sent).toBeGreaterThanOrEqual(until), { timeout: 300_000 });
    },
    async stop() {
      stopped = true;
      await flow;
      return sent;
    },
  };
}

async function deliveries(): Promise<LedgerEntry[]> {
  const ledger = createLedger({ tableName: stack.host.tables['LedgerTable'] ?? '', client: dynamodb });
  const found: LedgerEntry[] = [];
  for await (const entry of ledger.byProject(project_id)) found.push(entry);
  return found;
}

async function expectNoFailure(sent: number): Promise<void> {
  await stack.settled();
  const entries = await deliveries();
  expect(entries).toHaveLength(sent);
  expect(entries.filter(({ state }) => state !== 'done')).toEqual([]);
  const wrong = stack.host.logs.filter(({ text }) => /"level":"(WARN|ERROR)"/.test(text));
  expect(wrong.map(({ text }) => text)).toEqual([]);
}

describe('a rotation during traffic', () => {
  it('changes both credentials as the runbook says without a failed delivery', async () => {
    const { client, aws } = stack;
    const traffic = startTraffic();
    await traffic.more(3);

    // The token: issue a new one, put it into the secret, revoke the old one.
    const token = {
      id: 'rotated',
      note: 'rotated',
      expiration: 30 * 24 * 60 * 60 * 1_000,
      permissions: [{ _type: 'All' as const }],
    };
    const { token: pat } = await client.issuePersonalAccessToken({ body: token });
    aws.secrets.put(secretNames.credential, { pat });
    await traffic.more(3);
    stack.annofab.state.logins.personalAccessTokens.delete(localNames.personalAccessToken);
    await traffic.more(6);

    // The webhook secret: add the new one, change the webhooks, remove the old one.
    const [old, renewed] = [{ secret: localNames.webhookSecret }, { secret: 'the-new-secret', project_id }];
    aws.secrets.put(secretNames.webhooks, { webhook_secrets: [old, renewed] });
    await traffic.more(3);
    const owner = new AnnofabClient({ baseUrl: stack.annofab.url, credentials: { pat } });
    const request = webhookRequest('task-completed', {
      url: stack.host.url,
      secret: renewed.secret,
      stage: LOCAL_STAGE,
    });
    await owner.putWebhook({ project_id, webhook_id: request.webhook_id, body: { ...request, project_id } });
    await owner.close();
    await traffic.more(3);
    aws.secrets.put(secretNames.webhooks, { webhook_secrets: [renewed] });
    await traffic.more(3);

    await expectNoFailure(await traffic.stop());
  });
});
