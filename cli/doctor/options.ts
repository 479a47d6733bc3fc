import type { AnnofabOptions, DeploymentOptions } from '../options.ts';

export interface DoctorOptions extends AnnofabOptions, DeploymentOptions {
  readonly project?: readonly string[];
  readonly url?: string;
  readonly table?: string;
  readonly json?: true;
}
