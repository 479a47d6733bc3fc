import type { Clock } from '../core/clock.ts';
import { Failure } from '../core/errors.ts';
import type { Settings } from '../core/settings.ts';

export interface RateLimit {
  /** @throws Failure 429 when the account has used up its requests of this minute */
  count(accountId: string): void;
  clear(): void;
}

const MINUTE_MS = 60_000;

/** Limits each account to `requestsPerMinute`, in minutes that begin with its first request. */
export function createRateLimit({
  clock,
  settings,
}: {
  clock: Clock;
  settings: Pick<Settings, 'requestsPerMinute' | 'rateLimitRetryAfter'>;
}): RateLimit {
  const minutes = new Map<string, { start: number; requests: number }>();

  function minuteOf(accountId: string, now: number) {
    const present = minutes.get(accountId);
    if (present && now >= present.start && now < present.start + MINUTE_MS) return present;
    const fresh = { start: now, requests: 0 };
    minutes.set(accountId, fresh);
    return fresh;
  }

  return {
    count: (accountId) => {
      if (settings.requestsPerMinute === 0) return;
      const now = clock.now().getTime();
      const minute = minuteOf(accountId, now);
      minute.requests += 1;
      if (minute.requests <= settings.requestsPerMinute) return;
      const seconds = Math.ceil((minute.start + MINUTE_MS - now) / 1000);
      throw new Failure(
        429,
        'TOO_MANY_REQUESTS',
        `More than ${settings.requestsPerMinute} requests within a minute`,
        settings.rateLimitRetryAfter ? { 'retry-after': String(seconds) } : {},
      );
    },
    clear: () => minutes.clear(),
  };
}
