import type { MyNotificationMessage } from '../../../lib/annofab/api-description.ts';
import { isPathSegment } from '../../../lib/core/ids.ts';
import { type Clock, formatDateTime } from '../core/clock.ts';
import { createOrganizationRecord, type State } from '../core/state.ts';
import { accountByUserId, assertSeedId, within } from './checks.ts';
import { addProject } from './project.ts';
import type { Seed, SeedAccount, SeedOrganization } from './seed.ts';

const TOKEN_LIFE_MS = 10 * 365 * 24 * 60 * 60 * 1000;

/**
 * Fills a state from a seed. Everything that the seed refers to must be in it: a task's input data, a member's account, a
 * label of the specs. The seed is never changed, so many emulators may start from one.
 *
 * @param clock the time of the seed's first entries
 * @param now the present, shortly before which the work began that is not finished; without it, that work is as old as the rest
 * @throws Error that says which part of the seed is wrong, and how
 */
export function applySeed(state: State, seed: Seed, clock: Clock, now?: () => Date): void {
  for (const account of seed.accounts) within(`account ${account.user_id}`, () => addAccount(state, account, clock));
  for (const organization of seed.organizations) {
    within(`organization ${organization.organization_name}`, () => addOrganization(state, organization, clock));
  }
  for (const project of seed.projects)
    within(`project ${project.project_id}`, () => addProject(state, project, clock, now));
}

function addAccount(state: State, seed: SeedAccount, clock: Clock): void {
  if (!isPathSegment(seed.user_id)) throw new Error(`user_id ${JSON.stringify(seed.user_id)} cannot be part of a path`);
  assertSeedId('account_id', seed.account_id);
  if (state.accounts.has(seed.account_id)) throw new Error(`there is already an account ${seed.account_id}`);
  const { user_id, account_id, username, password, mfa_code: mfaCode } = seed;
  const now = clock.stamp();
  state.accounts.set(account_id, {
    password,
    ...(mfaCode !== undefined && { mfaCode }),
    account: {
      account_id,
      user_id,
      username,
      email: user_id.includes('@') ? user_id : `${user_id}@example.com`,
      lang: 'ja-JP',
      keylayout: 'ja-JP',
      authority: 'user',
      account_type: 'annofab',
      updated_datetime: now,
      errors: [],
    },
  });
  state.notifications.set(account_id, [welcome(now)]);
  for (const [index, token] of (seed.personal_access_tokens ?? []).entries()) {
    state.logins.personalAccessTokens.set(token, {
      id: `seed-${index + 1}`,
      token,
      account_id,
      note: 'From the seed',
      expired_datetime: formatDateTime(new Date(clock.now().getTime() + TOKEN_LIFE_MS)),
      permissions: [{ _type: 'All' }],
      created_datetime: now,
    });
  }
}

/** A notification to read. */
function welcome(at: string): MyNotificationMessage {
  return {
    message_id: 'welcome',
    title: 'Welcome',
    body: 'This is an Annofab on your own machine.',
    content_type: 'text/plain',
    opened: false,
    timestamp: at,
    created_datetime: at,
  };
}

function addOrganization(state: State, seed: SeedOrganization, clock: Clock): void {
  assertSeedId('organization_id', seed.organization_id);
  assertSeedId('organization_name', seed.organization_name);
  const now = clock.stamp();
  const dates = { created_datetime: now, updated_datetime: now };
  const { organization_id, organization_name } = seed;
  const members = seed.members.map(({ user_id, role }) => {
    const { account_id, username } = accountByUserId(state, user_id);
    return { organization_id, account_id, user_id, username, role, status: 'active' as const, ...dates };
  });
  const record = createOrganizationRecord({
    organization_id,
    organization_name,
    email: `${organization_name}@example.com`,
    price_plan: 'business',
    summary: {},
    ...dates,
  });
  for (const member of members) record.members.set(member.account_id, member);
  state.organizations.set(organization_id, record);
}
