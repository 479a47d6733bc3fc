import type { AnnofabOptions, DeploymentOptions } from '../options.ts';

export interface ProjectsOptions extends AnnofabOptions, DeploymentOptions {
  readonly url?: string;
  readonly json?: true;
}

export interface AddOptions extends ProjectsOptions {
  readonly project: string;
  readonly replace?: true;
}

export interface RemoveOptions extends AnnofabOptions, DeploymentOptions {
  readonly project: string;
  readonly yes?: true;
  readonly json?: true;
}
