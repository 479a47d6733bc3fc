import { fileURLToPath } from 'node:url';
import type { Webhook } from '../lib/annofab/api-description.ts';
import { AnnofabClient } from '../lib/annofab/index.ts';
import { defaultSettings } from '../lib/settings/stage-settings.ts';
import { webhookEvents } from '../lib/settings/switches.ts';
import { webhookRequest } from '../lib/webhooks/templates.ts';
import { addsImport, type ImportedProject, importArchive } from './annofab/import/import-archive.ts';
import { type AnnofabEmulator, type EmulatorOptions, type State, startAnnofabEmulator } from './annofab/index.ts';
import { type LocalAws, startLocalAws } from './aws/index.ts';
import { startChat } from './chat.ts';
import { runDatasetMachine } from './dataset-machine.ts';
import { type LambdaHost, type LambdaHostOptions, startLambdaHost } from './lambda/index.ts';
import { LOCAL_STAGE, localNames, secretNames } from './names.ts';
import { startSaving } from './state/annofab-saver.ts';
import { openStateFolder, type StackPorts, type StateFolder } from './state/state-folder.ts';
import { LOCAL_TIME_LIMITS } from './time-limits.ts';

export interface StackOptions
  extends Pick<LambdaHostOptions, 'env' | 'retryAfterFailureSeconds' | 'onLog' | 'onReload' | 'wholeErrors'> {
  /** Port of the HTTP API. This and the next three are free ports by default. */
  readonly httpPort?: number;
  /** Port of the Annofab emulator. */
  readonly annofabPort?: number;
  /** Port of the emulator's file server. */
  readonly filesPort?: number;
  /** Port of the embedded AWS. */
  readonly awsPort?: number;
  /** The data and the settings that the emulator starts with. */
  readonly annofab?: Pick<EmulatorOptions, 'seed' | 'settings' | 'now' | 'prepare'>;
  /** How the functions run. */
  readonly functions?: Pick<LambdaHostOptions, 'overrides' | 'settings' | 'startFiles' | 'maxProcesses'>;
  /**
   * The time limits of the functions and of Annofab's webhooks. `local` (the default) ends only what hangs, however busy the
   * machine is; `aws` are the limits of the deployed application.
   */
  readonly timeLimits?: 'local' | 'aws';
  /** Path of a Simple annotation archive (ZIP) of Annofab that is imported as another project. */
  readonly importArchive?: string;
  /**
   * A folder that Annofab's and AWS's state is kept in, for the next start. A project that it has is not imported again, and its
   * ports are used again unless others are named. Default: memory.
   */
  readonly stateFolder?: string;
  /** Called with each message that the functions post to the chat of the stack, which there is with the setting `chatMessages`. */
  readonly onChat?: (message: string) => void;
  /** Called once when Annofab's state cannot be saved any more. */
  readonly onUnsaved?: (error: unknown) => void;
}

/** Annofab, AWS and the functions, on this machine. */
export interface Stack {
  readonly annofab: AnnofabEmulator;
  readonly aws: LocalAws;
  readonly host: LambdaHost;
  /** A client that is signed in as the owner. */
  readonly client: AnnofabClient;
  /** The bucket that the annotations are exported to. */
  readonly bucket: string;
  readonly imported: ImportedProject | undefined;
  readonly state: Pick<StateFolder, 'path' | 'snapshot' | 'wasKilled' | 'savedAt'> | undefined;
  /** Registers our four webhooks in a project, as `npx annofab-functions webhooks apply` does for a real one. */
  registerWebhooks(projectId: string): Promise<void>;
  /** Resolves when no job, webhook or function runs and no message waits, except delayed ones (unless `delayed`). */
  settled(o?: { delayed?: boolean }): Promise<void>;
  stop(): Promise<void>;
}

const SERVERLESS_FILE = fileURLToPath(new URL('../serverless.yml', import.meta.url));
/** The logical id in serverless.yml. */
const BUCKET = 'DatasetBucket';
const DATASET_MACHINE = { logicalId: 'DatasetStateMachine', name: `annofab-functions-${LOCAL_STAGE}-build-dataset` };

