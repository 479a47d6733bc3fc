import { setTimeout as delay } from 'node:timers/promises';
import type { JobDetailInvokeHook, Task, Webhook, WebhookEventType } from '../../../lib/annofab/api-description.ts';
import { jobTypesBefore } from '../../../lib/annofab/api-description.ts';
import type { WebhookFault } from '../control/fault.ts';
import type { Faults } from '../control/faults.ts';
import type { RecordedDelivery, Recorder } from '../control/spy.ts';
import type { StaleTasks } from '../control/stale-tasks.ts';
import type { Clock } from '../core/clock.ts';
import { Failure } from '../core/errors.ts';
import type { Jobs, Placeholders, WebhookOutcome, Webhooks } from '../core/services.ts';
import type { Settings } from '../core/settings.ts';
import type { ProjectRecord } from '../core/state.ts';
import { bodyOf } from './webhook-body.ts';
import { createWebhookRequests } from './webhook-request.ts';

export interface WebhookSender extends Webhooks {
  /** Drops all deliveries in progress. The sender can be used afterwards. */
  abandon(): void;
  /** Aborts all deliveries in progress. */
  stop(): Promise<void>;
}

export interface WebhookSenderOptions {
  clock: Clock;
  settings: Settings;
  jobs: Jobs;
  recorder: Pick<Recorder, 'deliver'>;
  faults: Pick<Faults, 'takeForWebhook'>;
  staleTasks: Pick<StaleTasks, 'hide'>;
}

/** The longest time that a webhook waits for another one to overtake it. */
const LONGEST_WAIT_MS = 5_000;

interface Invocation {
  readonly webhook: Webhook;
  readonly body: string | undefined;
  readonly fault: WebhookFault | undefined;
}

/**
 * Sends webhooks as Annofab does: real HTTP with the webhook's method, headers and filled-in body, and without a
 * signature. Redirects are followed only if a setting says so. Every invocation has an `invoke-hook` job with the sent
 * body and the result.
 */
export function createWebhooks(options: WebhookSenderOptions): WebhookSender {
  const { clock, settings, jobs, recorder, faults, staleTasks } = options;
  const requests = createWebhookRequests(settings);
  const overtaken = createOvertaking();
  let stopped = new AbortController();

  /** @throws Failure when the last attempt gets no answer, or another status than 2xx */
  async function deliver({ webhook, body }: Invocation, jobId: string, detail: JobDetailInvokeHook) {
    for (let attempt = 1; ; attempt++) {
      const outcome = await requests.send(webhook, body, stopped.signal);
      recorder.deliver(toDelivery(webhook, jobId, attempt, outcome));
      if (isSuccess(outcome)) return;
      if (attempt > settings.webhookRetries)
        throw failed(detail, outcome.error ?? `The receiver answered ${outcome.status}`);
      await pause(settings.webhookRetryDelayMilliseconds, stopped.signal);
    }
  }

  function invoke(project: ProjectRecord, invocation: Invocation): void {
    const { webhook, body, fault } = invocation;
    const detail: JobDetailInvokeHook = {
      _type: 'InvokeHook',
      webhook: jobCopyOf(webhook, settings.hookJobHeaders),
      ...(body === undefined || !settings.hookJobBodies ? {} : { replaced_body: body }),
    };
    const run = async ({ job_id: jobId }: { job_id: string }): Promise<void> => {
      await pause(fault?.delayMs ?? settings.webhookDelayMilliseconds, stopped.signal);
      if (fault?.drop === 'delivery') throw failed(detail, 'An injected fault dropped the webhook');
      if (fault?.reorder) await Promise.race([overtaken.wait(), pause(LONGEST_WAIT_MS, stopped.signal)]);
      await deliver(invocation, jobId, detail).finally(overtaken.pass);
    };
    jobs.start(project, { type: 'invoke-hook', detail, run });
  }

  function fireWebhook(project: ProjectRecord, webhook: Webhook, placeholders: Placeholders, before?: Task): void {
    const fault = faults.takeForWebhook(webhook.event_type);
    if (before) {
      const { staleReads: reads = settings.staleReads, staleMs: milliseconds = settings.staleMilliseconds } =
        fault ?? {};
      staleTasks.hide(before, { reads, milliseconds });
    }
    if (fault?.drop === 'event') return;
    const body = bodyOf(webhook, placeholders, fault?.escape ?? settings.escapePlaceholders);
    const copies = 1 + (fault?.duplicates ?? settings.webhookDuplicates);
    for (let copy = 0; copy < copies; copy++) invoke(project, { webhook, body, fault });
  }

  return {
    fire(project, eventType, given, before) {
      const placeholders = written({ ...defaultPlaceholders(project, eventType, clock), ...given }, settings);
      if (hasWebhooksBlocked(project)) return;
      const active = [...project.webhooks.values()].filter(
        (webhook) => webhook.event_type === eventType && webhook.webhook_status === 'active',
      );
      for (const webhook of active) fireWebhook(project, webhook, placeholders, before);
    },
    send: (webhook, placeholders) =>
      requests.send(webhook, bodyOf(webhook, placeholders, settings.escapePlaceholders), stopped.signal),
    // Every delivery runs in a job.
    settled: () => jobs.settled(),
    abandon: () => {
      stopped.abort();
      stopped = new AbortController();
    },
    async stop() {
      stopped.abort();
      await requests.destroy();
    },
  };
}

