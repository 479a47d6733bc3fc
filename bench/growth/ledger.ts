import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createLedger } from '../../lib/deliveries/ledger/ledger.ts';
import type { Figure } from '../figures.ts';
import { costOf, startScript } from '../measure.ts';
import { newDelivery } from './delivery.ts';
import { measureGrowth } from './grow.ts';

/** What ledger-server.ts prints. */
interface LedgerServer {
  readonly endpoint: string;
  readonly region: string;
  readonly tables: readonly string[];
}

const OPERATIONS = 100;
const AT_ONCE = 16;

/** What the life of a delivery costs while the table has more of others: nothing more is expected. */
export async function measureLedger(sizes: readonly number[]): Promise<Figure[]> {
  const server = await startScript<LedgerServer>(new URL('ledger-server.ts', import.meta.url), [String(sizes.length)]);
  const { endpoint, region, tables } = server.first;
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
  const client = new DynamoDBClient({ endpoint, region, credentials });
  let deliveries = 0;
  const ledgers = sizes.map((_, index) => createLedger({ tableName: tables[index] ?? '', client }));
  const next = () => {
    deliveries += 1;
    return newDelivery(`task-${deliveries}`);
  };
  try {
    for (const [index, size] of sizes.entries())
      await costOf(size, AT_ONCE, async () => ledgers[index]?.receive(next()));
    return await measureGrowth({
      what: 'life of a delivery in a ledger of more deliveries',
      sizes,
      cpuSeconds: async (size) => {
        const ledger = ledgers[sizes.indexOf(size)];
        const { cpuSeconds } = await costOf(OPERATIONS, AT_ONCE, async () => {
          const delivery = next();
          await ledger?.receive(delivery);
          await ledger?.queued(delivery.key);
          await ledger?.claim(delivery, { id: 'lease', until: Date.now() + 60_000 });
          await ledger?.record(delivery.key, 'lease', { state: 'done' });
        });
        return cpuSeconds / OPERATIONS;
      },
    });
  } finally {
    client.destroy();
    await server.stop();
  }
}
