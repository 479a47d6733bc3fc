import type { AnnofabOptions } from '../options.ts';

export interface WebhooksOptions extends AnnofabOptions {
  readonly project: string;
  readonly stage: string;
  readonly json?: true;
}

export interface ChangeOptions extends WebhooksOptions {
  readonly yes?: true;
  readonly dryRun?: true;
}

export interface ApplyOptions extends ChangeOptions {
  readonly url: string;
  readonly secret?: string;
  readonly key?: string;
  readonly replace?: true;
}