/** Delays a webhook until another one has been sent. */
function createOvertaking() {
  let waiting: (() => void)[] = [];
  return {
    wait: () => new Promise<void>((resolve) => waiting.push(resolve)),
    pass: () => {
      for (const resume of waiting) resume();
      waiting = [];
    },
  };
}

/** The copy of a webhook in its job, which every member of the project can read. */
function jobCopyOf(webhook: Webhook, withHeaders: boolean): Webhook {
  const shown = structuredClone(webhook);
  if (!withHeaders) for (const header of shown.headers) header.value = '***';
  return shown;
}

function failed(detail: JobDetailInvokeHook, message: string): Failure {
  detail.message = message;
  return new Failure(500, 'INVOKE_HOOK_FAILED', message);
}

function toDelivery(webhook: Webhook, jobId: string, attempt: number, outcome: WebhookOutcome): RecordedDelivery {
  return {
    projectId: webhook.project_id,
    webhookId: webhook.webhook_id,
    eventType: webhook.event_type,
    jobId,
    method: webhook.method,
    url: webhook.url,
    headers: Object.fromEntries(webhook.headers.map(({ name, value }) => [name, value])),
    ...(outcome.body === undefined ? {} : { body: outcome.body }),
    attempt,
    ...(outcome.status === undefined ? {} : { status: outcome.status }),
    ...(outcome.error === undefined ? {} : { error: outcome.error }),
  };
}

/** A project that is being initialized, deleted or moved fires no webhooks, because their jobs could not start. */
function hasWebhooksBlocked({ project, jobs }: ProjectRecord): boolean {
  const excluding = jobTypesBefore('invoke-hook');
  return (
    project.project_status === 'initializing' ||
    jobs.some((job) => job.job_status === 'progress' && excluding.includes(job.job_type))
  );
}

function written(placeholders: Placeholders, { placeholdersInUtc }: Pick<Settings, 'placeholdersInUtc'>): Placeholders {
  const { COMPLETE_DATETIME: at = '' } = placeholders;
  return placeholdersInUtc ? { ...placeholders, COMPLETE_DATETIME: new Date(at).toISOString() } : placeholders;
}

/** The placeholders of all events. A copied project's event has the destination's title instead of its own. */
function defaultPlaceholders({ project }: ProjectRecord, eventType: WebhookEventType, clock: Clock): Placeholders {
  return {
    PROJECT_ID: project.project_id,
    COMPLETE_DATETIME: clock.stamp(),
    ...(eventType === 'project-copy-completed' ? {} : { PROJECT_TITLE: project.title }),
  };
}

export function isSuccess({ status }: WebhookOutcome): boolean {
  return status !== undefined && status >= 200 && status < 300;
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds > 0) await delay(milliseconds, undefined, { signal });
}
