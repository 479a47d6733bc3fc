import { setTimeout as delay } from 'node:timers/promises';
import type { JobDetailInvokeHook, Task, Webhook, WebhookEventType } from '../../../lib/annofab/api-description.ts';
import { jobTypesBefore } from '../../../lib/annofab/api-description.ts';
import type { Faults, WebhookFault } from '../control/faults.ts';
import type { RecordedDelivery, Recorder } from '../control/spy.ts';
import type { StaleTasks } from '../control/stale-tasks.ts';
import type { Clock } from '../core/clock.ts';
import { Failure } from '../core/errors.ts';
import type { Jobs, Placeholders, WebhookOutcome, Webhooks } from '../core/services.ts';
import type { Settings } from '../core/settings.ts';
import type { ProjectRecord } from '../core/state.ts';
import { bodyOf, createWebhookRequests } from './webhook-request.ts';

export interface WebhookSender extends Webhooks {
  /** Forgets what is on its way, and goes on. */
  abandon(): void;
  /** Breaks off what is on its way. */
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

/** A webhook that waits to be overtaken does not wait longer. */
const LONGEST_WAIT_MS = 5_000;

interface Firing {
  readonly webhook: Webhook;
  readonly body: string | undefined;
  readonly fault: WebhookFault | undefined;
}

/**
 * Sends webhooks as Annofab does: real HTTP with the webhook's own method, headers and filled-in body, no signature, no
 * redirect followed unless a setting says so, and an `invoke-hook` job for each firing that keeps what was sent and how
 * it went.
 */
export function createWebhooks(options: WebhookSenderOptions): WebhookSender {
  const { clock, settings, jobs, recorder, faults, staleTasks } = options;
  const requests = createWebhookRequests(settings);
  const overtaken = createOvertaking();
  let stopped = new AbortController();

  /** @throws Failure when the last attempt has no answer, or one other than 2xx */
  async function deliver({ webhook, body }: Firing, jobId: string, detail: JobDetailInvokeHook) {
    for (let attempt = 1; ; attempt++) {
      const outcome = await requests.send(webhook, body, stopped.signal);
      recorder.deliver(toDelivery(webhook, jobId, attempt, outcome));
      if (isSuccess(outcome)) return;
      if (attempt > settings.webhookRetries)
        throw failed(detail, outcome.error ?? `The receiver answered ${outcome.status}`);
      await pause(settings.webhookRetryDelayMilliseconds, stopped.signal);
    }
  }

  function invoke(project: ProjectRecord, firing: Firing): void {
    const { webhook, body, fault } = firing;
    const detail: JobDetailInvokeHook = {
      _type: 'InvokeHook',
      webhook: shownWebhook(webhook, settings.hookJobHeaders),
      ...(body === undefined || !settings.hookJobBodies ? {} : { replaced_body: body }),
    };
    const run = async ({ job_id: jobId }: { job_id: string }): Promise<void> => {
      await pause(fault?.delayMs ?? settings.webhookDelayMilliseconds, stopped.signal);
      if (fault?.drop === 'delivery') throw failed(detail, 'It was dropped, by a fault that was asked for');
      if (fault?.reorder) await Promise.race([overtaken.wait(), pause(LONGEST_WAIT_MS, stopped.signal)]);
      await deliver(firing, jobId, detail).finally(overtaken.pass);
    };
    jobs.start(project, { type: 'invoke-hook', detail, run });
  }

  function fireOne(project: ProjectRecord, webhook: Webhook, placeholders: Placeholders, before?: Task): void {
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
      const placeholders = { ...defaultPlaceholders(project, eventType, clock), ...given };
      if (isClosing(project)) return;
      const listening = [...project.webhooks.values()].filter(
        (webhook) => webhook.event_type === eventType && webhook.webhook_status === 'active',
      );
      for (const webhook of listening) fireOne(project, webhook, placeholders, before);
    },
    send: (webhook, placeholders) =>
      requests.send(webhook, bodyOf(webhook, placeholders, settings.escapePlaceholders), stopped.signal),
    // A delivery is the work of its job.
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

/** Lets a webhook wait until another one is through. */
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

/** The webhook as it fired, for every member of the project to see. */
function shownWebhook(webhook: Webhook, withHeaders: boolean): Webhook {
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

/** A project that is being set up, deleted or moved has no webhooks sent: their jobs could not start. */
function isClosing({ project, jobs }: ProjectRecord): boolean {
  const excluding = jobTypesBefore('invoke-hook');
  return (
    project.project_status === 'initializing' ||
    jobs.some((job) => job.job_status === 'progress' && excluding.includes(job.job_type))
  );
}

/** What every event has. Only a copied project's event lacks the title: it has the destination's instead. */
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
