import type { AnnofabOptions, DeploymentOptions } from '../options.ts';

export interface BackfillOptions extends DeploymentOptions, AnnofabOptions {
  readonly table?: string;
  readonly project: string;
  readonly task?: readonly string[];
  readonly tasksFrom?: string;
  readonly completedFrom?: number;
  readonly completedTo?: number;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly rate: number;
  readonly maxBacklog: number;
  readonly dryRun?: true;
  readonly json?: true;
}
