import { inspect } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { CredentialError, checkCredentials } from '../../../lib/annofab/index.ts';
import type { AnnofabEmulator } from '../../../local/annofab/index.ts';
import { demo, startEmulator } from '../../local/annofab/emulator.ts';
import { createClient, failureOf } from '../support.ts';

const password = { user_id: 'demo_owner', password: 'demo-password' };
const task = { ...demo, task_id: 'task-1' };
let annofab: AnnofabEmulator;

beforeEach(async () => {
  ({ annofab } = await startEmulator());
});

const operations = () => annofab.spy.requests.map(({ operation }) => operation);

/** Logs in, and returns the tokens as text, as they are saved. */
async function logIn(): Promise<string> {
  const client = createClient(annofab, { credentials: password });
  await client.signIn();
  const { id_token, access_token, refresh_token } = client.tokens ?? {};
  return JSON.stringify({ id_token, access_token, refresh_token });
}

describe('a client with saved tokens', () => {
  it('resumes the login without signing in again', async () => {
    const tokens = JSON.parse(await logIn());
    const client = createClient(annofab, { credentials: { tokens } });
    expect(await client.getTask(task)).toMatchObject({ task_id: 'task-1' });
    expect(client.tokens?.id_token).toBe(tokens.id_token);
    expect(operations()).toEqual(['login', 'getTask']);
  });

  it('refreshes tokens that have expired, and signs out', async () => {
    const tokens = JSON.parse(await logIn());
    annofab.faults.add({ operation: 'getTask', expiredToken: true, times: 1 });
    const client = createClient(annofab, { credentials: { tokens } });
    await client.getTask(task);
    expect(operations()).toEqual(['login', 'getTask', 'refreshToken', 'getTask']);
    await client.signOut();
    const error = await failureOf(client.getTask(task));
    expect(error).toBeInstanceOf(CredentialError);
    expect(error.message).toBe('The saved tokens of Annofab are no longer valid: log in again, and save the new ones.');
  });

  it('throws CredentialError when the refresh token is refused, too, or reads the credentials again', async () => {
    const tokens = { ...JSON.parse(await logIn()), refresh_token: 'revoked' };
    annofab.faults.add({ operation: 'getTask', expiredToken: true, times: 2 });
    const error = await failureOf(createClient(annofab, { credentials: { tokens } }).getTask(task));
    expect(error).toBeInstanceOf(CredentialError);
    const provider = async ({ reread }: { reread: boolean }) => (reread ? password : { tokens });
    expect(await createClient(annofab, { credentials: provider }).getTask(task)).toMatchObject({ task_id: 'task-1' });
    expect(operations().slice(1)).toEqual([
      ...['getTask', 'refreshToken'],
      ...['getTask', 'refreshToken', 'login', 'getTask'],
    ]);
  });

  it('hides the tokens when its credentials are printed', () => {
    const tokens = { id_token: 'secret-1', access_token: 'secret-2', refresh_token: 'secret-3' };
    const checked = checkCredentials({ tokens });
    expect(inspect(checked, { depth: 9 }) + JSON.stringify(checked)).not.toContain('secret');
  });

  it.each([
    {},
    { id_token: 'a', access_token: 'b' },
    'token',
    null,
    { id_token: 'a b', access_token: 'b', refresh_token: 'c' },
  ])('refuses the malformed tokens %j', (tokens) => {
    expect(() => checkCredentials({ tokens })).toThrow(CredentialError);
  });
});
