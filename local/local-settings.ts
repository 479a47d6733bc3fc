import type { StageSettings } from '../lib/settings/stage-settings.ts';

/** How long deferred events wait here, in seconds: long enough to read the log, and not as long as Annofab needs. */
const SHORT_WAITS = {
  rateLimitedSeconds: 5,
  maintenanceSeconds: 10,
  jobRunningSeconds: 2,
  earlyEventRetrySeconds: [2, 5, 10],
} as const satisfies Partial<StageSettings>;

/** The settings of a stage for `npm start`, which has no domain, key, bucket or table of yours, and no time to wait. */
export function localSettings(settings: Partial<StageSettings> = {}): Partial<StageSettings> {
  return {
    ...settings,
    ...SHORT_WAITS,
    ...{ webhookUrl: undefined, closeDefaultAddress: false },
    ...{ datasetBucket: undefined, ledgerTable: undefined, kmsKeyArn: undefined, permissionsBoundary: undefined },
  };
}
