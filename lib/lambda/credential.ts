import type { Credentials } from '../annofab/index.ts';

/** What is wrong with the stored credential. It never holds the credential. */
export class CredentialSecretError extends Error {
  override readonly name = 'CredentialSecretError' as const;
}

/**
 * Reads the secret with the API credential: `{"pat": "…"}`, or `{"user_id": "…", "password": "…"}` for an account without
 * multi-factor login.
 *
 * @throws CredentialSecretError
 */
export function parseCredential(json: unknown): Credentials {
  const { pat, user_id, password } = textFields(json);
  if (pat !== undefined && user_id === undefined && password === undefined) return { pat };
  if (pat === undefined && user_id !== undefined && password !== undefined) return { user_id, password };
  throw new CredentialSecretError('it must be {"pat": "…"} or {"user_id": "…", "password": "…"}, and nothing empty');
}

/** The fields that hold a text which is not empty. */
function textFields(json: unknown): Readonly<Record<string, string | undefined>> {
  if (typeof json !== 'object' || json === null) return {};
  return Object.fromEntries(
    Object.entries(json).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''),
  );
}
