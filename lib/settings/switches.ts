import { EVENT_TYPES, type EventType } from '../webhooks/events.ts';
import type { Gone } from './gone.ts';
import type { StageSettings } from './stage-settings.ts';

/** The metrics of the receiver, and those about events without a webhook. */
const OF_RECEIVER = ['received', 'rejected', 'duplicate', 'unfired'];
const OF_RECONCILIATION = [
  ...['reconciled', 'reconciliation_deferred', 'recovered', 'inferred', 'unfired'],
  ...['failed_firing', 'no_body', 'elsewhere', 'resent', 'stuck', 'newly_stuck'],
];
/** The functions that run on a schedule. */
export const SCHEDULED_FUNCTIONS = ['start-archive-updates', 'reconcile-deliveries', 'remove-old-versions'] as const;

/** The functions that the state machine calls. */
const OF_STATE_MACHINE = ['plan-dataset', 'convert-dataset-shard', 'merge-dataset'];

/** The events that have a webhook: without a receiver none. */
export function webhookEvents({ events, receiver }: StageSettings): readonly EventType[] {
  return EVENT_TYPES.filter((eventType) => receiver && events[eventType]);
}

const STATE_MACHINE = ['DatasetStateMachine', 'DatasetStateMachineRole', 'DatasetStateMachineLogGroup'];

/** The names of the functions that the settings switch off: `on-task-completed`. */
export function functionsOff({ events, receiver, schedules, ...settings }: StageSettings): string[] {
  const keepsAll = settings.keepTaskVersions === undefined && settings.keepArchives === undefined;
  return [
    ...EVENT_TYPES.filter((eventType) => !events[eventType]).map((eventType) => `on-${eventType}`),
    ...(receiver ? [] : ['receive-webhook']),
    ...(settings.shardConcurrency === undefined ? OF_STATE_MACHINE : []),
    ...SCHEDULED_FUNCTIONS.filter((name) => schedules[name] === false || (name === 'remove-old-versions' && keepsAll)),
  ];
}

/** What goes with the functions that are off, by the names that serverless.yml and osls give. */
export function goneWith(settings: StageSettings): Gone {
  const off = functionsOff(settings);
  const eventsOff = EVENT_TYPES.filter((eventType) => !settings.events[eventType]);
  const receiverOff = !settings.receiver;
  const reconciliationOff = settings.schedules['reconcile-deliveries'] === false;
  return {
    ids: new Set([
      ...off.flatMap((name) => [`${pascal(name)}LambdaFunction`, `${pascal(name)}LogGroup`]),
      ...off.flatMap((name) => [`${pascal(name)}Role`, `${pascal(name)}ScheduleRole`]),
      ...eventsOff.flatMap((eventType) => [`${pascal(eventType)}Queue`, `${pascal(eventType)}DeadLetterQueue`]),
      ...(receiverOff ? ['HttpApi', 'HttpApiStage', 'ApiErrorsAlarm'] : []),
      ...(settings.shardConcurrency === undefined ? STATE_MACHINE : []),
      ...(settings.dashboard ? [] : ['Dashboard']),
      ...(settings.alarms ? [] : ['AlarmTopic', 'AlarmTopicPolicy', 'AlarmMail']),
      ...(settings.alarmEmail === undefined ? ['AlarmMail'] : []),
    ]),
    variables: new Set(settings.chatMessages === false ? ['CHAT_FORMAT', 'CHAT_SECRET_ID'] : []),
    policies: new Set(settings.chatMessages === false ? ['read-chat-secret'] : []),
    metrics: new Set([...(receiverOff ? OF_RECEIVER : []), ...(reconciliationOff ? OF_RECONCILIATION : [])]),
    dimensions: new Set([
      ...eventsOff.map((eventType) => `event_type=${eventType}`),
      ...off.map((name) => `function=${name}`),
    ]),
  };
}

/** `task-completed` → `TaskCompleted` */
function pascal(name: string): string {
  return name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
