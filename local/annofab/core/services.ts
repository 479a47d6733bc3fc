import type {
  JobDetail,
  ProjectJobInfo,
  ProjectJobType,
  Task,
  Webhook,
  WebhookEventType,
} from '../../../lib/annofab/api-description.ts';
import type { StaleTasks } from '../control/stale-tasks.ts';
import type { CookieSigner } from '../files/signed-cookies.ts';
import type { RateLimit } from '../server/rate-limit.ts';
import type { Clock } from './clock.ts';
import type { Settings } from './settings.ts';
import type { ProjectRecord, State, StoredFile } from './state.ts';

/** The parts of the emulator that operations use. */
export interface Services {
  readonly state: State;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly files: Files;
  readonly cookies: CookieSigner;
  readonly jobs: Jobs;
  readonly webhooks: Webhooks;
  readonly rateLimit: RateLimit;
  readonly staleTasks: StaleTasks;
}

/** The file server on its own origin. Paths are those of the file store. */
export interface Files {
  readonly url: string;
  /** A URL for one method, valid for `signedUrlSeconds` by default. */
  sign(path: string, options?: { method?: 'GET' | 'PUT'; seconds?: number }): string;
  put(path: string, bytes: Uint8Array, contentType: string): StoredFile;
}

export interface Jobs {
  /**
   * Registers a job in progress and runs it in the background.
   *
   * @throws Failure 409 when a running job excludes it, or the project is being initialized
   */
  start(project: ProjectRecord, job: JobStart): ProjectJobInfo;
  /**
   * Resolves when the project's quick jobs are done, so that a client which polls once a minute sees them done at its
   * first request. It does not wait for jobs that are held or take time, nor for webhooks.
   */
  quickDone(project: ProjectRecord): Promise<void>;
  /** Resolves when no job is running. */
  settled(): Promise<void>;
}

export interface JobStart {
  type: ProjectJobType;
  detail?: JobDetail;
  /** The work. An error fails the job. */
  run(job: ProjectJobInfo): Promise<void> | void;
}

export interface Webhooks {
  /**
   * Sends the project's active webhooks of this event in the background, an `invoke-hook` job for each. PROJECT_ID,
   * PROJECT_TITLE and COMPLETE_DATETIME have defaults.
   *
   * @param before the task of the event as it was before; reads may return it for a while
   */
  fire(project: ProjectRecord, eventType: WebhookEventType, placeholders: Placeholders, before?: Task): void;
  /** Sends one webhook now, once, active or not, without a job: what Annofab's test operation does. */
  send(webhook: Webhook, placeholders: Placeholders): Promise<WebhookOutcome>;
  /** Resolves when every webhook has an outcome. */
  settled(): Promise<void>;
}

/** By the name between the braces. */
export type Placeholders = Readonly<Record<string, string>>;

/** The outcome of one webhook. Without an answer there is no `status`, and `error` says why. */
export interface WebhookOutcome {
  /** As it was sent; none for a webhook without a body. */
  body?: string;
  status?: number;
  responseBody?: string;
  error?: string;
}
