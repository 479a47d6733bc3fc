import { randomUUID } from 'node:crypto';
import type { Message } from '../../../lib/annofab/api-description.ts';
import { invalidBody, stateMismatch, unauthorized } from '../core/errors.ts';
import type { AccountRecord, State } from '../core/state.ts';
import type { HandlerTable } from '../server/handler.ts';
import { accountByEmail, accountByUserId, deleteAccount, newAccount } from './accounts.ts';
import { randomToken } from './issue-tokens.ts';
import { latestMail, redeemMail, redeemToken, sendMail } from './mail.ts';

/** Sign-up, password and e-mail procedures that Annofab has moved to its account site. Their codes are in `state.mails`. */
export const legacyAccounts = {
  /** A repeated request sends another mail for the same account. */
  initiateSignup: ({ body, ...world }) => {
    const { state } = world;
    if (accountByEmail(state, body.email)) throw invalidBody(`${body.email} belongs to an account`);
    const before = state.mails.find(({ kind, to }) => kind === 'sign-up' && to === body.email);
    sendMail(world, { kind: 'sign-up', to: body.email, account_id: before?.account_id ?? randomUUID() });
    return sent(body.email);
  },

  confirmSignup: ({ body, ...world }) => {
    const { state, clock } = world;
    if (accountByUserId(state, body.user_id)) throw invalidBody(`The user id ${body.user_id} is taken`);
    assertPassword(body.password);
    const { to } = redeemMail(world, 'sign-up', body.account_id, body.confirmation_code);
    const { account_id, user_id, username, lang, keylayout, password } = body;
    const fields = { account_id, user_id, username, email: to, lang, keylayout, account_type: 'annofab' as const };
    state.accounts.set(account_id, newAccount(fields, password, clock.stamp()));
    return done('The account was created');
  },

  changePassword: ({ body, caller }) => {
    if (body.user_id !== caller.account.user_id || body.old_password !== caller.password) {
      throw unauthorized('The user id or the old password is wrong');
    }
    assertPassword(body.new_password);
    caller.password = body.new_password;
    return done('The password is changed');
  },

  /** The same answer for every address, so that it does not reveal who has an account. */
  initiatePasswordReset: ({ body, ...world }) => {
    const account = accountByEmail(world.state, body.email)?.account;
    if (account) sendMail(world, { kind: 'password-reset', to: account.email, account_id: account.account_id });
    return sent(body.email);
  },

  confirmResetPassword: ({ body, ...world }) => {
    const record = accountByUserId(world.state, body.user_id);
    if (!record) throw invalidBody('The code is wrong, or it was used already');
    assertPassword(body.new_password);
    redeemMail(world, 'password-reset', record.account.account_id, body.confirmation_code);
    record.password = body.new_password;
    if (body.is_reset_mfa) delete record.mfaCode;
    return done('The password is changed');
  },

  initiateResetEmail: ({ body, caller, ...world }) => {
    const { account } = caller;
    if (account.account_type === 'external')
      throw stateMismatch('The e-mail address of an external account is managed by its identity provider');
    if (accountByEmail(world.state, body.email)) throw invalidBody(`${body.email} belongs to an account`);
    account.reset_requested_email = body.email;
    sendMail(world, { kind: 'email-reset', to: body.email, account_id: account.account_id }, randomToken());
    return sent(body.email);
  },

  confirmResetEmail: ({ body, ...world }) => {
    const mail = redeemToken(world, 'email-reset', body.token);
    const { account } = accountOf(world.state, mail.account_id);
    Object.assign(account, { email: mail.to, updated_datetime: world.clock.stamp() });
    delete account.reset_requested_email;
    return done('The e-mail address is changed');
  },

  initiateVerifyEmail: ({ caller, ...world }) => {
    const { email, account_id } = caller.account;
    sendMail(world, { kind: 'email-verification', to: email, account_id });
    return sent(email);
  },

  confirmVerifyEmail: ({ body, caller, ...world }) => {
    redeemMail(world, 'email-verification', caller.account.account_id, body.confirmation_code);
    return done('The e-mail address is verified');
  },

  initiateMyAccountDelete: ({ caller, ...world }) => {
    const { email, account_id } = caller.account;
    sendMail(world, { kind: 'account-deletion', to: email, account_id }, randomToken());
    return sent(email);
  },

  confirmMyAccountDelete: ({ body, ...world }) => {
    const { state, clock } = world;
    const mail = state.mails.find(({ kind, code }) => kind === 'account-deletion' && code === body.token);
    const open = mail && latestMail(state, 'account-deletion', mail.account_id);
    if (!mail || open !== mail) throw invalidBody('The token is wrong, or it was used already');
    deleteAccount(state, accountOf(state, mail.account_id), clock.stamp());
    mail.used_datetime = clock.stamp();
    return done('The account is deleted');
  },
} satisfies HandlerTable;

function done(message: string): Message {
  return { message };
}

function sent(to: string): Message {
  return done(`A mail was sent to ${to}`);
}

/** Annofab's password rules are not documented: only an empty one is refused. */
function assertPassword(password: string): void {
  if (password === '') throw invalidBody('The new password is empty');
}

function accountOf(state: State, accountId: string): AccountRecord {
  const record = state.accounts.get(accountId);
  if (!record) throw invalidBody('The account does not exist any more');
  return record;
}
