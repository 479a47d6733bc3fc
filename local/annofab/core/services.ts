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

/** What every operation works on. */
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
  /** A URL for one method, good for `signedUrlSeconds` unless told otherwise. */
  sign(path: string, options?: { method?: 'GET' | 'PUT'; seconds?: number }): string;
  put(path: string, bytes: Uint8Array, contentType: string): StoredFile;
}

export interface Jobs {
  /**
   * Registers a job in progress and works on it in the background.
   *
   * @throws Failure 409 when a running job excludes it, or the project is being initialized
   */
  start(project: ProjectRecord, job: JobStart): ProjectJobInfo;
  /**
   * Those of the project's jobs that take no time are done: whoever asks after a job would else have to ask again, and
   * clients take a minute for that. Jobs that are held or take their time, and webhooks, are not waited for.
   */
  quickDone(project: ProjectRecord): Promise<void>;
  /** Every job under way is done. */
  settled(): Promise<void>;
}

export interface JobStart {
  type: ProjectJobType;
  detail?: JobDetail;
  /** The work. What it throws fails the job. */
  run(job: ProjectJobInfo): Promise<void> | void;
}

export interface Webhooks {
  /**
   * Sends the project's active webhooks of this event in the background, an `invoke-hook` job for each. PROJECT_ID,
   * PROJECT_TITLE and COMPLETE_DATETIME are filled in where they are not given.
   *
   * @param before the task that the event tells of as it was: readers may see it for a while
   */
  fire(project: ProjectRecord, eventType: WebhookEventType, placeholders: Placeholders, before?: Task): void;
  /** Sends one webhook now, once, active or not, without a job: what Annofab's test operation does. */
  send(webhook: Webhook, placeholders: Placeholders): Promise<WebhookOutcome>;
  /** Every delivery under way has an outcome. */
  settled(): Promise<void>;
}

/** By the name that stands between the braces. */
export type Placeholders = Readonly<Record<string, string>>;

/** What came of one webhook. Without `status` there was no answer, and `error` says why. */
export interface WebhookOutcome {
  /** As it was sent; none for a webhook without a body. */
  body?: string;
  status?: number;
  responseBody?: string;
  error?: string;
}
