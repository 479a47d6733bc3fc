import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../cli/commands.ts';
import { createDataset } from '../../lib/aws/dataset.ts';
import { lazy } from '../../lib/core/async/lazy.ts';
import { demoSeed } from '../../local/annofab/index.ts';
import { localNames, secretNames } from '../../local/names.ts';
import { makeDatasetVersion } from '../cli/datasets/make-dataset-version.ts';
import { type RecordedStack, startRecordedStack } from '../cli/recorded-stack.ts';
import { archiveBytes, box } from '../datasets/support/archive.ts';
import { specsJson } from '../datasets/support/specs.ts';
import { type Ended, runCommand } from '../support/run-command.ts';
import { commandsOf, type PageCommand, programsOf } from './commands-of-pages.ts';
import { blocksOf, PAGES, placeOf } from './pages.ts';

const PROJECT = localNames.project;
const THROWAWAY = 'throwaway-project';
const TASK = 'task-1';
/** An entry beside that of the project: the last one cannot be removed. */
const OTHER = { secret: 'secret-of-another-project', project_id: 'another-project' };

/** The commands of the pages that are not run, with the reason. */
const NOT_RUN: readonly { readonly command: RegExp; readonly because: string }[] = [
  { command: /^$/, because: 'names the program' },
  {
    command: /^(backfill|datasets( convert)?|deliveries|pilot|projects add|webhooks( apply| test)?)$/,
    because: 'is named without its options',
  },
  { command: /^init\b/, because: 'asks a person and writes to AWS: test/cli/init.test.ts' },
  { command: /^(start|emulator)\b/, because: 'runs until Ctrl-C: test/local/start, test/cli/emulator.test.ts' },
  {
    command: /^demo\b/,
    because: 'starts a stack of its own: test/local/demo/demo.test.ts, and shell.test.ts for what it prints',
  },
  { command: /^chaos\b/, because: 'runs for minutes: npm run chaos' },
];

/** The other programs that shell blocks call, with the reason why their commands are not run here. */
const OTHER_PROGRAMS: Readonly<Record<string, string>> = {
  npm: 'shell.test.ts compares the scripts and their options with package.json and the help',
  curl: 'shell.test.ts runs the blocks that have the address of the emulator',
  ...Object.fromEntries(['printf', 'openssl', 'sha256sum'].map((name) => [name, 'shell.test.ts runs the block'])),
  ...Object.fromEntries(['annofabcli', 'anno3d'].map((name) => [name, 'npm run test:peers runs them'])),
  aws: 'needs an AWS account',
  cat: 'shows what a command of aws wrote',
  git: 'needs a remote repository and tags',
  ...Object.fromEntries(['python3', '.venv/bin/pip'].map((name) => [name, 'needs a package registry'])),
  ...Object.fromEntries(['export', 'read', 'alias', 'source'].map((name) => [name, 'changes the shell of the reader'])),
};

const commands = commandsOf(PAGES);
const nameOf = ({ words }: PageCommand) => words.join(' ');
const reasonOf = (command: PageCommand) => NOT_RUN.find((row) => row.command.test(nameOf(command)));

let world: RecordedStack;

beforeAll(async () => {
  const [demo] = demoSeed.projects;
  if (demo === undefined) throw new Error('there is no demo project');
  const throwaway = { ...demo, project_id: THROWAWAY, input_data: [], tasks: [], supplementary_data: [] };
  world = await startRecordedStack({
    annofab: { seed: { ...demoSeed, projects: [...demoSeed.projects, throwaway] } },
    functions: { maxProcesses: 1 },
  });
  await writeFilesOfConvert(world.folder);
  await complete(TASK);
});
afterAll(() => world?.stop());

beforeEach(async () => {
  store(OURS);
  await world.stack.registerWebhooks(PROJECT);
});
afterEach(() => world.stack.settled());

async function complete(task: string): Promise<void> {
  await world.stack.annofab.completeTask(PROJECT, task);
  await world.stack.settled();
}

