/** How one attempt failed, as far as a retry is concerned. */
export type Outcome =
  /** A response with an unsuccessful status. */
  | { kind: 'status'; status: number; retryAfterMs?: number | undefined }
  /** Nothing was sent: connection refused, host not found. */
  | { kind: 'not-sent' }
  /** The connection was lost after the request was sent, before or within the response. */
  | { kind: 'cut' }
  /** A permanent failure. */
  | { kind: 'failed' };

export interface RetryQuestion {
  outcome: Outcome;
  /** From the operation table. */
  safety: 'safe' | 'unsafe';
  /** 1 for the first. */
  attempt: number;
  /** How long this request may still wait, ms. */
  waitLeftMs: number;
  /** Until the deadline, ms. */
  timeLeftMs: number;
  /** Used where a refusal has no `Retry-After`. */
  rateLimitedSeconds: number;
  maintenanceSeconds: number;
  /** From 0, and less than 1. */
  random: number;
}

export type RetryDecision =
  | { action: 'retry'; waitMs: number }
  | { action: 'later'; seconds: number; reason: 'rate-limited' | 'maintenance' }
  | { action: 'fail' };

const MAX_ATTEMPTS = 4;
const FIRST_BACKOFF_MS = 300;
const MAX_BACKOFF_MS = 5_000;

/** Temporary failures. 501 is permanent, and 503 is a refusal. */
const TEMPORARY = new Set([500, 502, 504]);

/**
 * Whether to send again, and when.
 *
 * - 429 and 503 are refusals: nothing was carried out, so any operation may be sent again, but not before
 *   `Retry-After`. Where the wait does not fit, the decision is `later`, and the caller's queue waits instead.
 * - Connection refused: nothing was sent, so any operation may be sent again.
 * - 500, 502, 504 and a cut connection: only where the operation is safe to repeat, a few times, with full jitter.
 */
export function decideRetry(question: RetryQuestion): RetryDecision {
  const { outcome } = question;
  if (outcome.kind === 'status' && outcome.status === 429) return afterRefusal(question, 'rate-limited');
  if (outcome.kind === 'status' && outcome.status === 503) return afterRefusal(question, 'maintenance');
  if (outcome.kind === 'failed') return { action: 'fail' };
  if (outcome.kind === 'status' && !TEMPORARY.has(outcome.status)) return { action: 'fail' };
  if (outcome.kind !== 'not-sent' && question.safety === 'unsafe') return { action: 'fail' };
  return backOff(question);
}

/** Whether the request may have been carried out, although it failed. */
export function answerIsLost(outcome: Outcome): boolean {
  return outcome.kind === 'cut' || (outcome.kind === 'status' && TEMPORARY.has(outcome.status));
}

function afterRefusal(question: RetryQuestion, reason: 'rate-limited' | 'maintenance'): RetryDecision {
  const unnamed = reason === 'maintenance' ? question.maintenanceSeconds : question.rateLimitedSeconds;
  const asked = askedFor(question) ?? unnamed * 1000;
  const room = roomOf(question);
  if (asked > room || question.attempt >= MAX_ATTEMPTS) {
    return { action: 'later', seconds: Math.max(1, Math.ceil(asked / 1000)), reason };
  }
  // The jitter comes on top: every client got the same time.
  const jitter = question.random * backoffCap(question.attempt);
  return { action: 'retry', waitMs: Math.min(asked + jitter, room) };
}

function backOff(question: RetryQuestion): RetryDecision {
  if (question.attempt >= MAX_ATTEMPTS) return { action: 'fail' };
  const jittered = question.random * backoffCap(question.attempt);
  const waitMs = Math.max(jittered, askedFor(question) ?? 0);
  return waitMs > roomOf(question) ? { action: 'fail' } : { action: 'retry', waitMs };
}

function askedFor({ outcome }: RetryQuestion): number | undefined {
  return outcome.kind === 'status' ? outcome.retryAfterMs : undefined;
}

/** A wait up to the deadline would leave no time for the attempt after it. */
function roomOf({ waitLeftMs, timeLeftMs }: RetryQuestion): number {
  return Math.min(waitLeftMs, timeLeftMs - 1);
}

function backoffCap(attempt: number): number {
  return Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempt - 1));
}
