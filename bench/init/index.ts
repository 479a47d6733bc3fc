/**
 * The start of the functions under AWS's runtime interface client: the processor time until a function asks for its first event,
 * beside a handler that only makes the same clients of AWS. The time of an empty handler is subtracted from both. Linux only.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, figure, type Run, ratio } from '../figures.ts';
import { interleave } from '../measure.ts';
import { bundleClients, bundleFunction, type ClientName } from './bundles.ts';
import { assertConfigured, ENVIRONMENT } from './environment.ts';
import { installRuntimeClient } from './runtime-client.ts';
import { createStarter } from './start-function.ts';

interface Subject {
  /** In the repository. */
  readonly source: string;
  /** The clients that it makes. */
  readonly clients: readonly ClientName[];
}

const OF_AUTOMATIONS: readonly ClientName[] = ['sqs', 'dynamodb', 'secrets', 's3'];

const SUBJECTS: Readonly<Record<string, Subject>> = {
  'log-only': { source: 'bench/init/log-only.ts', clients: ['sqs', 'dynamodb'] },
  'receive-webhook': { source: 'functions/receive-webhook.ts', clients: ['sqs', 'dynamodb', 'secrets'] },
  'on-task-completed': { source: 'functions/on-task-completed.ts', clients: OF_AUTOMATIONS },
  'on-annotation-archive-updated': { source: 'functions/on-annotation-archive-updated.ts', clients: OF_AUTOMATIONS },
  'on-input-data-zip-registered': { source: 'functions/on-input-data-zip-registered.ts', clients: OF_AUTOMATIONS },
  'on-project-copy-completed': { source: 'functions/on-project-copy-completed.ts', clients: OF_AUTOMATIONS },
  'start-archive-updates': { source: 'functions/start-archive-updates.ts', clients: ['secrets'] },
  'reconcile-deliveries': { source: 'functions/reconcile-deliveries.ts', clients: OF_AUTOMATIONS },
};

export const run: Run = async ({ quick }) => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-init-'));
  const starter = await createStarter(installRuntimeClient(), ENVIRONMENT);
  try {
    await bundleAll(folder);
    const names = ['empty', ...Object.keys(SUBJECTS), ...new Set(Object.values(SUBJECTS).map(peerOf))];
    const starts = Object.fromEntries(names.map((name) => [name, () => starter.start(folder, `${name}.handler`)]));
    await interleave(starts, 1); // The files get into the cache of the system.
    const seconds = await interleave(starts, quick ? 5 : 25);
    return (await Promise.all(Object.entries(SUBJECTS).map((each) => figuresOf(each, { seconds, folder })))).flat();
  } finally {
    starter.stop();
    await rm(folder, { recursive: true });
  }
};

async function bundleAll(folder: string): Promise<void> {
  await bundleClients([], join(folder, 'empty.cjs'));
  for (const [name, subject] of Object.entries(SUBJECTS)) {
    const bundle = join(folder, `${name}.cjs`);
    await bundleFunction(subject.source, bundle);
    assertConfigured(createRequire(bundle)(bundle).handler);
    await bundleClients(subject.clients, join(folder, `${peerOf(subject)}.cjs`));
  }
}

function peerOf({ clients }: Subject): string {
  return `clients-${clients.join('-')}`;
}

async function figuresOf(
  [name, subject]: readonly [string, Subject],
  { seconds, folder }: { seconds: Readonly<Record<string, readonly number[]>>; folder: string },
): Promise<Figure[]> {
  const aboveEmpty = (of: string) =>
    (seconds[of] ?? []).map((each, round) => each - (seconds['empty']?.[round] ?? Number.NaN));
  const { size } = await stat(join(folder, `${name}.cjs`));
  return [
    figure(`init: ${name}, bundle`, [size / 1024], 'KiB'),
    figure(`init: ${name}, processor`, aboveEmpty(name).map(toMs), 'ms'),
    ratio(`init: ${name}, beside its AWS clients`, aboveEmpty(name), aboveEmpty(peerOf(subject))),
  ];
}

function toMs(seconds: number): number {
  return seconds * 1_000;
}
