/** What is unknown of Annofab, or slow there: each can be chosen, and tests try both ways. */
export interface Settings {
  /** Lifetimes of login tokens; Annofab names none. */
  idTokenSeconds: number;
  refreshTokenSeconds: number;
  /** The status for a project that exists but that the caller is no member of. */
  nonMemberStatus: 403 | 404;
  /**
   * Write fields that have no value as null instead of leaving them out, in answers and in archives. Annofab says that
   * both are the same; its own Python client cannot do without the nulls.
   */
  nullsForAbsent: boolean;
  /** Answer archive URLs with `Content-Type: text/plain`, as Annofab was seen to. */
  archiveUrlAsText: boolean;
  /**
   * Write a list file when it is first asked for, so that a new project has all of them at once. Without, there is none
   * (404) before its update job or the next night, and for the kinds that no job updates before the next night.
   */
  listsOnFirstAsk: boolean;
  /** A signed URL's life. */
  signedUrlSeconds: number;
  /** How long a job takes on the emulator's machine. */
  jobMilliseconds: number;
  /** Whether a suspended project refuses the jobs that make something anew in it; Annofab says so of some only. */
  suspendedRefusesJobs: boolean;
  /** Escape placeholders for JSON in a webhook's body. */
  escapePlaceholders: boolean;
  webhookTimeoutMilliseconds: number;
  /** How often a webhook is sent again after an answer other than 2xx or none. */
  webhookRetries: number;
  /** How many more times each webhook is sent, as a job of its own, although it succeeded. */
  webhookDuplicates: number;
  /** Real time between an event and its webhooks. */
  webhookDelayMilliseconds: number;
}

export const defaultSettings: Settings = {
  idTokenSeconds: 3600,
  refreshTokenSeconds: 30 * 24 * 3600,
  nonMemberStatus: 403,
  nullsForAbsent: true,
  archiveUrlAsText: false,
  listsOnFirstAsk: true,
  signedUrlSeconds: 3600,
  jobMilliseconds: 0,
  suspendedRefusesJobs: true,
  escapePlaceholders: false,
  webhookTimeoutMilliseconds: 10_000,
  webhookRetries: 0,
  webhookDuplicates: 0,
  webhookDelayMilliseconds: 0,
};
