import type { AnnofabOptions } from '../options.ts';

export interface ArchivesOptions extends AnnofabOptions {
  readonly project: string;
  readonly json?: true;
}

export interface WaitOptions extends ArchivesOptions {
  /** In minutes. */
  readonly timeout: number;
}

export interface UpdateOptions extends WaitOptions {
  /** False for `--no-wait`. */
  readonly wait: boolean;
}

export interface DownloadOptions extends WaitOptions {
  /** The file. */
  readonly to?: string;
  readonly format: 'simple' | 'full';
}
