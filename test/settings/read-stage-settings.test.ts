import { describe, expect, it } from 'vitest';
import { readStageSettings } from '../../lib/settings/read-stage-settings.ts';
import { defaultSettings } from '../../lib/settings/stage-settings.ts';

const problemsOf = (content: unknown) => readStageSettings(content).problems;

describe('a settings file', () => {
  it('gives the defaults when it is empty', () => {
    expect(readStageSettings(undefined)).toEqual({ settings: defaultSettings(), problems: [] });
    expect(readStageSettings({})).toEqual({ settings: defaultSettings(), problems: [] });
  });

  it('changes only what it names, in groups too', () => {
    const { settings, problems } = readStageSettings({
      events: { 'project-copy-completed': false },
      oldVersionDays: 7,
    });
    expect(problems).toEqual([]);
    expect(settings).toEqual({
      ...defaultSettings(),
      events: { ...defaultSettings().events, 'project-copy-completed': false },
      oldVersionDays: 7,
    });
  });

  it('reports unknown names with the one that was meant, also in groups', () => {
    expect(problemsOf({ alarmMail: 'a@b', exportConcurency: 2, events: { 'task-complete': true } })).toEqual([
      'alarmMail is unknown: did you mean alarmEmail?',
      'exportConcurency is unknown: did you mean exportConcurrency?',
      'events.task-complete is unknown: did you mean task-completed?',
    ]);
  });

  it.each([
    [{ receiver: 'yes' }, 'receiver must be true or false'],
    [{ exportConcurrency: 1 }, 'exportConcurrency must be a whole number from 2 to 1000'],
    [{ frameConcurrency: 4.5 }, 'frameConcurrency must be a whole number from 1 to 100'],
    [{ archiveProjectIds: 'project-a,project-b' }, 'archiveProjectIds must be a list of project ids, or "*"'],
    [{ archiveProjectIds: ['../a'] }, 'archiveProjectIds must be a list of project ids, or "*"'],
    [{ webhookUrl: 'hooks.example.com' }, /^webhookUrl must be an http\(s\) address$/],
    [{ logRetentionDays: 31 }, /^logRetentionDays must be one of 1, 3, 5, /],
    [{ kmsKeyArn: 'alias/mine' }, 'kmsKeyArn must be the ARN of a KMS key'],
    [{ chatMessages: 'irc' }, 'chatMessages must be one of slack, json'],
    [{ tags: { team: 7 } }, 'tags.team must be text: quote a number'],
    [{ events: true }, /^events must be a mapping with task-completed, /],
    [{ schedules: { 'start-archive-updates': true } }, /^schedules\.start-archive-updates must be false, /],
    [{ schedules: { 'start-archive-updates': { at: '25:00' } } }, /\.at must be a time of day such as "20:00"$/],
    [{ schedules: { 'start-archive-updates': { at: '20:00', timezone: 'Tokyo' } } }, /\.timezone must be a time zone/],
    [{ schedules: { 'start-archive-updates': { at: '20:00', everyMinutes: 60 } } }, /must have either "at" or/],
    [{ schedules: { 'reconcile-deliveries': { everyMinutes: 1 } } }, /\.everyMinutes must be a whole number from 5/],
    [{ schedules: { 'reconcile-deliveries': { evryMinutes: 15 } } }, /\.evryMinutes is unknown: did you mean everyM/],
    [['tracing'], 'The file must be a mapping'],
  ])('refuses an impossible value: %j', (content, problem) => {
    expect(problemsOf(content)).toEqual([expect.stringMatching(problem)]);
  });

  it.each([
    [{ closeDefaultAddress: true }, 'closeDefaultAddress closes the only address'],
    [
      { receiver: false, queueUnfired: true, webhookUrl: 'https://a.example' },
      'webhookUrl has no effect: receiver is off',
    ],
    [{ receiver: false }, 'set queueUnfired to true'],
    [{ receiver: false, queueUnfired: true, reconcileProjectIds: [] }, 'reconcileProjectIds names no project'],
    [{ alarms: false, alarmEmail: 'a@b.example' }, 'alarmEmail has no effect: alarms is off'],
    [{ schedules: { 'start-archive-updates': false }, archiveProjectIds: '*' }, 'archiveProjectIds has no effect'],
    [{ events: { 'annotation-archive-updated': false }, archiveProjectIds: ['a'] }, 'that nothing mirrors'],
    [{ events: { 'task-completed': false }, exportConcurrency: 4 }, 'exportConcurrency has no effect'],
    [{ events: { 'task-completed': false }, chatMessages: 'slack' }, 'chatMessages has no effect'],
    [{ datasetBucket: 'our-bucket', oldVersionDays: 7 }, 'datasetBucket is yours, and so are its lifecycle rules'],
  ])('refuses settings that exclude each other: %j', (content, problem) => {
    expect(problemsOf(content)).toEqual([expect.stringContaining(problem)]);
  });

  it('refuses to switch off every event', () => {
    const events = Object.fromEntries(Object.keys(defaultSettings().events).map((name) => [name, false]));
    expect(problemsOf({ events })).toEqual([expect.stringContaining('leave one on')]);
  });

  it('does not call a setting contradictory whose value is impossible', () => {
    expect(problemsOf({ closeDefaultAddress: true, webhookUrl: 'hooks' })).toEqual([
      'webhookUrl must be an http(s) address',
    ]);
  });
});