/**
 * Starts the whole application with an Annofab to react to.
 *
 * @throws Error when a port is taken (`code` EADDRINUSE), or the archive or the state folder cannot be used; everything is stopped
 * then
 * @example
 * const stack = await startStack();
 * await stack.annofab.completeTask('demo-project', 'task-1');
 * await stack.settled();
 * await stack.stop();
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (let last = stops.pop(); last !== undefined; last = stops.pop()) await last();
  };
  try {
    return await start(options, stops, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(options: StackOptions, stops: (() => Promise<void>)[], stop: Stack['stop']): Promise<Stack> {
  const { webhookTimeoutMilliseconds } = timeLimitsOf(options);
  const state = options.stateFolder === undefined ? undefined : await openStateFolder(options.stateFolder);
  const kept = { isComplete: state?.wasKilled !== true };
  stops.push(async () => state?.close(kept.isComplete));
  const ports = portsOf(options, state);
  const imported = options.importArchive === undefined ? undefined : await importArchive(options.importArchive);

  const aws = await startLocalAws({ port: ports.aws, secrets: localSecrets(), ...(state && { folder: state.aws }) });
  stops.push(() => aws.stop());
  if (options.functions?.settings?.chatMessages) stops.push(await startLocalChat(options, aws));
  // A reset goes back to the project that was imported, and to the webhooks, which are known only when all has started.
  const addProject = imported && addsImport(options.importArchive ?? '', imported);
  const webhooks = new Map<string, ReadonlyMap<string, Webhook>>();
  const prepare = async (data: State): Promise<void> => {
    await options.annofab?.prepare?.(data);
    if (state?.snapshot === undefined || !data.projects.has(imported?.projectId ?? '')) await addProject?.(data);
    for (const [id, first] of webhooks) for (const [key, one] of first) data.projects.get(id)?.webhooks.set(key, one);
  };
  const settings = {
    ...(webhookTimeoutMilliseconds !== undefined && { webhookTimeoutMilliseconds }),
    ...options.annofab?.settings,
  };
  const annofab = await startAnnofabEmulator({
    ...options.annofab,
    ...(state?.snapshot !== undefined && { snapshot: state.snapshot }),
    ...{ settings, port: ports.annofab, filesPort: ports.files, prepare },
  }).catch((error: unknown) => {
    throw snapshotError(state, error);
  });
  stops.push(() => annofab.stop());
  if (state !== undefined) stops.push(startKeeping(annofab, { state, kept, onUnsaved: options.onUnsaved }));
  const host = await startLambdaHost(hostOptions({ ...options, httpPort: ports.http }, aws, annofab));
  stops.push(() => host.stop());
  const { shardConcurrency: concurrency } = options.functions?.settings ?? {};
  if (concurrency !== undefined) {
    const read = (key: string) => readObject({ aws, bucket: bucketOf(host) }, key);
    const tasks = { invoke: host.invoke, read, concurrency };
    aws.stepFunctions.create(DATASET_MACHINE.name, (input) => runDatasetMachine(tasks, input));
  }
  const client = new AnnofabClient({
    baseUrl: annofab.url,
    credentials: { pat: localNames.personalAccessToken },
  });
  stops.push(() => client.close());

  const registerWebhooks = async (project_id: string): Promise<void> => {
    for (const eventType of webhookEvents({ ...defaultSettings(), ...options.functions?.settings })) {
      const request = webhookRequest(eventType, {
        url: host.url,
        secret: localNames.webhookSecret,
        stage: LOCAL_STAGE,
      });
      const { webhook_id } = request;
      await client.putWebhook({ project_id, webhook_id, body: { ...request, project_id } });
    }
  };
  for (const project_id of [localNames.project, imported?.projectId]) {
    // Your own seed may not have the demo project.
    const project = project_id === undefined ? undefined : annofab.state.projects.get(project_id);
    if (project_id === undefined || !project) continue;
    // Those of the state folder may have been changed since.
    if (![...project.webhooks.values()].some(({ url }) => url.startsWith(host.url))) await registerWebhooks(project_id);
    webhooks.set(project_id, new Map(project.webhooks));
  }

  await state?.keepPorts({
    http: portIn(host.url),
    annofab: portIn(annofab.url),
    files: portIn(annofab.filesUrl),
    aws: portIn(aws.sqsUrl),
  });

  return {
    annofab,
    aws,
    host,
    client,
    bucket: bucketOf(host),
    imported,
    state,
    registerWebhooks,
    async settled(o) {
      // A webhook invokes a function, which may start a job, which fires a webhook: repeat until nothing is invoked any more.
      for (let before = -1; before !== host.invocations; ) {
        before = host.invocations;
        await annofab.settled();
        await host.settled(o);
        await aws.stepFunctions.settled();
      }
    },
    stop,
  };
}

/** The chat that functions post to, with its address in their secret. @returns stops it */
async function startLocalChat({ onChat }: StackOptions, aws: LocalAws): Promise<() => Promise<void>> {
  const chat = await startChat(onChat);
  aws.secrets.put(secretNames.chat, { url: `${chat.url}/` });
  return chat.close;
}

