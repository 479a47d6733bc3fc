import type { TaskPhase, TaskStatus } from '../../lib/annofab/index.ts';
import type { FormatName, FormatOptions } from '../../lib/datasets/index.ts';
import type { AnnofabOptions } from '../options.ts';

export interface ConvertOptions extends FormatOptions, AnnofabOptions {
  /** Instead of an archive: its files are downloaded. */
  readonly project?: string;
  readonly format: FormatName;
  /** The folder of the dataset. */
  readonly out: string;
  /** Files in the form of Annofab's API. */
  readonly specs?: string;
  readonly inputs?: string;
  readonly tasks?: string;
  readonly split?: Readonly<Record<string, number>>;
  readonly splitBy?: string;
  readonly phase?: readonly TaskPhase[];
  readonly status?: readonly TaskStatus[];
  readonly allTasks?: true;
  readonly label?: readonly string[];
  readonly attribute?: readonly string[];
  readonly where?: Readonly<Record<string, string>>;
  /** The folder of the original images. */
  readonly images?: string;
  readonly link?: true;
  readonly download?: true;
  /** How many images are downloaded at the same time. */
  readonly concurrency: number;
  readonly strict?: true;
  readonly replace?: true;
  readonly jobs: number;
  readonly json?: true;
}
