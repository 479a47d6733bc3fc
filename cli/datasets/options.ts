import type { ConvertOptions } from '../convert/options.ts';
import type { DeploymentOptions } from '../options.ts';

interface BucketOptions extends DeploymentOptions {
  readonly bucket?: string;
  readonly json?: true;
}

export interface VersionsOptions extends BucketOptions {
  readonly project: string;
}

export interface DiffOptions extends BucketOptions {
  readonly project?: string;
}

export interface TagOptions extends VersionsOptions {
  readonly replace?: true;
}

type Conversion = Omit<ConvertOptions, 'out' | 'project' | 'local' | 'specs' | 'inputs' | 'tasks' | 'jobs' | 'json'>;

export interface ConvertVersionOptions extends VersionsOptions, Conversion {
  /** A folder instead of the bucket. */
  readonly out?: string;
}

export interface PullVersionOptions extends VersionsOptions {
  /** The folder. */
  readonly to: string;
  readonly format?: readonly string[];
  /** False for `--no-archive`. */
  readonly archive: boolean;
  readonly concurrency: number;
}