/** Saves Annofab's state from now on. @returns saves it a last time: then the folder has everything */
function startKeeping(
  annofab: AnnofabEmulator,
  o: { state: StateFolder; kept: { isComplete: boolean }; onUnsaved: StackOptions['onUnsaved'] },
): () => Promise<void> {
  const onFailure = (error: unknown) => o.onUnsaved?.(error);
  const saver = startSaving(annofab, o.state, onFailure);
  o.kept.isComplete = false;
  return async () => {
    await saver.stop().then(() => {
      o.kept.isComplete = true;
    }, onFailure);
  };
}

/** Names the file, if the snapshot is what is wrong. */
function snapshotError(state: StateFolder | undefined, error: unknown): unknown {
  if (state === undefined || !(error instanceof Error) || !error.message.includes('snapshot')) return error;
  return new Error(`${state.path}: annofab.json: ${error.message}`, { cause: error });
}

/** Reads an object of the stack's bucket, which needs no signature. Returns undefined if there is none. */
export async function readObject(
  { aws, bucket }: Pick<Stack, 'aws' | 'bucket'>,
  key: string,
): Promise<Buffer | undefined> {
  const response = await fetch(`${aws.s3Url}/${bucket}/${key}`);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${key} cannot be read from the bucket: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

function hostOptions(options: StackOptions, aws: LocalAws, annofab: AnnofabEmulator): LambdaHostOptions {
  const { httpPort = 0, functions, env, retryAfterFailureSeconds, onLog, onReload, wholeErrors } = options;
  const limits = timeLimitsOf(options);
  const machine = functions?.settings?.shardConcurrency === undefined ? undefined : DATASET_MACHINE;
  const archives = functions?.settings?.archiveProjectIds === undefined ? { ARCHIVE_PROJECT_IDS: '*' } : {};
  return {
    ...(limits.minTimeoutSeconds !== undefined && { minTimeoutSeconds: limits.minTimeoutSeconds }),
    ...functions,
    serverlessFile: SERVERLESS_FILE,
    ...(machine && { refs: { [machine.logicalId]: aws.stepFunctions.create(machine.name) } }),
    aws,
    stage: LOCAL_STAGE,
    httpPort,
    env: { ANNOFAB_ENDPOINT_URL: annofab.url, ...archives, ...limits.env, ...env },
    ...(retryAfterFailureSeconds === undefined ? {} : { retryAfterFailureSeconds }),
    ...(onLog === undefined ? {} : { onLog }),
    ...(onReload === undefined ? {} : { onReload }),
    ...(wholeErrors === undefined ? {} : { wholeErrors }),
  };
}

/** Those that are named, or else those of the last run. */
function portsOf(
  { httpPort = 0, annofabPort = 0, filesPort = 0, awsPort = 0 }: StackOptions,
  state: StateFolder | undefined,
): StackPorts {
  const last = state?.ports ?? { http: 0, annofab: 0, files: 0, aws: 0 };
  return {
    http: httpPort || last.http,
    annofab: annofabPort || last.annofab,
    files: filesPort || last.files,
    aws: awsPort || last.aws,
  };
}

function portIn(url: string): number {
  return Number(new URL(url).port);
}

function timeLimitsOf({ timeLimits = 'local' }: StackOptions): Partial<typeof LOCAL_TIME_LIMITS> {
  return timeLimits === 'local' ? LOCAL_TIME_LIMITS : {};
}

/** The secrets that an operator creates, under the names that serverless.yml expects for this stage. */
function localSecrets(): Record<string, unknown> {
  return {
    [secretNames.credential]: { pat: localNames.personalAccessToken },
    [secretNames.webhooks]: { webhook_secrets: [{ secret: localNames.webhookSecret }] },
  };
}

function bucketOf(host: LambdaHost): string {
  const bucket = host.buckets[BUCKET];
  if (bucket === undefined) throw new Error(`serverless.yml has no bucket ${BUCKET}`);
  return bucket;
}
