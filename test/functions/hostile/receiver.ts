import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { type Envelope, parseEnvelope } from '../../../lib/webhooks/envelope.ts';
import { EVENT_TYPES } from '../../../lib/webhooks/events.ts';
import { localNames } from '../../../local/names.ts';
import { startTestAws } from '../../lambda/support.ts';
import { webhookSecrets } from './call.ts';

/** What the receiver and the workers have an effect on. */
export interface Surroundings {
  /** Takes what is in the queues, each message readable to a worker. */
  takeQueued(): Promise<Envelope[]>;
  /** Of all items of the ledger's table. */
  ledgerKeys(): Promise<Set<unknown>>;
  /** Makes what the workers need: the bucket `dataset`, the credential, and a queue of dead letters. */
  prepareWorkers(annofabUrl: string): Promise<void>;
  stop(): Promise<void>;
}

/** Makes what the receiver needs, and tells this process's environment where it is. All events go into one queue. */
export async function startSurroundings(): Promise<Surroundings> {
  const aws = await startTestAws({ webhooks: { webhook_secrets: webhookSecrets } });
  const { url } = await aws.createQueue('all');
  await aws.newLedger();
  process.env['WEBHOOKS_SECRET_ID'] = 'webhooks';
  for (const eventType of EVENT_TYPES) process.env[`${eventType.toUpperCase().replaceAll('-', '_')}_QUEUE_URL`] = url;
  const dynamodb = new DynamoDBClient({});

  return {
    async takeQueued() {
      const messages = await aws.messages(url);
      if (messages.length > 0) await aws.empty(url);
      return messages.map(({ body }) => readable(body));
    },
    async ledgerKeys() {
      const keys = new Set<unknown>();
      const pages = paginateScan({ client: dynamodb }, { TableName: process.env['LEDGER_TABLE'] });
      for await (const { Items = [] } of pages) for (const item of Items) keys.add(unmarshall(item)['key']);
      return keys;
    },
    async prepareWorkers(annofabUrl) {
      await aws.createBucket('dataset');
      aws.secrets.put('credential', { pat: localNames.personalAccessToken });
      const { url: deadLettersUrl } = await aws.createQueue('dead');
      Object.assign(process.env, {
        ANNOFAB_ENDPOINT_URL: annofabUrl,
        CREDENTIAL_SECRET_ID: 'credential',
        DATASET_BUCKET: 'dataset',
        QUEUE_URL: url,
        DEAD_LETTER_QUEUE_URL: deadLettersUrl,
      });
    },
    async stop() {
      dynamodb.destroy();
      await aws.stop();
    },
  };
}

function readable(message: string): Envelope {
  const parsed = parseEnvelope(message);
  if (!parsed.ok) throw new Error(`No worker could read ${message}`);
  return parsed.envelope;
}
