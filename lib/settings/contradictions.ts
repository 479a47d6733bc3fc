import { EVENT_TYPES } from '../webhooks/events.ts';
import type { StageSettingName, StageSettings } from './stage-settings.ts';

/** Settings that exclude each other. */
export interface Contradiction {
  readonly names: readonly StageSettingName[];
  /** What excludes what, and what to change. */
  readonly problem: string;
}

/** Each possible contradiction: when it holds, and what it says. */
const CONTRADICTIONS: readonly (Contradiction & { readonly holds: (settings: StageSettings) => boolean })[] = [
  {
    names: ['events'],
    holds: ({ events }) => EVENT_TYPES.every((eventType) => !events[eventType]),
    problem: 'events switches off every event, so that nothing is left to deploy: leave one on',
  },
  {
    names: ['closeDefaultAddress', 'webhookUrl'],
    holds: ({ closeDefaultAddress, webhookUrl }) => closeDefaultAddress && webhookUrl === undefined,
    problem: 'closeDefaultAddress closes the only address of the webhooks: set webhookUrl to your own domain',
  },
  {
    names: ['receiver', 'schedules'],
    holds: ({ receiver, schedules }) => !receiver && schedules['reconcile-deliveries'] === false,
    problem: 'receiver and schedules.reconcile-deliveries are both off, so that no event arrives: leave one on',
  },
  {
    names: ['receiver', 'queueUnfired'],
    holds: ({ receiver, queueUnfired }) => !receiver && !queueUnfired,
    problem: 'receiver is off, and without webhooks events are only reported: set queueUnfired to true',
  },
  {
    names: ['receiver', 'reconcileProjectIds'],
    holds: ({ receiver, reconcileProjectIds }) => !receiver && reconcileProjectIds.length === 0,
    problem: 'receiver is off, and reconcileProjectIds names no project in which events would be found',
  },
  {
    names: ['archiveProjectIds', 'schedules'],
    holds: ({ archiveProjectIds, schedules }) =>
      archiveProjectIds.length > 0 && schedules['start-archive-updates'] === false,
    problem: 'archiveProjectIds has no effect while schedules.start-archive-updates is off',
  },
  {
    names: ['archiveProjectIds', 'events'],
    holds: ({ archiveProjectIds, events }) => archiveProjectIds.length > 0 && !events['annotation-archive-updated'],
    problem: 'archiveProjectIds lets archives be built that nothing mirrors: events.annotation-archive-updated is off',
  },
];

/** Settings that have no effect while another one is as it is. Only what the file names is reported. */
const NO_EFFECT: readonly {
  readonly name: StageSettingName;
  readonly because: StageSettingName;
  readonly holds: (settings: StageSettings) => boolean;
  readonly reason: string;
}[] = [
  ...(['webhookUrl', 'closeDefaultAddress', 'receiverReservedConcurrency'] as const).map((name) => ({
    name,
    because: 'receiver' as const,
    holds: ({ receiver, [name]: value }: StageSettings) => !receiver && value !== undefined && value !== false,
    reason: 'receiver is off',
  })),
  ...(['reconcileProjectIds', 'queueUnfired'] as const).map((name) => ({
    name,
    because: 'schedules' as const,
    holds: ({ schedules, [name]: value }: StageSettings) =>
      schedules['reconcile-deliveries'] === false && value !== false && String(value) !== '',
    reason: 'schedules.reconcile-deliveries is off',
  })),
  ...(['exportConcurrency', 'frameConcurrency', 'earlyEventRetrySeconds'] as const).map((name) => ({
    name,
    because: 'events' as const,
    holds: ({ events }: StageSettings) => !events['task-completed'],
    reason: 'events.task-completed is off',
  })),
  {
    name: 'chatMessages',
    because: 'events',
    holds: ({ events, chatMessages }) => !events['task-completed'] && chatMessages !== false,
    reason: 'events.task-completed is off',
  },
  {
    name: 'mirrorConcurrency',
    because: 'events',
    holds: ({ events }) => !events['annotation-archive-updated'],
    reason: 'events.annotation-archive-updated is off',
  },
  {
    name: 'alarmEmail',
    because: 'alarms',
    holds: ({ alarms, alarmEmail }) => !alarms && alarmEmail !== undefined,
    reason: 'alarms is off',
  },
  ...(['keepTaskVersions', 'keepArchives'] as const).map((name) => ({
    name,
    because: 'schedules' as const,
    holds: ({ schedules, [name]: value }: StageSettings) =>
      schedules['remove-old-versions'] === false && value !== undefined,
    reason: 'schedules.remove-old-versions is off',
  })),
  {
    name: 'oldVersionDays',
    because: 'datasetBucket',
    holds: ({ datasetBucket }) => datasetBucket !== undefined,
    reason: 'datasetBucket is yours, and so are its lifecycle rules',
  },
];

/** @param given the names that the file sets */
export function contradictions(settings: StageSettings, given: readonly string[]): Contradiction[] {
  return [
    ...CONTRADICTIONS.filter(({ holds }) => holds(settings)),
    ...NO_EFFECT.filter(({ name, holds }) => given.includes(name) && holds(settings)).map(
      ({ name, because, reason }) => ({ names: [name, because], problem: `${name} has no effect: ${reason}` }),
    ),
  ];
}
