import type { Dispatcher } from 'undici';
import type { Credentials, CredentialsProvider } from './auth/credentials.ts';
import type { Clock } from './http/clock.ts';

/** Where Annofab is, who signs in, and how long to wait. Everything has a default. */
export interface AnnofabClientOptions {
  /**
   * How to sign in, or a function that gets it from a secret store. Left out: `ANNOFAB_PAT`, else `ANNOFAB_USER_ID` and
   * `ANNOFAB_PASSWORD`, else the machine of the base URL in the .netrc file (`NETRC`, or `~/.netrc`).
   */
  credentials?: Credentials | CredentialsProvider | undefined;
  /** Default `ANNOFAB_ENDPOINT_URL`, else `https://annofab.com`. */
  baseUrl?: string | undefined;
  /**
   * An Agent of your own (undici 7 or later), which {@link AnnofabClient.close} then leaves open. Not a Pool or Client:
   * those send every request to their own origin, the addresses of files too.
   */
  dispatcher?: Dispatcher | undefined;
  /**
   * How many requests to one origin are under way at the same time, without a `dispatcher` of your own; the others wait for
   * their turn. Default 32.
   */
  connections?: number | undefined;
  /** The deadline over all attempts, waits and the body, ms. Default 60,000. */
  timeoutMs?: number | undefined;
  /** The most it waits by itself in one request, all waits together, ms. Default 30,000. Beyond: RetryLaterError. */
  maxWaitMs?: number | undefined;
  /** What RetryLaterError says after a 429 that names no time. Default 300. */
  rateLimitedSeconds?: number | undefined;
  /** What RetryLaterError says after a 503 that names no time. Default 900. */
  maintenanceSeconds?: number | undefined;
  /** For tests. */
  clock?: Clock | undefined;
}

/** For one request. */
export interface RequestOptions {
  signal?: AbortSignal | undefined;
  /** Instead of the client's own. */
  timeoutMs?: number | undefined;
}
