import { CHAT_FORMATS } from '../core/chat-formats.ts';
import { isId } from '../core/ids.ts';
import {
  array,
  boolean,
  check,
  integer,
  isJsonObject,
  oneOf,
  pattern,
  problem,
  record,
  type Shape,
} from '../core/json.ts';
import { schedule } from './schedule.ts';
import {
  falseOr,
  group,
  optionalSetting,
  readTable,
  type SettingValues,
  setting,
  versionsKept,
} from './settings-table.ts';

const seconds = integer(1, 86_400);
/** Lambda takes no smaller `MaximumConcurrency` of a queue. */
const workers = integer(2, 1_000);

const address = check(
  (value): value is string => typeof value === 'string' && URL.canParse(value) && /^https?:/i.test(value),
  'must be an http(s) address',
);
const projectIds = check(
  (value): value is '*' | readonly string[] => value === '*' || (Array.isArray(value) && value.every(isId)),
  'must be a list of project ids, or "*"',
);
const tags = record(
  check((value): value is string => typeof value === 'string' && value !== '', 'must be text: quote a number'),
);
const texts: Shape<Readonly<Record<string, string>>> = {
  read: (value, path = '') => (isJsonObject(value) ? tags.read(value, path) : problem(path, 'must be a mapping')),
};
const anArn = (service: string, what: string) =>
  pattern(new RegExp(`^arn:aws[a-z-]*:${service}:[^\\s]+$`), `must be the ARN of ${what}`);

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
    'task-completed': setting(boolean, true),
    'annotation-archive-updated': setting(boolean, true),
    'input-data-zip-registered': setting(boolean, true),
    'project-copy-completed': setting(boolean, true),
  }),
  /** Off: no HTTP API; events are found by the reconciliation alone. */
  receiver: setting(boolean, true),
  schedules: group({
    'start-archive-updates': setting(falseOr(schedule(60)), { at: '20:00', timezone: 'Asia/Tokyo' }),
    'reconcile-deliveries': setting(falseOr(schedule(5)), { everyMinutes: 15 }),
    'remove-old-versions': setting(falseOr(schedule(60)), { at: '04:30', timezone: 'Asia/Tokyo' }),
  }),
  alarms: setting(boolean, true),
  dashboard: setting(boolean, true),
  tracing: setting(boolean, false),
  /** How many shards of a dataset are converted at the same time; none: no state machine, and none of its functions. */
  shardConcurrency: optionalSetting(integer(1, 1_000)),
  /** Off: no secret, no variable and no right for it. */
  chatMessages: setting(falseOr(oneOf(CHAT_FORMATS)), false),

  // ── Projects ──────────────────────────────────────────────────────────────────────────────────────────────────────
  archiveProjectIds: setting(projectIds, []),
  reconcileProjectIds: setting(projectIds, '*'),
  queueUnfired: setting(boolean, false),

  // ── Addresses ─────────────────────────────────────────────────────────────────────────────────────────────────────
  annofabEndpointUrl: setting(address, 'https://annofab.com'),
  webhookUrl: optionalSetting(address),
  closeDefaultAddress: setting(boolean, false),
  alarmEmail: optionalSetting(pattern(/^[^\s@]+@[^\s@]+$/, 'must be a mail address')),

  // ── Limits ────────────────────────────────────────────────────────────────────────────────────────────────────────
  exportConcurrency: setting(workers, 2),
  mirrorConcurrency: setting(workers, 2),
  frameConcurrency: setting(integer(1, 100), 4),
  requestsInFlight: setting(integer(1, 1_000), 16),
  receiverReservedConcurrency: optionalSetting(integer(1, 1_000)),
  rateLimitedSeconds: setting(seconds, 300),
  maintenanceSeconds: setting(seconds, 900),
  jobRunningSeconds: setting(seconds, 120),
  earlyEventRetrySeconds: setting(array(seconds), [10, 60, 300]),

  // ── What is kept ──────────────────────────────────────────────────────────────────────────────────────────────────
  logLevel: setting(oneOf(['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'CRITICAL', 'SILENT']), 'INFO'),
  logRetentionDays: setting(oneOf(LOG_RETENTION_DAYS), 30),
  keepTaskVersions: optionalSetting(versionsKept),
  keepArchives: optionalSetting(versionsKept),
  oldVersionDays: setting(integer(1, 36_500), 90),

  // ── What exists already ───────────────────────────────────────────────────────────────────────────────────────────
  datasetBucket: optionalSetting(pattern(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')),
  ledgerTable: optionalSetting(pattern(/^[A-Za-z0-9_.-]{3,255}$/, 'must be the name of a table')),
  kmsKeyArn: optionalSetting(anArn('kms', 'a KMS key')),
  permissionsBoundary: optionalSetting(anArn('iam', 'a policy')),
  tags: setting(texts, {}),
} as const;

/** The settings of a stage. */
export type StageSettings = SettingValues<typeof STAGE_SETTINGS>;
export type StageSettingName = keyof StageSettings;

export function defaultSettings(): StageSettings {
  return readTable(STAGE_SETTINGS, {}).values;
}
