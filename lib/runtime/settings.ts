import { keysOf } from '../core/typed-object.ts';
import {
  constant,
  count,
  counts,
  type Environment,
  flag,
  listSetting,
  projectIds,
  readRows,
  setting,
  type ValuesOf,
} from './environment.ts';
import { type Config, ConfigError, readVariables, type VariableName } from './variables.ts';

/**
 * The settings of the automations, one row each: the variable that sets it, its parser and its default. An automation reads
 * them from `ctx.settings`.
 */
const SETTINGS = {
  /** How long to wait, in seconds, before an event whose task is not completed yet is looked at again: once for each value. */
  earlyEventRetrySeconds: listSetting('EARLY_EVENT_RETRY_SECONDS', counts, [10, 60, 300]),
  /** How long to wait, in seconds, for a running job of Annofab. */
  jobRunningSeconds: setting('JOB_RUNNING_SECONDS', count, 120),
  /** How many frames of a task are read and stored at the same time. */
  frameConcurrency: setting('FRAME_CONCURRENCY', count, 4),
  /** How many outer files of one frame are copied at the same time. */
  fileConcurrency: constant(4),
  /** How often one invocation starts an export again when the task changes during it. */
  exportAttempts: constant(3),
  /** How long an invocation waits, in milliseconds, for another invocation that writes the metadata of the same task. */
  metadataLockWaitMs: constant(2_000),
  /** How much of an invocation, in milliseconds, is reserved for a clean end when an archive turns out to be too big. */
  mirrorMarginMs: constant(60_000),
  /** The projects whose archives are updated on schedule; `*`: all where the account is owner or training data user. */
  archiveProjectIds: listSetting('ARCHIVE_PROJECT_IDS', projectIds, []),
  /** How many versions of a task, and how many archives of a project, are kept; 0: all. */
  keepTaskVersions: setting('KEEP_TASK_VERSIONS', count, 0),
  keepArchives: setting('KEEP_ARCHIVES', count, 0),
  /** How many projects are processed at the same time. */
  projectConcurrency: constant(4),
  /** The projects whose events are looked for in Annofab's records; `*`: all where the account is owner. */
  reconcileProjectIds: listSetting('RECONCILE_PROJECT_IDS', projectIds, '*'),
  /** Whether an event for which no webhook of ours was fired is queued too, and not only reported. */
  queueUnfired: setting('QUEUE_UNFIRED', flag, false),
  /** How long, in seconds, a delivery may be received and not queued before it is sent again. */
  resendAfterSeconds: setting('RESEND_AFTER_SECONDS', count, 120),
  /** How old, in seconds, a job of Annofab has to be before it is compared with the ledger: its webhook may be on its way. */
  reconcileMinAgeSeconds: setting('RECONCILE_MIN_AGE_SECONDS', count, 300),
  /** How far, in seconds, a comparison reaches back before the end of the last one. */
  reconcileOverlapSeconds: constant(3_600),
  /** How much of an invocation, in milliseconds, is reserved for a clean end when there is too much to compare. */
  reconcileMarginMs: constant(30_000),
  /** How many deliveries are compared with the ledger at the same time. */
  deliveryConcurrency: constant(8),
  /**
   * After how many seconds without a change a delivery is reported as stuck: it may be deferred for 24 hours, and hidden for
   * an hour and a half by a worker that died.
   */
  stuckAfterSeconds: constant(26 * 3_600),
};

type Values = ValuesOf<typeof SETTINGS>;

/** What can be set about the automations. */
export type Settings = Readonly<Values>;

/**
 * Reads the named variables of a function, and the settings of its automations.
 *
 * @throws ConfigError that names all that are missing or wrong
 */
export function readConfigAndSettings<Name extends VariableName>(
  names: readonly Name[],
  env: Environment,
): { config: Config<Name>; settings: Settings } {
  const problems: string[] = [];
  const config = readVariables(names, { env, problems });
  const settings = readRows<Values, keyof Values>(SETTINGS, keysOf(SETTINGS), { env, problems });
  if (config === undefined || settings === undefined) throw new ConfigError(problems);
  return { config, settings };
}
