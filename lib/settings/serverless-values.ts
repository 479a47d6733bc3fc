import { expressionOf, type Schedule, secondsBetweenRuns } from './schedule.ts';
import { defaultSettings, type StageSettings } from './stage-settings.ts';
import { webhookEvents } from './switches.ts';

/** The address of the HTTP API, which CloudFormation fills in. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: syntax of CloudFormation
const HTTP_API_URL = 'https://${HttpApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}';

/** An alarm on missing runs looks at no shorter periods, in seconds. */
const LEAST_PERIOD_SECONDS = 900;

/** The settings as serverless.yml reads them, under `custom.settings`. Lists become text for a function's environment. */
export function serverlessValues(settings: StageSettings) {
  const { kmsKeyArn } = settings;
  const { schedules, archiveProjectIds, reconcileProjectIds, earlyEventRetrySeconds, webhookUrl, ...same } = settings;
  const reconcile = scheduleOr(settings, 'reconcile-deliveries');
  return {
    ...same,
    archiveProjectIds: joined(archiveProjectIds),
    reconcileProjectIds: joined(reconcileProjectIds),
    earlyEventRetrySeconds: earlyEventRetrySeconds.join(','),
    webhookUrl: webhookUrl ?? HTTP_API_URL,
    /** The events that have a webhook. */
    webhookEvents: webhookEvents(settings).join(','),
    /** Another statement of the policy of those who read the bucket, which is JSON in a text. */
    readerKeyStatement:
      kmsKeyArn === undefined
        ? ''
        : `,${JSON.stringify({ Effect: 'Allow', Action: 'kms:Decrypt', Resource: kmsKeyArn })}`,
    keepTaskVersions: settings.keepTaskVersions ?? '',
    keepArchives: settings.keepArchives ?? '',
    alarmEmail: settings.alarmEmail ?? '',
    // Without a number there is no state machine that needs it.
    shardConcurrency: settings.shardConcurrency ?? 1,
    schedules: {
      'remove-old-versions': expressionOf(scheduleOr(settings, 'remove-old-versions')),
      'start-archive-updates': expressionOf(scheduleOr(settings, 'start-archive-updates')),
      'reconcile-deliveries': {
        ...expressionOf(reconcile),
        periodSeconds: Math.max(LEAST_PERIOD_SECONDS, secondsBetweenRuns(reconcile)),
      },
    },
  };
}

/** A schedule that is off is removed together with its function; until then serverless.yml needs a value. */
function scheduleOr({ schedules }: StageSettings, name: keyof StageSettings['schedules']): Schedule {
  const when = schedules[name] || defaultSettings().schedules[name];
  if (when === false) throw new TypeError(`The schedule ${name} is off by default`);
  return when;
}

function joined(ids: '*' | readonly string[]): string {
  return ids === '*' ? ids : ids.join(',');
}
