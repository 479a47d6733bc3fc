import type { EventType } from '../../lib/webhooks/events.ts';
import type { DeploymentOptions } from '../options.ts';

export interface DeliveriesOptions extends DeploymentOptions {
  readonly table?: string;
  readonly json?: true;
}

export interface ListOptions extends DeliveriesOptions {
  readonly eventType?: EventType;
  readonly project?: string;
}

export interface ResendOptions extends ListOptions {
  readonly all?: true;
}

export interface DismissOptions extends ResendOptions {
  readonly reason: string;
  readonly open?: true;
}
