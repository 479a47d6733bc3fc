import {
  address,
  flag,
  group,
  listOf,
  oneOf,
  optional,
  projectIds,
  readTable,
  type SettingValues,
  setting,
  textLike,
  texts,
  versionsKept,
  wholeNumber,
} from './readers.ts';
import { schedule } from './schedule.ts';

const seconds = wholeNumber(1, 86_400);
/** Lambda takes no smaller `MaximumConcurrency` of a queue. */
const workers = wholeNumber(2, 1_000);
const anArn = (service: string, what: string) =>
  textLike(new RegExp(`^arn:aws[a-z-]*:${service}:[^\\s]+$`), `the ARN of ${what}`);

/** The days that CloudWatch Logs takes. */
const LOG_RETENTION_DAYS = [
  ...[1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653],
] as const;

/**
 * Everything that can be set about a stage, one row each: `settings/<stage>.yml` has these names. docs/settings.md says what
 * each is for, and settings/example.yml has all of them.
 */
export const STAGE_SETTINGS = {
  // ── What runs ─────────────────────────────────────────────────────────────────────────────────────────────────────
  /** Off: no webhook, queue, function, alarm or line of the dashboard. */
  events: group({
    'task-completed': setting(flag, true),
    'annotation-archive-updated': setting(flag, true),
    'input-data-zip-registered': setting(flag, true),
    'project-copy-completed': setting(flag, true),
  }),
  /** Off: no HTTP API; events are found by the reconciliation alone. */
  receiver: setting(flag, true),
  schedules: group({
    'start-archive-updates': setting(schedule(60), { at: '20:00', timezone: 'Asia/Tokyo' }),
    'reconcile-deliveries': setting(schedule(5), { everyMinutes: 15 }),
    'remove-old-versions': setting(schedule(60), { at: '04:30', timezone: 'Asia/Tokyo' }),
  }),
  alarms: setting(flag, true),
  dashboard: setting(flag, true),
  tracing: setting(flag, false),

  // ── Projects ──────────────────────────────────────────────────────────────────────────────────────────────────────
  archiveProjectIds: setting(projectIds, []),
  reconcileProjectIds: setting(projectIds, '*'),
  queueUnfired: setting(flag, false),

  // ── Addresses ─────────────────────────────────────────────────────────────────────────────────────────────────────
  annofabEndpointUrl: setting(address, 'https://annofab.com'),
  webhookUrl: optional(address),
  closeDefaultAddress: setting(flag, false),
  alarmEmail: optional(textLike(/^[^\s@]+@[^\s@]+$/, 'a mail address')),

  // ── Limits ────────────────────────────────────────────────────────────────────────────────────────────────────────
  exportConcurrency: setting(workers, 2),
  mirrorConcurrency: setting(workers, 2),
  frameConcurrency: setting(wholeNumber(1, 100), 4),
  requestsInFlight: setting(wholeNumber(1, 1_000), 16),
  receiverReservedConcurrency: optional(wholeNumber(1, 1_000)),
  rateLimitedSeconds: setting(seconds, 300),
  maintenanceSeconds: setting(seconds, 900),
  jobRunningSeconds: setting(seconds, 120),
  earlyEventRetrySeconds: setting(listOf(seconds, 'seconds'), [10, 60, 300]),

  // ── What is kept ──────────────────────────────────────────────────────────────────────────────────────────────────
  logLevel: setting(oneOf('TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'CRITICAL', 'SILENT'), 'INFO'),
  logRetentionDays: setting(oneOf(...LOG_RETENTION_DAYS), 30),
  keepTaskVersions: optional(versionsKept),
  keepArchives: optional(versionsKept),
  oldVersionDays: setting(wholeNumber(1, 36_500), 90),

  // ── What exists already ───────────────────────────────────────────────────────────────────────────────────────────
  datasetBucket: optional(textLike(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of a bucket')),
  ledgerTable: optional(textLike(/^[A-Za-z0-9_.-]{3,255}$/, 'the name of a table')),
  kmsKeyArn: optional(anArn('kms', 'a KMS key')),
  permissionsBoundary: optional(anArn('iam', 'a policy')),
  tags: setting(texts, {}),
} as const;

/** The settings of a stage. */
export type StageSettings = SettingValues<typeof STAGE_SETTINGS>;
export type StageSettingName = keyof StageSettings;

export function defaultSettings(): StageSettings {
  return readTable(STAGE_SETTINGS, {}).values;
}
