import { randomInt } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import { invalidBody } from '../core/errors.ts';
import type { Mail, MailKind, State } from '../core/state.ts';

interface World {
  readonly state: State;
  readonly clock: Clock;
}

type Letter = Omit<Mail, 'code' | 'sent_datetime' | 'used_datetime'>;

/** Stores a mail in the state, where tests and users of the emulator find its code. Nothing is sent. */
export function sendMail({ state, clock }: World, letter: Letter, code: string = sixDigits()): Mail {
  const mail: Mail = { ...letter, code, sent_datetime: clock.stamp() };
  state.mails.push(mail);
  return mail;
}

/**
 * Redeems the code of a mail: each code works once.
 *
 * @throws Failure 400 for a wrong code, and for one that was used or replaced by a newer mail
 */
export function redeemMail({ state, clock }: World, kind: MailKind, accountId: string, code: string): Mail {
  const mail = latestMail(state, kind, accountId);
  if (!mail || mail.code !== code) throw invalidBody('The code is wrong, or it was used already');
  mail.used_datetime = clock.stamp();
  return mail;
}

/** As `redeemMail`, for codes that identify the account themselves. */
export function redeemToken(world: World, kind: MailKind, token: string): Mail {
  const mail = world.state.mails.find((one) => one.kind === kind && one.code === token);
  if (!mail) throw invalidBody('The token is wrong');
  return redeemMail(world, kind, mail.account_id, token);
}

/** The last mail of a kind to an account, unless its code was used. */
export function latestMail(state: State, kind: MailKind, accountId: string): Mail | undefined {
  const mail = state.mails.findLast((one) => one.kind === kind && one.account_id === accountId);
  return mail?.used_datetime === undefined ? mail : undefined;
}

function sixDigits(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}
