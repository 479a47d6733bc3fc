import type { DeploymentOptions } from '../options.ts';

export interface PullOptions extends DeploymentOptions {
  readonly project: string;
  /** The folder. */
  readonly to: string;
  readonly bucket?: string;
  readonly delete?: true;
  /** False for `--no-archive`. */
  readonly archive: boolean;
  readonly concurrency: number;
  readonly json?: true;
}
