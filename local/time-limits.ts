/** A busy machine is not an outage: what takes a second on AWS may take a minute here. */
const MINUTES = 2;

/** How long a failed message waits under `npm start`, instead of half an hour: so that a correction is seen soon. */
export const LOCAL_RETRY_SECONDS = 5;

/**
 * The time limits of the functions on this machine, instead of those that fit AWS. They end only what hangs, so that nothing
 * depends on how fast the machine is.
 */
export const LOCAL_TIME_LIMITS = {
  /** Environment variables of the functions. */
  env: { AWS_TIMEOUT_MS: String(MINUTES * 60_000), ANSWER_WITHIN_MS: String(MINUTES * 60_000) },
  /** The shortest timeout of a function and of the HTTP API. */
  minTimeoutSeconds: 2 * MINUTES * 60,
  /** How long Annofab waits for the answer to a webhook. */
  webhookTimeoutMilliseconds: 2 * MINUTES * 60_000,
} as const;
