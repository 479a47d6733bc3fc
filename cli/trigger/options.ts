import type { EventType } from '../../lib/webhooks/events.ts';
import type { AnnofabOptions, DeploymentOptions } from '../options.ts';

export interface TriggerOptions extends AnnofabOptions, DeploymentOptions {
  readonly project: string;
  readonly task?: string;
  readonly toProject?: string;
  readonly at?: string;
  readonly url?: string;
  /** In seconds. */
  readonly wait?: number | true;
  readonly table?: string;
  readonly json?: true;
}

export interface TriggerArguments extends TriggerOptions {
  readonly eventType: EventType;
}
