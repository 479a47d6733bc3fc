import type { DatasetFrame, DatasetPlan } from './frames.ts';
import type { OutputFolder } from './output/output.ts';
import type { ReportBuilder } from './tally.ts';

/** A form in which datasets are written. Adding one means: a folder with this, and a line in `formats/index.ts`. */
export interface Format {
  /** As in `--format`. */
  readonly name: string;
  /** The folder for images, whose files are `{part}/{path}{extension}` inside. Undefined where the format holds the images itself. */
  readonly images?: string | undefined;
  /** Starts to write the frames of one shard. */
  start(shard: ShardContext): FrameWriter;
  /** Writes what is known only when all shards are there: files of all frames, and lists of what is there. */
  merge(context: MergeContext): Promise<void>;
}

/** Writes the frames of a shard, one after the other. */
export interface FrameWriter {
  write(frame: DatasetFrame): void | Promise<void>;
  /**
   * After each block of the archive's frames: what holds many frames in a file begins a new group here.
   *
   * @param number of the block in the archive, from 0
   */
  endBlock?(number: number): void | Promise<void>;
  end(): Promise<void>;
}

interface FormatContext {
  readonly plan: DatasetPlan;
  /** Files of the dataset. */
  readonly out: OutputFolder;
  /** Of the project, for files that name it. */
  readonly title: string;
}

export interface ShardContext extends FormatContext {
  /** Pieces for the merge, by name: each shard has its own. */
  piece(name: string): ReturnType<OutputFolder['createFile']>;
  readonly report: ReportBuilder;
}

export interface MergeContext extends FormatContext {
  /** The pieces of this name of all shards, in the order of the shards. */
  pieces(name: string): AsyncIterable<AsyncIterable<Uint8Array>>;
}
