import { type Envelope, isCounter } from '../../webhooks/envelope.ts';
import { MAX_WAIT_MS } from '../max-wait.ts';

/** SQS delays a message by 15 minutes at most; a longer wait is a chain of messages. */
const MAX_DELAY_SECONDS = 900;

/** Jitter: up to 20 % of the wait, capped at 120 s, so that deferred messages do not return together. */
const JITTER_SHARE = 0.2;
const MAX_JITTER_SECONDS = 120;

/** The clocks of the queue and the functions may differ a little: a message may arrive this much before its time. */
const CLOCK_MARGIN_MS = 1_000;

export interface Copy {
  readonly envelope: Envelope;
  readonly delaySeconds: number;
}

/**
 * The copy of a message that is to be delivered after `seconds` and a jitter, counted under its counter. The wait ends with the
 * 24 hours for which an event may be deferred in total, however long Annofab asks to wait: the event is tried once more then.
 *
 * @param o.random from 0 up to, but never, 1
 * @returns `undefined` when the 24 hours are over
 */
export function deferred(
  envelope: Envelope,
  { seconds, counter, now, random }: { seconds: number; counter: string; now: number; random: number },
): Copy | undefined {
  const asked = Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : MAX_DELAY_SECONDS;
  const jitter = Math.round(random * Math.min(asked * JITTER_SHARE, MAX_JITTER_SECONDS));
  const first = envelope.first_deferred_at ?? new Date(now).toISOString();
  // A message that claims to have been deferred in the future does not get more time by it.
  const leftMs = Math.min(Date.parse(first), now) + MAX_WAIT_MS - now;
  if (leftMs <= CLOCK_MARGIN_MS) return undefined;
  const wait = Math.min(asked + jitter, Math.ceil(leftMs / 1_000));
  return {
    envelope: {
      ...envelope,
      deferrals: counted(envelope.deferrals, counter),
      first_deferred_at: first,
      not_before: new Date(now + wait * 1_000).toISOString(),
    },
    delaySeconds: Math.min(wait, MAX_DELAY_SECONDS),
  };
}

/** Adds one to the counter; to the common one if the envelope cannot carry its name. */
function counted(deferrals: Envelope['deferrals'] = {}, counter: string): Readonly<Record<string, number>> {
  const name = isCounter(counter) ? counter : 'later';
  const count = Object.hasOwn(deferrals, name) ? (deferrals[name] ?? 0) : 0;
  return { ...deferrals, [name]: count + 1 };
}

/** The next link of a chain: the same message again, when it arrives before its time. It is not counted as a deferral. */
export function early(envelope: Envelope, now: number): Copy | undefined {
  if (envelope.not_before === undefined) return undefined;
  const waitMs = Date.parse(envelope.not_before) - now;
  if (waitMs <= CLOCK_MARGIN_MS) return undefined;
  return { envelope, delaySeconds: Math.min(Math.ceil(waitMs / 1_000), MAX_DELAY_SECONDS) };
}

/** The message without its deferrals: a redrive from the dead-letter queue starts from scratch. */
export function fresh({ deferrals, first_deferred_at, not_before, ...envelope }: Envelope): Envelope {
  return envelope;
}
