import type { DeploymentOptions } from '../options.ts';

export interface ReconcileOptions extends DeploymentOptions {
  readonly project?: readonly string[];
  readonly days?: number;
  readonly json?: true;
}
