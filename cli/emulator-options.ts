import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { parse } from 'yaml';
import { assertFault } from '../local/annofab/control/fault.ts';
import { assertSettings } from '../local/annofab/core/settings-check.ts';
import type { EmulatorOptions, Fault, Settings } from '../local/annofab/index.ts';
import { readSeed } from '../local/annofab/seed/seed-file/index.ts';
import { toPort } from './arguments.ts';

/** The options on the command line. */
export interface EmulatorArguments {
  port: number;
  filesPort: number;
  host: string;
  seed?: string;
  load?: string;
  import?: string;
  saveOnExit?: string;
  settings?: string;
  set: string[];
  faults?: string;
  fault: string[];
  controlHost: string[];
  legacy: boolean;
  json?: true;
}

const collect = (text: string, before: string[]): string[] => [...before, text];

export function emulatorCommand(): Command {
  return new Command('npm run emulator --')
    .description('Starts the Annofab emulator alone and runs it until Ctrl-C.')
    .option('--port <port>', 'port of the API; 0 is a free one', toPort, 0)
    .option('--files-port <port>', 'port of the file server; 0 is a free one', toPort, 0)
    .option(
      '--host <address>',
      'address to listen on; on any other than 127.0.0.1, everyone who can reach it can use it',
      '127.0.0.1',
    )
    .option('--seed <file>', 'seed file instead of the demo: YAML or JSON, see docs/emulator.md')
    .addOption(new Option('--load <snapshot>', 'continue from a snapshot').conflicts(['seed', 'import']))
    .option('--save-on-exit <snapshot>', 'write a snapshot when it is stopped')
    .option('--import <archive.zip>', 'import a project from a Simple annotation archive of Annofab')
    .option('--settings <file>', 'settings by name: YAML or JSON')
    .option('--set <name=value>', 'a setting, such as webhookRetries=2; may be repeated', collect, [])
    .option('--faults <file>', 'a list of faults: YAML or JSON')
    .option('--fault <fault>', 'a fault, such as operation=getTask,status=503,times=2; may be repeated', collect, [])
    .option(
      '--control-host <name>',
      'host name of this machine that may use /__emulator/; may be repeated',
      collect,
      [],
    )
    .option('--legacy', 'also serve operations that Annofab has removed', false)
    .option('--json', 'print one line of JSON when it is ready')
    .addHelpText('after', HELP);
}

const HELP = `
While it runs, /__emulator/ on the API's port adds faults, changes settings, sets the clock, shows recorded requests and
webhooks, saves and loads snapshots, and resets the state. Reference: docs/emulator.md

Examples:
  npm run emulator -- --port 8080
  npm run emulator -- --seed streets.yaml --set webhookRetries=2 --fault operation=*,status=503,rate=0.05
  npm run emulator -- --load state.json --save-on-exit state.json`;

/**
 * Reads the files that the command line names, and validates all options.
 *
 * @throws Error with a message that begins with the option
 */
export async function readOptions(given: EmulatorArguments): Promise<EmulatorOptions> {
  const { port, filesPort, host, legacy, controlHost: controlHosts } = given;
  return {
    port,
    filesPort,
    host,
    legacy,
    controlHosts,
    settings: await readSettings(given),
    faults: await readFaults(given),
    ...(given.seed !== undefined && {
      seed: await within(given.seed, readSeed(given.seed)),
    }),
    ...(given.load !== undefined && { snapshot: await within(given.load, readText(given.load)) }),
  };
}

async function readSettings({ settings: file, set }: EmulatorArguments): Promise<Partial<Settings>> {
  const ofFile = file === undefined ? {} : await within(file, readYaml(file).then(checkedSettings));
  const pairs = set.map((text) => within(`--set ${text}`, async () => checkedSettings(toFields(text))));
  return Object.assign(ofFile, ...(await Promise.all(pairs)));
}

async function readFaults({ faults: file, fault }: EmulatorArguments): Promise<Fault[]> {
  const ofFile = file === undefined ? [] : await within(file, readYaml(file).then(checkedFaults));
  const pairs = fault.map((text) => within(`--fault ${text}`, async () => checkedFaults([toFields(text)])));
  return [ofFile, ...(await Promise.all(pairs))].flat();
}

function checkedSettings(value: unknown): Partial<Settings> {
  assertSettings(value);
  return value;
}

function checkedFaults(value: unknown): Fault[] {
  if (!Array.isArray(value)) throw new Error('it must be a list of faults');
  return value.map((fault: unknown) => {
    assertFault(fault);
    return fault;
  });
}

/** Parses `name=value,name=value` with values in YAML, or a JSON object. */
function toFields(text: string): unknown {
  if (text.startsWith('{')) return parse(text);
  return Object.fromEntries(
    text.split(',').map((part) => {
      const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(part) ?? [];
      if (name === '') throw new Error(`${JSON.stringify(part)} is not of the form name=value`);
      // A lone * would be an alias in YAML.
      return [name, value === '*' ? value : parse(value)];
    }),
  );
}

async function readYaml(file: string): Promise<unknown> {
  return parse(await readText(file));
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && Reflect.get(error, 'code') === 'ENOENT';
    throw new Error(isMissing ? 'there is no such file' : 'it cannot be read', { cause: error });
  }
}

/** Prefixes errors with the place. */
async function within<T>(place: string, work: Promise<T> | (() => Promise<T>)): Promise<T> {
  try {
    return await (typeof work === 'function' ? work() : work);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${place}: ${message}`, { cause: error });
  }
}
