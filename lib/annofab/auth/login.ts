import { raceSignal } from '../../core/async/race-signal.ts';
import { BadRequestError, CredentialError } from '../errors.ts';
import type { Wait } from '../http/retry-loop.ts';
import type { PasswordCredentials } from './credentials.ts';
import { challengeOf } from './session-token.ts';

export type SignInOperation = 'login' | 'loginRespondToAuthChallenge' | 'refreshToken' | 'logout';

/** Sends the operation without Authorization and returns its content. */
export type SignIn = (operation: SignInOperation, body: object, wait: Wait) => Promise<unknown>;

/**
 * Logs in with user id and password, and the code of the second factor where Annofab asks for it.
 *
 * @returns Annofab's response with the tokens
 * @throws CredentialError when the credentials have no `mfaCode`, or when Annofab refuses the code
 */
export async function logIn(credentials: PasswordCredentials, signIn: SignIn, wait: Wait): Promise<unknown> {
  const { user_id, password } = credentials;
  const answer = await signIn('login', { user_id, password }, wait);
  const session = challengeOf(answer);
  if (session === undefined) return answer;
  const mfa_code = await askForCode(credentials, wait);
  try {
    return await signIn('loginRespondToAuthChallenge', { user_id, mfa_code, session }, wait);
  } catch (error) {
    throw error instanceof BadRequestError ? codeRefused(user_id, error) : error;
  }
}

async function askForCode({ user_id, mfaCode }: PasswordCredentials, { signal }: Wait): Promise<string> {
  if (!mfaCode) {
    throw new CredentialError(
      `The account ${user_id} has multi-factor login. Give the credentials a function \`mfaCode\` that asks for the ` +
        'code, or use a personal access token, which needs none: {"pat": …}.',
    );
  }
  const code: unknown = await raceSignal(signal, async () => mfaCode({ user_id, signal }));
  if (typeof code === 'string' && code.trim() !== '') return code.trim();
  throw new CredentialError(`mfaCode gave no code for the multi-factor login of ${user_id}.`);
}

function codeRefused(userId: string, cause: BadRequestError): CredentialError {
  return new CredentialError(
    `Annofab refused the multi-factor code of ${userId}: it is wrong or has expired. Try again with a new one. ` +
      `(${cause.message})`,
    { cause },
  );
}
