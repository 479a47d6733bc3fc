import type { AccountRecord, State } from '../core/state.ts';

/** Guests of projects are none: nobody logs in as one, and nobody can make one a member. */
export function accountByUserId(state: State, userId: string): AccountRecord | undefined {
  return [...state.accounts.values()].find(({ account }) => account.user_id === userId && !isGuest({ account }));
}

export function accountByEmail(state: State, email: string): AccountRecord | undefined {
  return [...state.accounts.values()].find(({ account }) => account.email === email);
}

export function isGuest({ account }: Pick<AccountRecord, 'account'>): boolean {
  return account.account_type === 'project_guest';
}

/** What a member's record says of the account stays what the account itself says. */
export function updateMemberships({ organizations, projects }: State, { account }: AccountRecord): void {
  const { account_id, user_id, username, biography } = account;
  const records = [...organizations.values(), ...projects.values()];
  for (const member of records.flatMap(({ members }) => members.get(account_id) ?? [])) {
    Object.assign(member, { user_id, username, ...(biography !== undefined && { biography }) });
  }
}
