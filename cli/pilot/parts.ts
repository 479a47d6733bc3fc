import type { AnnofabClient } from '../../lib/annofab/index.ts';
import type { SecretToRegister } from '../../lib/webhooks/webhook-secrets.ts';
import type { CleanUp } from './clean-up.ts';

/** Everything that the pilot makes in a project has an id that begins so. */
export const PREFIX = 'annofab-functions-pilot-';

/** Where the pilot's webhooks call, and with which secret. */
export interface Receiver {
  /** The address of the HTTP API. */
  readonly url: string;
  readonly secret: SecretToRegister;
}

/** What the pilot works with. */
export interface PilotParts {
  readonly annofab: AnnofabClient;
  readonly project_id: string;
  /** The beginning of all ids of this run. */
  readonly run: string;
  /** When this run began, in milliseconds since 1970. */
  readonly begunAt: number;
  readonly receiver: Receiver;
  readonly cleanUp: CleanUp;
  /** Tells what takes long. */
  readonly say: (text: string) => void;
  /** The longest wait for a webhook or a job. */
  readonly waitMs: number;
  readonly signal: AbortSignal;
  /** The `Retry-After` of each answer with the status 429 so far. */
  readonly refusals: readonly (string | undefined)[];
}
