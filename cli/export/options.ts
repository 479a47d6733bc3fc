import type { AnnofabOptions } from '../options.ts';

export interface ExportOptions extends AnnofabOptions {
  readonly project: string;
  readonly task: string;
  /** The folder. */
  readonly to: string;
  readonly json?: true;
}
