import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AnnofabClient, CredentialError, type MfaCode } from '../../../lib/annofab/index.ts';
import { startEmulator } from '../../local/annofab/emulator.ts';
import { createClient, failureOf, gate } from '../support.ts';

const owner = { user_id: 'demo_owner', password: 'demo-password' };
const twoFactor = { user_id: 'demo_mfa', password: 'demo-mfa-password' };

/** An emulator, the operations it is asked, and a client that signs in by password. */
async function setUp(mfaCode?: MfaCode) {
  const { annofab } = await startEmulator();
  const client = new AnnofabClient({
    credentials: mfaCode ? { ...twoFactor, mfaCode } : owner,
    baseUrl: annofab.url,
    maxWaitMs: 0,
  });
  onTestFinished(() => client.close());
  return { annofab, client, asked: () => annofab.spy.requests.map(({ operation }) => operation) };
}

describe('multi-factor login', () => {
  it('asks for the code once, for all requests that wait for it', async () => {
    const asked: string[] = [];
    const { client, asked: operations } = await setUp(async ({ user_id }) => {
      asked.push(user_id);
      return '123456';
    });
    await Promise.all([client.getMyAccount(), client.getMyOrganizations(), client.signIn()]);
    expect(asked).toEqual(['demo_mfa']);
    expect(operations().slice(0, 2)).toEqual(['login', 'loginRespondToAuthChallenge']);
    expect(await client.account()).toMatchObject({ user_id: 'demo_mfa' });
  });

  it('reports a refused code, and asks for another one at the next attempt', async () => {
    const codes = ['000000', '123456'];
    const { client } = await setUp(async () => codes.shift() ?? '');
    const error = await failureOf(client.getMyAccount());
    expect(error).toBeInstanceOf(CredentialError);
    expect(error.message).toMatch(/refused the multi-factor code of demo_mfa: it is wrong or has expired/);
    expect(error.message).not.toContain('000000');
    expect(await client.getMyAccount()).toMatchObject({ user_id: 'demo_mfa' });
    expect(codes).toEqual([]);
  });

  it('reports a code that came too late', async () => {
    const { client, annofab } = await setUp(async () => {
      annofab.clock.advance(3 * 60 * 1000);
      return '123456';
    });
    expect((await failureOf(client.getMyAccount())).message).toMatch(/wrong or has expired/);
  });

  it.each(['', ' '])('refuses an empty code without sending it: %j', async (code) => {
    const { client, asked } = await setUp(async () => code);
    expect((await failureOf(client.signIn())).message).toMatch(/gave no code/);
    expect(asked()).toEqual(['login']);
  });

  it('rejects with the error of mfaCode', async () => {
    const { client } = await setUp(async () => {
      throw new Error('nobody is at the keyboard');
    });
    expect((await failureOf(client.getMyAccount())).message).toBe('nobody is at the keyboard');
  });

  it('aborts the signal of mfaCode when no request waits for the code any longer', async () => {
    const asked = gate();
    let withdrawn: AbortSignal | undefined;
    const { client } = await setUp(({ signal }) => {
      withdrawn = signal;
      asked.open();
      return new Promise(() => {});
    });
    const stop = new AbortController();
    const signIn = failureOf(client.signIn({ signal: stop.signal }));
    await asked.opened;
    expect(withdrawn?.aborted).toBe(false);
    stop.abort(new Error('enough'));
    expect((await signIn).message).toBe('enough');
    expect(withdrawn?.aborted).toBe(true);
  });

  it('waits for the code no longer than timeoutMs', async () => {
    const { client } = await setUp(() => new Promise(() => {}));
    expect(await failureOf(client.signIn({ timeoutMs: 20 }))).toMatchObject({
      name: 'TimeoutError',
      operation: 'signIn',
    });
  });

  it('does not ask for a code where the account has no second factor', async () => {
    const { annofab } = await startEmulator();
    const mfaCode = async () => {
      throw new Error('nobody should be asked');
    };
    const client = createClient(annofab, { credentials: { ...owner, mfaCode } });
    expect(await client.account()).toMatchObject({ user_id: 'demo_owner' });
  });
});

