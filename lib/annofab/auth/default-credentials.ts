import { CredentialError } from '../errors.ts';
import type { Credentials, CredentialsProvider } from './credentials.ts';
import { findNetrcEntry, type NetrcEntry, parseNetrc } from './netrc.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The default credentials: `ANNOFAB_PAT`, else `ANNOFAB_USER_ID` and `ANNOFAB_PASSWORD`, else the machine of
 * that name in the .netrc file (`NETRC`, or `~/.netrc`). They are read when they are needed.
 *
 * @param machine the host of the base URL
 */
export function defaultCredentials(machine: string, environment: Environment = process.env): CredentialsProvider {
  return async () => fromEnvironment(environment) ?? (await fromNetrc(machine, environment));
}

function fromEnvironment(environment: Environment): Credentials | undefined {
  const { ANNOFAB_PAT: pat, ANNOFAB_USER_ID: user_id, ANNOFAB_PASSWORD: password } = environment;
  if (pat) return { pat };
  return user_id && password ? { user_id, password } : undefined;
}

/** @throws CredentialError when there is no such file or machine, or the machine has no user id and password */
async function fromNetrc(machine: string, environment: Environment): Promise<Credentials> {
  const path = await netrcPath(environment);
  const text = await readText(path, environment);
  if (text === undefined) throw none(`there is no ${path}`, environment);
  const entry = findNetrcEntry(parse(path, text), machine);
  if (!entry) throw none(`${path} has no machine ${machine}`, environment);
  const { login: user_id, password } = entry;
  if (user_id && password) return { user_id, password };
  const where = entry.machine === undefined ? 'the default entry' : `the machine ${machine}`;
  throw new CredentialError(`${path}: ${where} lacks its ${user_id ? 'password' : 'login'}.`);
}

async function netrcPath({ NETRC: path }: Environment): Promise<string> {
  if (path) return path;
  const [{ homedir }, { join }] = await Promise.all([import('node:os'), import('node:path')]);
  return join(homedir(), '.netrc');
}

/** Undefined where the default file does not exist; a file that `NETRC` names must exist. */
async function readText(path: string, { NETRC: named }: Environment): Promise<string | undefined> {
  const { readFile } = await import('node:fs/promises');
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (!named && error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new CredentialError(`${path}${named ? ', which NETRC names,' : ''} cannot be read.`, { cause: error });
  }
}

function parse(path: string, text: string): NetrcEntry[] {
  try {
    return parseNetrc(text);
  } catch (error) {
    throw new CredentialError(`${path}: ${error instanceof Error ? error.message : error}.`);
  }
}

function none(why: string, environment: Environment): CredentialError {
  const half = environment['ANNOFAB_USER_ID'] ? 'ANNOFAB_USER_ID is set without ANNOFAB_PASSWORD, and ' : '';
  return new CredentialError(
    `There are no credentials of Annofab: ${half}${why}. Give the client \`credentials\`, set ANNOFAB_PAT, or ` +
      'ANNOFAB_USER_ID and ANNOFAB_PASSWORD, or write the machine into the .netrc file.',
  );
}
