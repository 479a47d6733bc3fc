import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { isJsonObject, type JsonObject, ownField } from '../../lib/core/json.ts';
import type { StageSettings } from '../../lib/settings/stage-settings.ts';
import { functionsOff, SCHEDULED_FUNCTIONS } from '../../lib/settings/switches.ts';
import { awsRequest } from '../deployment/aws-request.ts';
import { callerIdentity } from '../deployment/caller-identity.ts';
import { httpFetch } from '../deployment/http-fetch.ts';
import type { Target } from '../deployment/target.ts';
import { limitProblem, workersOf } from '../package/concurrency-warning.ts';
import { SkipCheck } from './check.ts';
import type { DoctorContext } from './context.ts';

/** The checks of what only AWS has. */

export async function checkIdentity({ target }: DoctorContext, signal: AbortSignal): Promise<string> {
  if ('endpoint' in target.sdk) {
    await assertAnswers(target.sdk.endpoint, signal);
    return 'the local stack needs none';
  }
  const { account, arn } = await callerIdentity(target, signal);
  return `account ${account}, region ${target.sdk.region}, as ${arn}`;
}

async function assertAnswers(endpoint: string, signal: AbortSignal): Promise<void> {
  try {
    await httpFetch(endpoint, { signal });
  } catch (error) {
    throw new Error(`the local stack at ${endpoint} does not answer`, { cause: error });
  }
}

export async function checkConcurrency(ctx: DoctorContext, signal: AbortSignal): Promise<string> {
  assertAws(ctx.target, 'the local stack has no quota');
  const client = new LambdaClient(ctx.target.sdk);
  const { AccountLimit } = await client.send(new GetAccountSettingsCommand(), { abortSignal: signal });
  const limit = AccountLimit?.ConcurrentExecutions ?? 0;
  const problem = limitProblem(workersOf(await ctx.settings()), limit);
  if (problem !== undefined) throw new Error(problem);
  return `${limit} functions may run at the same time`;
}

export async function checkSchedules(ctx: DoctorContext, signal: AbortSignal): Promise<string> {
  assertAws(ctx.target, NOT_LOCAL);
  const off = functionsOff(await ctx.settings());
  const expected = SCHEDULED_FUNCTIONS.filter((name) => !off.includes(name));
  if (expected.length === 0) throw new SkipCheck('the settings switch all schedules off');
  const schedules = await listSchedules(ctx.target, signal);
  const problems = expected.flatMap((name) => {
    const found = schedules.find(({ arn }) => arn.endsWith(`:function:${ctx.target.stack}-${name}`));
    if (found === undefined) return [`${name} has no schedule`];
    return found.state === 'ENABLED' ? [] : [`the schedule of ${name} is ${found.state}`];
  });
  if (problems.length > 0) throw new Error(problems.join('; '));
  return expected.join(', ');
}

export async function checkAlarms(ctx: DoctorContext, signal: AbortSignal): Promise<string> {
  assertAws(ctx.target, NOT_LOCAL);
  const settings = await ctx.settings();
  if (!settings.alarms) throw new SkipCheck('the settings switch the alarms off');
  const alarms = await listAlarms(ctx.target, signal);
  if (alarms.length === 0) throw new Error(`there is no alarm whose name begins with ${ctx.target.stack}-`);
  const problems = alarms.flatMap((alarm) => [
    ...(ownField(alarm, 'StateValue') === 'ALARM' ? [`${ownField(alarm, 'AlarmName')} is in alarm`] : []),
    ...(ownField(alarm, 'ActionsEnabled') === false ? [`${ownField(alarm, 'AlarmName')} notifies nobody`] : []),
  ]);
  if (problems.length > 0) throw new Error(problems.join('; '));
  return `${alarms.length} alarms, none in alarm${mailNote(settings)}`;
}

const NOT_LOCAL = 'the local stack has none';

/** Subscriptions of others are not visible here. */
function mailNote({ alarmEmail }: StageSettings): string {
  return alarmEmail === undefined ? '; alarmEmail is not set' : '';
}

function assertAws(target: Target, why: string): void {
  if (!isAws(target)) throw new SkipCheck(why);
}

function isAws({ sdk }: Target): boolean {
  return !('endpoint' in sdk);
}

async function listSchedules(target: Target, signal: AbortSignal): Promise<{ arn: string; state: string }[]> {
  const found: { arn: string; state: string }[] = [];
  for (let NextToken: string | undefined = ''; NextToken !== undefined; ) {
    const query: Record<string, string> = { MaxResults: '100', ...(NextToken !== '' && { NextToken }) };
    const answer = await awsRequest(target, { service: 'scheduler', method: 'GET', path: '/schedules', query }, signal);
    for (const schedule of objectsIn(answer, 'Schedules')) {
      const arn = ownField(fieldOf(schedule, 'Target'), 'Arn');
      found.push({ arn: String(arn), state: String(ownField(schedule, 'State')) });
    }
    const next = ownField(answer, 'NextToken');
    NextToken = typeof next === 'string' && next !== '' ? next : undefined;
  }
  return found;
}

/** A stage has fewer alarms than one page. */
async function listAlarms(target: Target, signal: AbortSignal): Promise<JsonObject[]> {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'GraniteServiceVersion20100801.DescribeAlarms',
  };
  const body = JSON.stringify({ AlarmNamePrefix: `${target.stack}-`, MaxRecords: 100 });
  const answer = await awsRequest(target, { service: 'cloudWatch', method: 'POST', path: '/', headers, body }, signal);
  return objectsIn(answer, 'MetricAlarms');
}

function fieldOf(json: JsonObject, name: string): JsonObject {
  const value = ownField(json, name);
  return isJsonObject(value) ? value : {};
}

function objectsIn(json: JsonObject, name: string): JsonObject[] {
  const value = ownField(json, name);
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
