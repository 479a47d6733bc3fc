import { parseHttpDate, parseRetryAfter } from '../../core/retry-after.ts';
import type { ResponseHeaders } from './transport.ts';

/**
 * When a response asks to come back, ms from now; undefined when it does not say. A date is measured from the server's own
 * clock (`Date`) where the response tells it.
 */
export function retryAfterOf(headers: ResponseHeaders, now: number): number | undefined {
  return parseRetryAfter(headers['retry-after'], parseHttpDate(headers['date'] ?? '', now) ?? now);
}
