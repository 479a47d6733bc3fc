import { TOKEN_WARNING_DAYS, tokenDaysLeft } from '../../lib/automations/warn-expiring-token.ts';
import { EVENT_TYPES } from '../../lib/webhooks/events.ts';
import { WEBHOOK_PATH } from '../../lib/webhooks/templates.ts';
import { httpFetch } from '../deployment/http-fetch.ts';
import { settingsFile } from '../deployment/stage-settings.ts';
import { checkIdentity } from './aws-checks.ts';
import { SkipCheck } from './check.ts';
import type { DoctorContext } from './context.ts';

/** The checks of this machine, of the deployment and of its account in Annofab. */

const MIN_NODE = { major: 22, minor: 19 };

export async function checkNode(): Promise<string> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isNewEnough = major > MIN_NODE.major || (major === MIN_NODE.major && minor >= MIN_NODE.minor);
  if (!isNewEnough) throw new Error(`${process.version} is too old`);
  return process.version;
}

export async function checkSettings(ctx: DoctorContext): Promise<string> {
  const { path, exists, problems } = await settingsFile(ctx.target.stage);
  if (problems.length > 0) throw new Error(problems.join('; '));
  return exists ? path : `the defaults, because there is no ${path}`;
}

export async function checkCredential(ctx: DoctorContext): Promise<string> {
  const credential = await ctx.credential();
  return 'pat' in credential ? 'a personal access token' : 'a user id with a password';
}

export async function checkWebhookSecret(ctx: DoctorContext): Promise<string> {
  const { entries, keys } = await ctx.secrets();
  return `entries: ${entries.length}, keys: ${keys.length}`;
}

export async function checkChatSecret(ctx: DoctorContext): Promise<string> {
  if ((await ctx.settings()).chatMessages === false) return 'not needed, chatMessages is off';
  await ctx.chatAddress();
  return 'it has an address';
}

export async function checkSignIn(ctx: DoctorContext, signal: AbortSignal): Promise<string> {
  const { user_id } = await (await ctx.annofab()).getMyAccount({}, { signal });
  return `as ${user_id}`;
}

export async function checkToken(ctx: DoctorContext, signal: AbortSignal): Promise<string> {
  if (!('pat' in (await ctx.credential()))) throw new SkipCheck('the account signs in with a password');
  const tokens = await (await ctx.annofab()).getPersonalAccessTokens({}, { signal });
  const days = tokenDaysLeft(tokens, Date.now());
  if (days === undefined) throw new SkipCheck('Annofab lists no token of the account');
  if (days < TOKEN_WARNING_DAYS) throw new Error(`it expires in ${days} days`);
  return `it is valid for ${days} days`;
}

export async function checkAddress(ctx: DoctorContext, signal: AbortSignal): Promise<string> {
  if (!(await ctx.settings()).receiver) throw new SkipCheck('the settings switch the receiver off');
  return await ctx.url().catch(async (error: unknown) => {
    // Only an address that nobody gave is asked of AWS, so the check does not need AWS in general.
    await checkIdentity(ctx, signal).catch(() => {
      throw new SkipCheck('it needs "AWS credentials" to be ok');
    });
    throw error;
  });
}

/** Without a secret, a receiver that works refuses: by the method, or by the missing secret. */
export async function checkReachable(ctx: DoctorContext, signal: AbortSignal): Promise<string> {
  const { events } = await ctx.settings();
  const eventType = EVENT_TYPES.find((type) => events[type]) ?? EVENT_TYPES[0];
  const url = `${(await ctx.url()).replace(/\/+$/, '')}${WEBHOOK_PATH}/${eventType}`;
  const get = await statusOf(url, 'GET', signal);
  const post = await statusOf(url, 'POST', signal);
  // API Gateway has no route for GET, and the receiver itself answers 405.
  const isGetRefused = get === 404 || get === 405;
  if (!isGetRefused || post !== 401) {
    throw new Error(
      `GET was answered with ${get} instead of 404 or 405, POST without a secret with ${post} instead of 401`,
    );
  }
  return 'it refuses requests without a secret';
}

export async function checkQueues(ctx: DoctorContext): Promise<string> {
  const { events } = await ctx.settings();
  const { queues } = await ctx.deployment();
  const missing = EVENT_TYPES.filter((type) => events[type] && !queues.some(({ eventType }) => eventType === type));
  if (missing.length > 0) throw new Error(`there is no queue for ${missing.join(', ')}`);
  return `a queue with a dead-letter queue for ${queues.map(({ eventType }) => eventType).join(', ')}`;
}

export async function checkDeadLetters(ctx: DoctorContext): Promise<string> {
  const { queues } = await ctx.deployment();
  const counts = await Promise.all(
    queues.map(async ({ eventType, deadLetters }) => ({ eventType, n: await deadLetters() })),
  );
  const dead = counts.filter(({ n }) => n > 0);
  if (dead.length > 0) throw new Error(dead.map(({ eventType, n }) => `${eventType}: about ${n}`).join(', '));
  return 'none';
}

async function statusOf(url: string, method: 'GET' | 'POST', signal: AbortSignal): Promise<number> {
  const body = method === 'POST' ? { body: '{}', headers: { 'content-type': 'application/json' } } : {};
  const response = await httpFetch(url, {
    method,
    ...body,
    signal,
    redirect: 'manual',
  }).catch((cause: unknown) => {
    const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
    throw new Error(`${url} does not answer`, { cause: reason });
  });
  await response.body?.cancel();
  return response.status;
}