/** What a reader of docs/datasets.md has. */
async function writeFilesOfConvert(folder: string): Promise<void> {
  const input_data_id = `${TASK}-frame-1`;
  const annotations = [{ label: 'car', data: box(0, 0, 20, 20) }];
  const frame = { task_id: TASK, input_data_id, annotations, fields: { project_id: PROJECT } };
  const system_metadata = { _type: 'Image', original_resolution: { width: 100, height: 50 } };
  await mkdir(join(folder, 'photos'));
  await writeFile(join(folder, 'road.zip'), archiveBytes([frame]));
  await writeFile(join(folder, 'before.zip'), archiveBytes([frame]));
  await writeFile(join(folder, 'after.zip'), archiveBytes([{ ...frame, annotations: [] }]));
  await writeFile(join(folder, 'specs.json'), JSON.stringify(specsJson()));
  await writeFile(join(folder, 'inputs.json'), JSON.stringify([{ input_data_id, system_metadata }]));
}

/** A version with the tags that the pages name. */
const makeDataset = lazy(async () => {
  const { s3Url: endpoint, region } = world.stack.aws;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  await makeDatasetVersion(world.stack, createDataset({ bucket: world.stack.bucket, client }), PROJECT);
  client.destroy();
  for (const name of ['road-v3', 'road-v4']) await world.run(['datasets', 'tag', name, 'latest', '--project', PROJECT]);
});

let isAnyDead = false;

/** Makes a delivery that cannot be processed, and gives its label. */
async function makeDeadDelivery(): Promise<string> {
  isAnyDead = true;
  world.stack.annofab.faults.add({ operation: 'getTask', status: 403 });
  await complete('task-3');
  world.stack.annofab.faults.clear();
  const task = world.stack.annofab.state.projects.get(PROJECT)?.tasks.get('task-3');
  return `task-completed/${PROJECT}/task-3/${task?.operation_updated_datetime ?? ''}`;
}

async function dismissAll(): Promise<void> {
  if (isAnyDead) await world.run(['deliveries', 'dismiss', '--all', '--reason', 'test']);
  isAnyDead = false;
}

const OURS = { secret: localNames.webhookSecret, project_id: PROJECT };
const store = (...webhook_secrets: readonly object[]) =>
  world.stack.aws.secrets.put(secretNames.webhooks, { webhook_secrets });

/** What has to be there before a command; it may give the delivery that the command names. */
const PREPARATIONS: readonly (readonly [command: RegExp, prepare: () => unknown])[] = [
  [/^deliveries (show|resend|dismiss)\b/, makeDeadDelivery],
  [/^datasets .*--project\b/, makeDataset],
  [/^doctor\b/, dismissAll],
  [/^projects remove\b/, () => store(OTHER, OURS)],
  [/^pilot\b/, () => store({ secret: localNames.webhookSecret })],
];

/** Values that are known when the stack runs. */
const [FOLDER, URL, DELIVERY] = ['{folder}', '{url}', '{delivery}'] as const;
const inFolder = (name: string) => `${FOLDER}/${name}`;

/** What a reader fills in for the value of an option. */
const OPTIONS: Readonly<Record<string, (value: string) => string>> = {
  '--project': () => PROJECT,
  '--task': (value) => (/^(<.*>|T)$/.test(value) ? TASK : value),
  '--url': () => URL,
  '--reason': () => 'test',
  ...Object.fromEntries(['--to', '--out', '--specs', '--inputs', '--images'].map((option) => [option, inFolder])),
};

/** The command on the local stack, with what a reader fills in: ids, addresses, files in a folder, and the answer to a question. */
function filledIn(words: readonly string[]): string[] {
  const command = words.slice(0, 2).join(' ');
  const filled = words.flatMap((word, at) => {
    const option = words[at - 1] ?? '';
    if (word === '--stage' || option === '--stage' || word === '--local') return [];
    const value = OPTIONS[option]?.(word) ?? argumentOf(word);
    return option === '--project' && command.startsWith('pilot') ? [THROWAWAY] : [value];
  });
  const asks = /^(webhooks (apply|remove)|projects remove|pilot --project)$/.test(command);
  return asks && !filled.some((word) => /^--(yes|dry-run)$/.test(word)) ? [...filled, '--yes'] : filled;
}

