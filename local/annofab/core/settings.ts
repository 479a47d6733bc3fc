/** What is unknown of Annofab, or slow there: each can be chosen, and tests try both ways. */
export interface Settings {
  /** A login's lifetime, until it is refreshed; Annofab names none. */
  idTokenSeconds: number;
  /** How long after a login it can be refreshed; Annofab names none. */
  refreshTokenSeconds: number;
  /** How long a multi-factor challenge waits for its code. */
  challengeSeconds: number;
  /** How many requests an account may make within a minute of the emulator's clock; then 429. 0: as many as it likes. */
  requestsPerMinute: number;
  /** Whether the 429 of `requestsPerMinute` says in `Retry-After` when the minute is over. */
  rateLimitRetryAfter: boolean;
  /** What stands in the `ext` of every error. */
  errorExt: Readonly<Record<string, unknown>>;
  /** The status for a project that exists but that the caller is no member of. */
  nonMemberStatus: 403 | 404;
  /**
   * Write fields that have no value as null instead of leaving them out, in answers and in archives. Annofab says that
   * both are the same; its own Python client cannot do without the nulls.
   */
  nullsForAbsent: boolean;
  /**
   * Write moments without the zeros at the end of their seconds (`10:00:00.25+09:00`, `10:00:00+09:00`), as Annofab was
   * seen to.
   */
  shortDateTimes: boolean;
  /**
   * Put into archives a second folder for each frame with outer files, named after the input data and without JSON, as
   * old archives of Annofab have them.
   */
  strayFolders: boolean;
  /** Answer archive URLs with `Content-Type: text/plain`, as Annofab was seen to. */
  archiveUrlAsText: boolean;
  /**
   * Write a list file when it is first asked for, so that a new project has all of them at once. Without, there is none
   * (404) before its update job or the next night, and for the kinds that no job updates before the next night.
   */
  listsOnFirstAsk: boolean;
  /**
   * Give the files of input data and the outer files of annotations by addresses that ask for signed cookies
   * (`sign-headers`), instead of by signed URLs. Annofab has done either.
   */
  filesBehindCookies: boolean;
  /** Answer the operations that Annofab has removed. Without, their paths are unknown, as they are at Annofab. */
  legacy: boolean;
  /** A signed URL's life. */
  signedUrlSeconds: number;
  /** How long a job takes on the emulator's machine. */
  jobMilliseconds: number;
  /** Whether a suspended project refuses the jobs that make something anew in it; Annofab says so of some only. */
  suspendedRefusesJobs: boolean;
  /**
   * Whether a task is rejected only with an inspection comment that says why, as long as no owner forces it. Annofab's
   * own tool takes it so; Annofab does not say what comes of it otherwise.
   */
  rejectionNeedsComment: boolean;
  /**
   * Whether annotations are saved by the task's assignee alone, while working on it. Without, owners save them in any
   * task that nobody is at work on as well, and checkers in one that is theirs or nobody's: Annofab's own command line
   * does so.
   */
  editingNeedsWork: boolean;
  /** Escape placeholders for JSON in a webhook's body. */
  escapePlaceholders: boolean;
  /** How long a receiver may take for its answer. */
  webhookTimeoutMilliseconds: number;
  /** How often a webhook is sent again after an answer other than 2xx or none. */
  webhookRetries: number;
  /** How many more times each webhook is sent, as a job of its own, although it succeeded. */
  webhookDuplicates: number;
  /** Real time between an event and its webhooks. */
  webhookDelayMilliseconds: number;
  /** Real time before a webhook is sent again. */
  webhookRetryDelayMilliseconds: number;
  /** How many redirects in a row are followed; 0: a 3xx is an answer like another, and no success. */
  webhookRedirects: number;
  /** Whether a receiver's certificate must be good: from a known authority, for its name, in time. */
  webhookVerifiesTls: boolean;
  /** Whether webhooks may go to `https` addresses only. */
  webhookHttpsOnly: boolean;
  /** The address of this machine that webhooks come from; empty: the one that leads to the receiver. */
  webhookSourceAddress: string;
  /** Whether the job of a fired webhook tells the body as it was sent; Annofab's have told it since 2025. */
  hookJobBodies: boolean;
  /** Whether the job of a fired webhook tells the values of its headers; otherwise each is `***`. */
  hookJobHeaders: boolean;
  /** For so many reads after `task-completed` fired, the task is answered as it was before. */
  staleReads: number;
  /** For so much real time after `task-completed` fired, the task is answered as it was before. */
  staleMilliseconds: number;
  /**
   * Whether the annotation archives of active projects are built at three o'clock in Japan, each by a `gen-annotation`
   * job. Off, so that a test that moves the clock sees the jobs that it asked for, and no others.
   */
  nightlyArchives: boolean;
  /** Whether an archive that was built at night fires `annotation-archive-updated`. */
  nightlyArchivesFire: boolean;
  /** Whether a project's copy has its webhooks: where the request asks for them, always, or never. */
  copyWebhooks: 'asked' | 'always' | 'never';
  /** Where the chances of faults with a rate begin. Faults that are added later obey. */
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
  jobMilliseconds: 0,
  suspendedRefusesJobs: true,
  rejectionNeedsComment: true,
  editingNeedsWork: false,
  escapePlaceholders: false,
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
