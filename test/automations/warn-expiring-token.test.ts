import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AnnofabClient, type Credentials } from '../../lib/annofab/index.ts';
import { warnExpiringToken } from '../../lib/automations/warn-expiring-token.ts';
import { startWorld, type World } from './support/world.ts';

const DAY = 24 * 3_600_000;
const expiring = { name: 'alert', reason: 'token-expiring' };

let world: World;

beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

describe('warnExpiringToken', () => {
  it('does not warn about a token that is valid for long', async () => {
    await check(await issue('functions', 15 * DAY));
    expect(world.counted).toEqual([]);
    expect(world.logged).toEqual([{ message: expect.stringContaining('token checked'), fields: { days: 14 } }]);
  });

  it('warns every day when the token expires within two weeks, with the number of days', async () => {
    const pat = await issue('functions', 13.5 * DAY);
    await check(pat);
    await check(pat);
    expect(world.counted).toEqual([expiring, expiring]);
    expect(world.logged[0]).toEqual({ message: expect.stringContaining('expires soon'), fields: { days: 13 } });
  });

  it('checks the current token and not the one that it replaced', async () => {
    const old = await issue('old', 2 * DAY);
    const fresh = await issue('fresh', 90 * DAY);
    await check(old);
    world.emulator.clock.advance(1_000);
    await check(fresh);
    expect(world.counted).toEqual([expiring]);
  });

  it('fails when the token has expired', async () => {
    const pat = await issue('functions', DAY);
    world.emulator.clock.advance(2 * DAY);
    await expect(check(pat)).rejects.toMatchObject({ name: 'UnauthorizedError' });
  });
});

it('does not warn an account that logs in with a password', async () => {
  await issue('of a person', DAY);
  await checkWith({ user_id: 'demo_owner', password: 'demo-password' });
  expect(world.counted).toEqual([]);
});

it('logs a warning and does not fail when the tokens cannot be listed', async () => {
  world.emulator.faults.add({ operation: 'getPersonalAccessTokens', status: 403 });
  await check(await issue('functions', DAY));
  expect(world.counted).toEqual([]);
  expect(world.logged).toEqual([{ message: expect.any(String), fields: { error_name: 'ForbiddenError' } }]);
});

/** A token of the demo's owner that lives so long. */
async function issue(id: string, expiration: number): Promise<string> {
  const { token } = await world.foreign.issuePersonalAccessToken({
    body: { id, note: id, expiration, permissions: [{ _type: 'All' }] },
  });
  return token;
}

const check = (pat: string) => checkWith({ pat });

async function checkWith(credentials: Credentials): Promise<void> {
  const annofab = new AnnofabClient({ credentials, baseUrl: world.emulator.url });
  await warnExpiringToken(world.tick({ annofab, now: () => world.emulator.clock.now().getTime() }));
}
