import type { DoctorContext } from './context.ts';

/** One thing that can be wrong with a deployment. */
export interface Check {
  readonly name: string;
  /** Names of checks without which this one cannot say anything. */
  readonly needs?: readonly string[];
  /**
   * @returns what was found to be in order
   * @throws SkipCheck when there is nothing to check; any other error is a failure
   */
  readonly run: (ctx: DoctorContext, signal: AbortSignal) => Promise<string>;
  /** What to do when it failed. */
  readonly cure: (ctx: DoctorContext) => string;
}

/** There is nothing to check. */
export class SkipCheck extends Error {
  override readonly name = 'SkipCheck';
}

export interface CheckResult {
  readonly check: string;
  readonly status: 'ok' | 'failed' | 'skipped';
  /** What was found, or why the check was skipped. */
  readonly detail: string;
  readonly cure?: string;
}

/** A check that takes longer has failed. */
const TIMEOUT_MS = 60_000;

/** Runs the checks in their order. One whose `needs` are not ok is skipped. */
export async function* runChecks(
  checks: readonly Check[],
  ctx: DoctorContext,
  signal: AbortSignal,
): AsyncGenerator<CheckResult> {
  const passed = new Set<string>();
  for (const check of checks) {
    const missing = check.needs?.find((name) => !passed.has(name));
    const result =
      missing === undefined ? await runOne(check, ctx, signal) : skipped(check, `it needs "${missing}" to be ok`);
    if (result.status === 'ok') passed.add(check.name);
    yield result;
  }
}

async function runOne(check: Check, ctx: DoctorContext, signal: AbortSignal): Promise<CheckResult> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    return { check: check.name, status: 'ok', detail: await check.run(ctx, within) };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SkipCheck) return skipped(check, error.message);
    return { check: check.name, status: 'failed', detail: reasonOf(error), cure: check.cure(ctx) };
  }
}

function skipped({ name }: Check, detail: string): CheckResult {
  return { check: name, status: 'skipped', detail };
}

/** With the message of the cause, which has the reason that AWS or the network gave. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error && error.cause.message !== '' ? ` (${error.cause.message})` : '';
  return `${error.message}${error.message.includes(cause.slice(2, -1)) ? '' : cause}`;
}
