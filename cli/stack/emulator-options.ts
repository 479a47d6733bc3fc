import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { assertFault } from '../../local/annofab/control/fault.ts';
import { assertSettings } from '../../local/annofab/core/settings-check.ts';
import type { EmulatorOptions, Fault, Settings } from '../../local/annofab/index.ts';
import { readSeed } from '../../local/annofab/seed/seed-file/index.ts';
import { UsageError } from '../frame/exit-codes.ts';
import type { EmulatorArguments } from './options.ts';

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

/** Prefixes errors with the place. @throws UsageError: another start with the same options cannot succeed */
async function within<T>(place: string, work: Promise<T> | (() => Promise<T>)): Promise<T> {
  try {
    return await (typeof work === 'function' ? work() : work);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${place}: ${message}`);
  }
}
