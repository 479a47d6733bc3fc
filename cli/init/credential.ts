import { text } from 'node:stream/consumers';
import {
  AnnofabClient,
  ApiError,
  ConnectionError,
  CredentialError,
  checkCredentials,
  type PasswordCredentials,
  TimeoutError,
  type TokenCredentials,
  UnauthorizedError,
} from '../../lib/annofab/index.ts';
import { isJsonObject, parseJson } from '../../lib/core/json.ts';
import { UsageError } from '../frame/exit-codes.ts';
import type { Terminal } from '../frame/terminal.ts';
import { rolesByProject } from '../projects/known-projects.ts';
import { askFor, QUESTIONS } from './answers.ts';
import type { InitOptions } from './options.ts';

/** A credential as the functions read it from its secret. */
export type StoredCredential = TokenCredentials | Pick<PasswordCredentials, 'user_id' | 'password'>;

/** A credential that Annofab accepted. */
export interface TriedCredential {
  readonly credential: StoredCredential;
  /** Projects of which the account is not an owner. */
  readonly notOwned: readonly string[];
}

/** How often a wrong credential may be typed. */
const ATTEMPTS = 3;
/** A request to Annofab is repeated for as long at most. */
const MAX_WAIT_MS = 2_000;

export interface CredentialRequest {
  readonly options: InitOptions;
  readonly terminal: Terminal | undefined;
  /** The stored one, which is kept unless another one is given. */
  readonly stored: StoredCredential | undefined;
  readonly endpoint: string;
  readonly projects: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * Reads a credential, from standard input or by a question that does not show it, and signs in with it.
 *
 * @throws Error when Annofab does not accept it; the error does not contain it
 */
export async function readCredential(request: CredentialRequest): Promise<TriedCredential> {
  const { options, terminal, stored } = request;
  if (options.credentialStdin) return tried(parseGiven(await readInput(), options.userId), request);
  if (terminal === undefined) {
    if (stored !== undefined && options.userId === undefined) return tried(stored, request);
    throw new UsageError('There is no credential. Give it on standard input, with --credential-stdin.');
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tried(await askCredential(request, terminal), request);
    } catch (error) {
      if (!(error instanceof RefusedCredentialError) || attempt === ATTEMPTS) throw error;
      console.error(error.message);
    }
  }
}

/** What kind it is, without its value. */
export function kindOf(credential: StoredCredential): string {
  return 'pat' in credential ? 'a personal access token' : 'a user id with a password';
}

/** A credential that the functions can use: saved tokens of a login expire. `undefined` for anything else. */
export function storedCredential(json: unknown): StoredCredential | undefined {
  try {
    return toStored(json);
  } catch {
    return undefined;
  }
}

/** Annofab refused the credential, or it cannot be one: another one may be typed. */
class RefusedCredentialError extends Error {
  override readonly name = 'RefusedCredentialError';
}

async function askCredential({ options, stored }: CredentialRequest, terminal: Terminal): Promise<StoredCredential> {
  const keeps = stored !== undefined && options.userId === undefined;
  const userId = options.userId ?? (await askFor(terminal, QUESTIONS.userId()));
  const what = userId === '' ? 'Personal access token' : `Password of ${userId}`;
  const typed = await terminal.askHidden(`${what} (not shown${keeps ? '; empty: keep the stored credential' : ''}): `);
  if (typed === '' && keeps) return stored;
  return parseGiven(typed, userId === '' ? undefined : userId);
}

async function readInput(): Promise<string> {
  if (process.stdin.isTTY) {
    throw new UsageError('--credential-stdin reads from a pipe or a file. On a terminal, leave it out: you are asked.');
  }
  return text(process.stdin);
}

/** Text is a token, or the password of the user; JSON is as in the secret. */
function parseGiven(given: string, userId: string | undefined): StoredCredential {
  const line = given.replace(/\r?\n$/, '');
  if (userId !== undefined) return toStored({ user_id: userId, password: line });
  const json = parseJson(line);
  return toStored(isJsonObject(json) ? json : { pat: line.trim() });
}

/** @throws RefusedCredentialError that does not contain it */
function toStored(json: unknown): StoredCredential {
  try {
    const { pat, user_id, password } = checkCredentials(json);
    if (pat !== undefined) return { pat };
    if (user_id !== undefined && password !== undefined) return { user_id, password };
  } catch (error) {
    if (!(error instanceof CredentialError)) throw error;
    throw new RefusedCredentialError(error.message, { cause: error });
  }
  throw new RefusedCredentialError('The credential must be a personal access token, or a user id with a password.');
}

async function tried(credential: StoredCredential, request: CredentialRequest): Promise<TriedCredential> {
  const { endpoint, projects, signal } = request;
  const annofab = new AnnofabClient({ baseUrl: endpoint, credentials: credential, maxWaitMs: MAX_WAIT_MS });
  try {
    await annofab.getMyAccount({}, { signal });
    if (projects.length === 0) return { credential, notOwned: [] };
    const roles = await rolesByProject(annofab, signal);
    return { credential, notOwned: projects.filter((id) => roles.get(id) !== 'owner') };
  } catch (error) {
    signal.throwIfAborted();
    throw explained(error, endpoint);
  } finally {
    await annofab.close();
  }
}

function explained(error: unknown, endpoint: string): unknown {
  if (error instanceof UnauthorizedError || error instanceof CredentialError) {
    return new RefusedCredentialError(`Annofab does not accept the credential. ${error.message}`, { cause: error });
  }
  if (error instanceof ConnectionError || error instanceof TimeoutError || error instanceof ApiError) {
    return new Error(`The credential could not be tried at ${endpoint}. Check the address. ${error.message}`, {
      cause: error,
    });
  }
  return error;
}