function argumentOf(word: string): string {
  if (word.endsWith('.zip')) return inFolder(word);
  if (word === '<version>') return 'latest';
  return /^<.*(delivery|key|label).*>$/.test(word) ? DELIVERY : word;
}

/** Commands that need neither a deployment nor Annofab. */
const WITHOUT_STACK = /^(help|convert(?!.* --download)|completion)\b/;

async function runOnStack(command: string, args: readonly string[]): Promise<Ended> {
  const prepare = PREPARATIONS.find(([pattern]) => pattern.test(command))?.[1];
  const delivery = String(await prepare?.());
  const { folder, stack } = world;
  const [name = '', ...more] = args.map((word) =>
    word.replace(FOLDER, folder).replace(URL, stack.host.url).replace(DELIVERY, delivery),
  );
  if (WITHOUT_STACK.test(command)) return runCommand(name, more);
  return world.run([name, ...more], { ANNOFAB_WEBHOOK_SECRET: localNames.webhookSecret });
}

describe('the commands of the pages', () => {
  /** Commands that differ only in what the reader fills in are one. */
  const toRun = Map.groupBy(
    commands.filter((command) => !reasonOf(command)),
    ({ words }) => filledIn(words).join(' '),
  );

  it.each([...toRun])('%s ends with 0 on the local stack', async (title, same) => {
    const { code, out, err } = await runOnStack(title, filledIn(same[0]?.words ?? []));
    expect({ code, pages: same.flatMap(({ pages }) => pages), out, err }).toMatchObject({ code: 0 });
  });

  it('are run, except for those that the list names with a reason', () => {
    const unused = NOT_RUN.filter((row) => !commands.some((command) => reasonOf(command) === row));
    expect(unused).toEqual([]);
    const run = new Set([...toRun.keys()].map((title) => title.split(' ')[0]));
    const notRun = COMMANDS.map(({ name }) => name).filter((name) => !run.has(name));
    expect(notRun.sort()).toEqual(['chaos', 'demo', 'emulator', 'init', 'start']);
  });

  it('are all that shell blocks call, except for the programs that the list names with a reason', () => {
    const programs = new Set(PAGES.flatMap(programsOf));
    expect([...programs].sort()).toEqual(Object.keys(OTHER_PROGRAMS).sort());
  });
});

describe('what the pages show below a command', () => {
  const shown = blocksOf(...PAGES).filter(({ text }) => /^\$ npx annofab-functions (?!help\b)/.test(text));
  const byText = Map.groupBy(shown, ({ text }) => text);

  it('is there in both languages', () => {
    expect(shown.map(({ page }) => page)).toEqual(['docs/ja/operations.md', 'docs/operations.md']);
  });

  it.each([...byText].map(([text, blocks]) => [blocks.map(placeOf).join(', '), text] as const))(
    '%s is what it prints',
    async (_, text) => {
      const [line = '', ...expected] = text.trimEnd().split('\n');
      const args = filledIn(line.replace('$ npx annofab-functions ', '').split(' '));
      await dismissAll();
      await makeDeadDelivery();
      const { code, out } = await runOnStack(args.join(' '), args);
      expect(code).toBe(0);
      // An ellipsis stands for more text.
      const printed = masked(out).trimEnd().split('\n');
      const patterns = expected.map((one) =>
        masked(one)
          .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
          .replaceAll('…', '.*'),
      );
      expect(printed).toEqual(patterns.map((pattern) => expect.stringMatching(new RegExp(`^${pattern}$`))));
    },
  );
});

/** Without what differs from run to run: keys, times, and the width of columns. */
function masked(text: string): string {
  return text
    .replaceAll(/\b[0-9a-f]{12}\b/g, 'KEY')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+09:00)/g, 'TIME')
    .replaceAll(/ +/g, ' ');
}
