import { randomUUID } from 'node:crypto';
import { Cron } from 'croner';
import type { FunctionDefinition, Schedule } from './serverless-file/serverless-file.ts';

const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * Parses a cron expression of EventBridge: minutes, hours, day of month, month, day of week (1 is Sunday), year.
 *
 * @example
 * scheduleCron({ expression: 'cron(0 5 * * ? *)', timezone: 'Asia/Tokyo' }).nextRun();
 */
export function scheduleCron({ expression, timezone }: Schedule): Cron | undefined {
  const [, fields] = /^cron\((.+)\)$/.exec(expression) ?? [];
  if (fields === undefined) return undefined;
  return new Cron(`0 ${fields}`, { timezone, mode: '7-part', alternativeWeekdays: true, unref: true, paused: true });
}

/** Runs the functions' schedules. @throws Error for an expression that is invalid on EventBridge */
export function startSchedules(
  functions: readonly FunctionDefinition[],
  run: (functionName: string, event: unknown) => void,
  region: string,
): { stop(): void } {
  const stops = functions.flatMap(({ name, schedules }) =>
    schedules.map((schedule) => start(schedule, () => run(name, scheduledEvent(name, region)))),
  );
  return {
    stop() {
      for (const stop of stops) stop();
    },
  };
}

function start(schedule: Schedule, run: () => void): () => void {
  const cron = scheduleCron(schedule);
  if (cron !== undefined) {
    cron.schedule(run);
    cron.resume();
    return () => cron.stop();
  }
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(schedule.expression) ?? [];
  const ms = UNIT_MS[unit];
  if (ms === undefined) throw new Error(`${schedule.expression} is neither cron(…) nor rate(…)`);
  const timer = setInterval(run, Number(count) * ms).unref();
  return () => clearInterval(timer);
}

/** The event of EventBridge Scheduler for a schedule without an input. */
export function scheduledEvent(functionName: string, region: string) {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account: '000000000000',
    time: `${new Date().toISOString().slice(0, 19)}Z`,
    region,
    resources: [`arn:aws:scheduler:${region}:000000000000:schedule/default/${functionName}`],
    detail: '{}',
  };
}
