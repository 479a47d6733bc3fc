/** Annofab's behaviour where it is unknown, or slow: each can be chosen, so that tests can try both ways. */
export interface Settings {
  /** Lifetime of a login's id token. Annofab documents none. */
  idTokenSeconds: number;
  /** How long after a login the token can be refreshed. Annofab documents no limit. */
  refreshTokenSeconds: number;
  /** How long a multi-factor challenge accepts its code. */
  challengeSeconds: number;
  /** Requests that an account may make per minute of the emulator's clock; further ones get 429. 0: no limit. */
  requestsPerMinute: number;
  /** Whether the 429 of `requestsPerMinute` has `Retry-After` with the seconds until the minute is over. */
  rateLimitRetryAfter: boolean;
  /** The `ext` of every error. */
  errorExt: Readonly<Record<string, unknown>>;
  /** The status for a project of which the caller is not a member. */
  nonMemberStatus: 403 | 404;
  /**
   * Write fields without a value as null instead of leaving them out, in answers and archives. To Annofab both are the
   * same; its Python client needs the nulls.
   */
  nullsForAbsent: boolean;
  /**
   * Write date-times without trailing zeros in the seconds (`10:00:00.25+09:00`, `10:00:00+09:00`), as Annofab
   * sometimes does.
   */
  shortDateTimes: boolean;
  /**
   * Add to archives a second folder for each frame with outer files, named after the input data and without JSON, as in
   * old archives of Annofab.
   */
  strayFolders: boolean;
  /** Answer archive URLs with `Content-Type: text/plain`, as Annofab sometimes does. */
  archiveUrlAsText: boolean;
  /**
   * Write a list file at its first request, so that a new project has all of them at once. When off, a list file is
   * missing (404) until its update job or the next night; kinds without an update job wait for the night.
   */
  listsOnFirstAsk: boolean;
  /**
   * Serve input data and outer annotation files from addresses that need signed cookies (`sign-headers`) instead of
   * signed URLs. Annofab has used both.
   */
  filesBehindCookies: boolean;
  /** Answer the operations that Annofab has removed. When off, their paths are unknown, as at Annofab. */
  legacy: boolean;
  /** Lifetime of a signed URL. */
  signedUrlSeconds: number;
  /** Serve every file whole, whatever the conditions and ranges of the request. */
  plainDownloads: boolean;
  /** How long a job takes. */
  jobMilliseconds: number;
  /** Whether a suspended project refuses all jobs that create something. Annofab documents this for some jobs only. */
  suspendedRefusesJobs: boolean;
  /**
   * Whether a rejection needs an inspection comment, unless an owner forces it. Annofab's own command line behaves so;
   * Annofab documents no answer for a rejection without one.
   */
  rejectionNeedsComment: boolean;
  /**
   * Whether the assignee must be working on a task to save its annotations. When off, the assignee may save them in any
   * status; so may owners in a task that nobody is working on, and checkers in an unassigned one, as Annofab's own
   * command line does.
   */
  editingNeedsWork: boolean;
  /** Keep the keys that a metadata PATCH does not name; otherwise it replaces all metadata of a task. */
  metadataPatchMerges: boolean;
  /** Whether a metadata PATCH changes a task's `operation_updated_datetime`, too. */
  metadataPatchIsOperation: boolean;
  /** Escape placeholders for JSON in webhook bodies. */
  escapePlaceholders: boolean;
  /** Write `COMPLETE_DATETIME` in UTC; otherwise as the API writes date-times. */
  placeholdersInUtc: boolean;
  /** How long a receiver may take to answer. */
  webhookTimeoutMilliseconds: number;
  /** How often a webhook is sent again after an answer other than 2xx, or none. */
  webhookRetries: number;
  /** How many more times each successful webhook is sent, each as a separate job. */
  webhookDuplicates: number;
  /** Real time between an event and its webhooks. */
  webhookDelayMilliseconds: number;
  /** Real time before a webhook is sent again. */
  webhookRetryDelayMilliseconds: number;
  /** How many redirects in a row are followed. 0: a 3xx counts as a failure. */
  webhookRedirects: number;
  /** Whether a receiver's certificate must be valid: issued by a known authority, for its name, not expired. */
  webhookVerifiesTls: boolean;
  /** Whether webhooks may only go to `https` addresses. */
  webhookHttpsOnly: boolean;
  /** The local address from which webhooks are sent. Empty: chosen by the route to the receiver. */
  webhookSourceAddress: string;
  /** Whether the job of a fired webhook shows the body as sent, as Annofab's jobs have done since 2025. */
  hookJobBodies: boolean;
  /** Whether the job of a fired webhook shows the values of its headers; otherwise each value is `***`. */
  hookJobHeaders: boolean;
  /** How many reads after `task-completed` fired still return the task as it was before. */
  staleReads: number;
  /** For how much real time after `task-completed` fired the task is still returned as it was before. */
  staleMilliseconds: number;
  /**
   * Whether annotation archives of active projects are built at 03:00 in Japan, each by a `gen-annotation` job. Off by
   * default, so that a test that moves the clock sees only its own jobs.
   */
  nightlyArchives: boolean;
  /** Whether an archive that was built at night fires `annotation-archive-updated`. */
  nightlyArchivesFire: boolean;
  /** Whether the copy of a project gets its webhooks: if the request asks for them, always, or never. */
  copyWebhooks: 'asked' | 'always' | 'never';
  /** Seed of the random numbers for faults with a `rate`. Applies to faults that are added later. */
  faultSeed: number;
}

export const defaultSettings: Settings = {
  idTokenSeconds: 3600,
  refreshTokenSeconds: 30 * 24 * 3600,
  challengeSeconds: 180,
  requestsPerMinute: 0,
  rateLimitRetryAfter: true,
  errorExt: {},
  nonMemberStatus: 403,
  nullsForAbsent: true,
  shortDateTimes: false,
  strayFolders: false,
  archiveUrlAsText: false,
  listsOnFirstAsk: true,
  filesBehindCookies: false,
  legacy: false,
  signedUrlSeconds: 3600,
  plainDownloads: false,
  jobMilliseconds: 0,
  suspendedRefusesJobs: true,
  rejectionNeedsComment: true,
  editingNeedsWork: false,
  metadataPatchMerges: false,
  metadataPatchIsOperation: false,
  escapePlaceholders: false,
  placeholdersInUtc: false,
  webhookTimeoutMilliseconds: 10_000,
  webhookRetries: 0,
  webhookDuplicates: 0,
  webhookDelayMilliseconds: 0,
  webhookRetryDelayMilliseconds: 0,
  webhookRedirects: 0,
  webhookVerifiesTls: true,
  webhookHttpsOnly: false,
  webhookSourceAddress: '',
  hookJobBodies: true,
  hookJobHeaders: true,
  staleReads: 0,
  staleMilliseconds: 0,
  nightlyArchives: false,
  nightlyArchivesFire: true,
  copyWebhooks: 'asked',
  faultSeed: 1,
};
