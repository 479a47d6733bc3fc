import { type Command, InvalidArgumentError, Option } from 'commander';
import { isDateTime } from '../lib/core/date-time.ts';
import { isId } from '../lib/core/ids.ts';
import { DEFAULT_STAGE } from '../lib/webhooks/templates.ts';

/** Options that several commands have, and the parsers of their values. They load nothing but small pure modules. */

/** The options of a command that talks to Annofab. */
export interface AnnofabOptions {
  readonly endpoint?: string;
  readonly local?: string;
}

/** The options of a command that talks to a deployment. */
export interface DeploymentOptions {
  readonly stage: string;
  readonly region?: string;
  /** The stack of `npm start` instead: its AWS address, or {@link ANY_LOCAL}. */
  readonly local?: string;
}

/** The value of `--local` without an address: the one stack that `npm start` runs. */
export const ANY_LOCAL = 'running';

export const CREDENTIAL_HELP = `
The credential of Annofab is read from the environment:
  ANNOFAB_PAT                          a personal access token, or
  ANNOFAB_USER_ID, ANNOFAB_PASSWORD    for an account without multi-factor login`;

export const AWS_HELP = `
AWS credentials and the region come from the sources of the AWS command line (AWS_PROFILE, AWS_REGION, SSO …).
With --local, the command uses the stack that "npm start" runs on this machine; --local <address> names one of several by the
address that it prints for AWS.`;

export function projectOption(): Option {
  return new Option('--project <id>', 'id of the Annofab project').argParser(toId).makeOptionMandatory();
}

export function jsonOption(): Option {
  return new Option('--json', 'print one line of JSON');
}

export function stageOption(description = 'the stage of the deployment'): Option {
  return new Option('--stage <stage>', description).default(DEFAULT_STAGE).argParser(toName);
}

export function endpointOption(): Option {
  return new Option('--endpoint <url>', "Annofab's address; https://annofab.com by default")
    .env('ANNOFAB_ENDPOINT_URL')
    .argParser(toUrl);
}

export function localOption(): Option {
  return new Option('--local [url]', 'use the stack that "npm start" runs, instead of AWS').argParser((value) =>
    value === ANY_LOCAL ? value : toUrl(value),
  );
}

/** Adds the options that find a deployment: stage and region, or the local stack. */
export function withDeployment(command: Command): Command {
  return command
    .addOption(stageOption())
    .option(
      '--region <region>',
      'the region of the deployment; by default that of the AWS configuration, or ap-northeast-1',
    )
    .addOption(localOption());
}

/** Reads a port from the command line; 0 stands for a free one. */
export function toPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('It must be a number from 0 to 65535.');
  return port;
}

/** Checks an address on the command line. */
export function toUrl(value: string): string {
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new InvalidArgumentError('It must be an address that begins with https:// or http://.');
  }
  return value;
}

/** Checks the id of a project or task on the command line. */
export function toId(value: string): string {
  if (!isId(value)) throw new InvalidArgumentError('It must be an id of Annofab.');
  return value;
}

export function toName(value: string): string {
  if (!/^[A-Za-z0-9-]+$/.test(value)) throw new InvalidArgumentError('It must consist of letters, digits and hyphens.');
  return value;
}

export function toNonEmpty(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return value;
}

/** @returns the parser of a whole number within these limits */
export function toWholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d{1,15}$/.test(text) && number >= min && number <= max) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
  };
}

/** A day begins in the time zone of this machine, as people mean it. */
export function toTime(value: string): number {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const time = Date.parse(isDay ? `${value}T00:00:00` : value);
  if (Number.isNaN(time) || !(isDay || isDateTime(value))) {
    throw new InvalidArgumentError('It must be a day (2026-01-31) or a date-time (2026-01-31T09:00:00.000+09:00).');
  }
  return time;
}

/** Parses an option that may be repeated. */
export function collect<T>(parse: (value: string) => T): (value: string, before?: readonly T[]) => T[] {
  return (value, before = []) => [...before, parse(value)];
}

/**
 * Gives a `--local` without an address its value, so that it may stand before an argument:
 * `show --local <delivery>` means the delivery.
 */
export function withLocalValue(args: readonly string[]): string[] {
  const isAddress = (text = '') => /^https?:|^[\w.-]+:\d{2,5}$/.test(text);
  return args.map((arg, index) => (arg === '--local' && !isAddress(args[index + 1]) ? `--local=${ANY_LOCAL}` : arg));
}
