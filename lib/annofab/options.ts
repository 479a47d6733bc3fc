import type { Dispatcher } from 'undici';
import type { Clock } from '../core/clock.ts';
import type { Credentials, CredentialsProvider } from './auth/credentials.ts';

/** Where Annofab is, how to sign in, and how long to wait. Everything has a default. */
export interface AnnofabClientOptions {
  /**
   * How to sign in, or a function that reads it from a secret store. By default: `ANNOFAB_PAT`, else `ANNOFAB_USER_ID` and
   * `ANNOFAB_PASSWORD`, else the machine of the base URL in the .netrc file (`NETRC`, or `~/.netrc`).
   */
  credentials?: Credentials | CredentialsProvider | undefined;
  /** Default `ANNOFAB_ENDPOINT_URL`, else `https://annofab.com`. */
  baseUrl?: string | undefined;
  /**
   * Your own undici Agent (7 or later), instead of the client's, which honours `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`;
   * {@link AnnofabClient.close} leaves it open. Not a Pool or Client: those send every request to their own origin, also a
   * request for a file.
   */
  dispatcher?: Dispatcher | undefined;
  /**
   * How many requests to one origin are in progress at the same time, unless you set `dispatcher`; further ones wait.
   * Default 32.
   */
  connections?: number | undefined;
  /** The deadline over all attempts, waits and the body, ms. Default 60,000. */
  timeoutMs?: number | undefined;
  /** The longest total wait between the attempts of one request, ms. Default 30,000. Beyond it: RetryLaterError. */
  maxWaitMs?: number | undefined;
  /** The `seconds` of RetryLaterError after a 429 without `Retry-After`. Default 300. */
  rateLimitedSeconds?: number | undefined;
  /** The `seconds` of RetryLaterError after a 503 without `Retry-After`. Default 900. */
  maintenanceSeconds?: number | undefined;
  /** For tests. */
  clock?: Clock | undefined;
}

/** For one request. */
export interface RequestOptions {
  signal?: AbortSignal | undefined;
  /** Replaces the client's own. */
  timeoutMs?: number | undefined;
}
