import { randomUUID } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { Agent, type Dispatcher } from 'undici';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { AnnofabClient } from '../../../lib/annofab/index.ts';
import type { Services } from '../../../lib/automations/services.ts';
import { createDataset, type Dataset } from '../../../lib/aws/dataset.ts';
import type { EventContext, EventCount, TickContext, TickCount } from '../../../lib/runtime/context.ts';
import type { LogFields } from '../../../lib/runtime/log-fields.ts';
import { readConfigAndSettings, type Settings } from '../../../lib/runtime/settings.ts';
import type { EventType, WebhookEventOf } from '../../../lib/webhooks/events.ts';
import { type AnnofabEmulator, type EmulatorOptions, startAnnofabEmulator } from '../../../local/annofab/index.ts';
import { type LocalAws, startLocalAws } from '../../../local/aws/index.ts';

/** A request of the automations on its way to Annofab or to its file server. */
export interface Request {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface World {
  readonly emulator: AnnofabEmulator;
  readonly aws: LocalAws;
  readonly bucket: string;
  readonly dataset: Dataset;
  /** As the automations have it: what it sends is seen by `beforeRequest`. */
  readonly annofab: AnnofabClient;
  /** Somebody else at the same Annofab. */
  readonly foreign: AnnofabClient;
  /** All requests of the automations so far. */
  readonly requests: Request[];
  /** Called before each request is sent, which waits for it: the moment for someone else to do something. */
  beforeRequest(hook: (request: Request) => unknown): void;
  readonly logged: { message: string; fields: LogFields | undefined }[];
  readonly counted: (EventCount | TickCount)[];
  event<T extends EventType>(event: WebhookEventOf<T>, overrides?: Overrides): EventContext<T, Services>;
  tick(overrides?: Overrides): TickContext<Services>;
  /** All keys in the bucket that begin so, with their sizes. */
  objects(prefix?: string): Promise<{ key: string; bytes: number }[]>;
  /** The JSON object at the key. */
  json(key: string): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

export interface Overrides {
  settings?: Partial<Settings>;
  deferrals?: Readonly<Record<string, number>>;
  signal?: AbortSignal;
  deadline?: number;
  event?: unknown;
  annofab?: AnnofabClient;
  dataset?: Dataset;
  now?: () => number;
}

/**
 * Gives each test of a file a world of its own; one embedded AWS serves all of them.
 *
 * @param begin keeps the world, and prepares what each test needs
 */
export function useWorld(begin: (world: World) => unknown): void {
  let aws: LocalAws;
  beforeAll(async () => {
    aws = await startLocalAws();
  });
  afterAll(() => aws.stop());
  beforeEach(async () => {
    const world = await startWorld({ aws });
    await begin(world);
    return async () => {
      aws.faults.clear();
      await world.stop();
    };
  });
}

/** An Annofab and a bucket of its own; the embedded AWS may be shared. */
export async function startWorld(options: EmulatorOptions & { aws?: LocalAws } = {}): Promise<World> {
  const { aws = await startLocalAws(), ...emulatorOptions } = options;
  const emulator = await startAnnofabEmulator(emulatorOptions);
  const bucket = `dataset-${randomUUID()}`;
  await aws.createBucket(bucket);
  const s3 = new S3Client({ ...connection(aws), forcePathStyle: true });
  const dataset = createDataset({ bucket, client: s3 });

  const requests: Request[] = [];
  let hook: (request: Request) => unknown = () => {};
  const agent = new Agent();
  const dispatcher = agent.compose(watch);
  const credentials = { pat: 'demo-pat' };
  const annofab = new AnnofabClient({ credentials, baseUrl: emulator.url, dispatcher, maxWaitMs: 2_000 });
  const foreign = new AnnofabClient({ credentials, baseUrl: emulator.url, dispatcher: agent });
  const logged: World['logged'] = [];
  const counted: World['counted'] = [];
  const log = (message: string, fields?: LogFields) => void logged.push({ message, fields });

  function watch(dispatch: Dispatcher['dispatch']): Dispatcher['dispatch'] {
    return (opts, handler) => {
      const request = {
        method: opts.method,
        url: new URL(opts.path, String(opts.origin)),
        headers: Object(opts.headers),
      };
      requests.push(request);
      Promise.resolve(hook(request)).then(() => dispatch(opts, handler));
      return true;
    };
  }

  const tick = ({ settings, ...overrides }: Overrides = {}): TickContext<Services> => ({
    annofab,
    dataset,
    settings: { ...readConfigAndSettings([], {}).settings, ...settings },
    event: undefined,
    log: { debug: log, info: log, warn: log, error: log },
    count: (what) => void counted.push(what),
    signal: new AbortController().signal,
    deadline: Date.now() + 900_000,
    now: Date.now,
    ...overrides,
  });

  return {
    emulator,
    aws,
    bucket,
    dataset,
    annofab,
    foreign,
    requests,
    logged,
    counted,
    beforeRequest(next) {
      hook = next;
    },
    event: (event, { deferrals = {}, ...overrides } = {}) => ({
      ...tick(overrides),
      event,
      count: (what) => void counted.push(what),
      delivery: { key: 'key', label: 'label', receivedAt: '2019-05-08T01:00:00.000Z', deferrals },
      once: async (_name, effect) => void (await effect()),
    }),
    tick,
    async objects(prefix = '') {
      const found: { key: string; bytes: number }[] = [];
      for await (const object of dataset.list(prefix)) found.push(object);
      return found;
    },
    async json(key) {
      const object = await dataset.read(key);
      if (object === undefined) throw new Error(`nothing at ${key}`);
      return JSON.parse(object.text);
    },
    async stop() {
      await agent.close();
      s3.destroy();
      await emulator.stop();
      if (options.aws === undefined) await aws.stop();
    },
  };
}

function connection({ s3Url, region, env }: LocalAws) {
  const accessKeyId = env['AWS_ACCESS_KEY_ID'] ?? '';
  const secretAccessKey = env['AWS_SECRET_ACCESS_KEY'] ?? '';
  return { endpoint: s3Url, region, credentials: { accessKeyId, secretAccessKey } };
}
