/** What can be set about the automations. `lib/lambda` fills it from the environment. */
export interface Settings {
  /** How long to wait, in seconds, before an event whose task is not completed yet is looked at again: once for each value. */
  readonly earlyEventRetrySeconds: readonly number[];
  /** How long to wait, in seconds, for a running job of Annofab. */
  readonly jobRunningSeconds: number;
  /** How many frames of a task are read and stored at the same time. */
  readonly frameConcurrency: number;
  /** How many outer files of one frame are copied at the same time. */
  readonly fileConcurrency: number;
  /** How often one invocation starts anew when the task moves under its hands. */
  readonly exportAttempts: number;
  /** How long an invocation waits, in milliseconds, for another of ours that writes the metadata of the same task. */
  readonly metadataLockWaitMs: number;
  /** How much of an invocation, in milliseconds, is kept for a clean end when an archive turns out to be too big. */
  readonly mirrorMarginMs: number;
  /** The projects whose archives are updated on schedule; `*`: all where the account is owner or training data user. */
  readonly archiveProjectIds: '*' | readonly string[];
  /** How many projects are looked at at the same time. */
  readonly projectConcurrency: number;
  /** The projects whose events are looked for in Annofab's records; `*`: all where the account is owner. */
  readonly reconcileProjectIds: '*' | readonly string[];
  /** Whether what happened without a webhook of ours being fired for it is queued too, and not only reported. */
  readonly queueUnfired: boolean;
  /** How long, in seconds, a delivery may be received and not queued before it is sent again. */
  readonly resendAfterSeconds: number;
  /** How old, in seconds, a job of Annofab has to be before it is compared with the ledger: its webhook may be on its way. */
  readonly reconcileMinAgeSeconds: number;
  /** So far, in seconds, before the end of the last comparison the next one begins. */
  readonly reconcileOverlapSeconds: number;
  /** How much of an invocation, in milliseconds, is kept for a clean end when there is too much to compare. */
  readonly reconcileMarginMs: number;
  /** How many deliveries are compared with the ledger at the same time. */
  readonly deliveryConcurrency: number;
  /** After how long, in seconds, a delivery that nothing moves is reported: longer than anything that moves it may take. */
  readonly stuckAfterSeconds: number;
}

export const defaultSettings: Settings = {
  earlyEventRetrySeconds: [10, 60, 300],
  jobRunningSeconds: 120,
  frameConcurrency: 4,
  fileConcurrency: 4,
  exportAttempts: 3,
  metadataLockWaitMs: 2_000,
  mirrorMarginMs: 60_000,
  archiveProjectIds: [],
  projectConcurrency: 4,
  reconcileProjectIds: '*',
  queueUnfired: false,
  resendAfterSeconds: 120,
  reconcileMinAgeSeconds: 300,
  reconcileOverlapSeconds: 3_600,
  reconcileMarginMs: 30_000,
  deliveryConcurrency: 8,
  // Put off for 24 hours, and hidden for an hour and a half by a worker that died.
  stuckAfterSeconds: 26 * 3_600,
};
