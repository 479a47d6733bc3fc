import type { StageSettings } from '../lib/settings/stage-settings.ts';

/** The settings of a stage for the local stack, which has no domain, key, bucket or table of yours. */
export function localSettings(settings: StageSettings): StageSettings {
  return {
    ...settings,
    ...{ webhookUrl: undefined, closeDefaultAddress: false },
    ...{ datasetBucket: undefined, ledgerTable: undefined, kmsKeyArn: undefined, permissionsBoundary: undefined },
  };
}
