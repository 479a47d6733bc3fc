import type { AnnofabOptions, DeploymentOptions } from '../options.ts';

export interface PilotOptions extends AnnofabOptions, DeploymentOptions {
  readonly project?: string;
  readonly url?: string;
  readonly any?: true;
  readonly list?: true;
  /** The longest wait for a webhook or a job, in seconds. */
  readonly wait: number;
  readonly yes?: true;
  readonly json?: true;
}