describe('signing out', () => {
  it('ends the login at Annofab, and the next request signs in again', async () => {
    const { client, annofab, asked } = await setUp();
    await client.signIn();
    const old = client.tokens?.id_token ?? '';
    await client.signOut();
    expect(client.tokens).toBeUndefined();
    const refused = await fetch(`${annofab.url}/api/v1/my/account`, { headers: { authorization: old } });
    expect(refused.status).toBe(401);
    await client.getMyAccount();
    expect(asked()).toEqual(['login', 'logout', 'getMyAccount', 'login', 'getMyAccount']);
  });

  it('does nothing when not signed in, and only deletes a personal access token', async () => {
    const { client, annofab, asked } = await setUp();
    await client.signOut();
    const withPat = createClient(annofab, { credentials: { pat: 'demo-pat' } });
    await withPat.getMyAccount();
    await withPat.signOut();
    await withPat.getMyAccount();
    expect(asked()).toEqual(['getMyAccount', 'getMyAccount']);
  });

  it('waits for a sign-in in progress, so that its token does not outlive the sign-out', async () => {
    const code = gate();
    const asked = gate();
    const { client, asked: operations } = await setUp(async () => {
      asked.open();
      await code.opened;
      return '123456';
    });
    const signIn = client.signIn();
    await asked.opened;
    const signOut = client.signOut();
    code.open();
    await Promise.all([signIn, signOut]);
    expect(client.tokens).toBeUndefined();
    expect(operations()).toEqual(['login', 'loginRespondToAuthChallenge', 'logout']);
  });

  it('deletes the tokens even when Annofab fails to end the login', async () => {
    const { client, annofab } = await setUp();
    await client.signIn();
    annofab.faults.add({ operation: 'logout', status: 500 });
    expect(await failureOf(client.signOut())).toMatchObject({ name: 'ServerError', operation: 'logout' });
    expect(client.tokens).toBeUndefined();
  });
});

describe('the tokens of a login', () => {
  it('exposes the tokens of a login, and hides them when they are printed, logged or serialised', async () => {
    const { client } = await setUp();
    expect(client.tokens).toBeUndefined();
    await client.signIn();
    const { tokens } = client;
    const secrets = [tokens?.id_token, tokens?.access_token, tokens?.refresh_token];
    expect(secrets.every((secret) => typeof secret === 'string' && secret.length > 10)).toBe(true);
    const written = [inspect(tokens), inspect(client, { depth: 9 }), JSON.stringify({ tokens }), `${tokens}`].join();
    for (const secret of secrets) expect(written).not.toContain(secret);
    expect(Object.keys(tokens ?? {})).toEqual([]);
    expect(Object.keys(client)).not.toContain('tokens');
  });

  it('has no tokens with a personal access token', async () => {
    const { annofab } = await startEmulator();
    const client = createClient(annofab, { credentials: { pat: 'demo-pat' } });
    await client.signIn();
    expect(client.tokens).toBeUndefined();
  });
});

describe('the account', () => {
  it('reads the account once for concurrent callers', async () => {
    const { client, asked } = await setUp();
    const [one, other] = await Promise.all([client.account(), client.account()]);
    expect(one).toBe(other);
    expect(await client.account()).toMatchObject({ user_id: 'demo_owner' });
    expect(asked()).toEqual(['login', 'getMyAccount']);
  });

  it('reads the account again after a failure, and after signing out', async () => {
    const { client, annofab, asked } = await setUp();
    annofab.faults.add({ operation: 'getMyAccount', status: 404, times: 1 });
    expect(await failureOf(client.account())).toMatchObject({ status: 404 });
    await client.account();
    await client.signOut();
    await client.account();
    expect(asked().filter((operation) => operation === 'getMyAccount')).toHaveLength(3);
  });

  it('reads the account again when the credentials became those of another account', async () => {
    const { annofab } = await startEmulator();
    let pat = 'demo-pat';
    const client = createClient(annofab, { credentials: async () => ({ pat }) });
    expect(await client.account()).toMatchObject({ user_id: 'demo_owner' });
    pat = 'demo-worker-pat';
    const tokens = annofab.state.logins.personalAccessTokens;
    tokens.delete('demo-pat');
    await client.getMyOrganizations();
    expect(await client.account()).toMatchObject({ user_id: 'demo_worker' });
  });

  it('waits for the account no longer than timeoutMs', async () => {
    const { client, annofab } = await setUp();
    annofab.faults.add({ operation: 'getMyAccount', delayMs: 5_000 });
    expect(await failureOf(client.account({ timeoutMs: 100 }))).toMatchObject({ name: 'TimeoutError' });
  });
});
