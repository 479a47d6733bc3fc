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
};
