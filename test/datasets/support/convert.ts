import type { SpecsAccessor } from '../../../lib/annofab/index.ts';
import {
  BLOCK_FRAMES,
  type ConversionReport,
  convertShard,
  type Format,
  type ImageSizes,
  mergeShards,
  planDataset,
  type Selection,
  type SplitOptions,
  shardsOf,
} from '../../../lib/datasets/index.ts';
import { type FrameSample, openArchive } from './archive.ts';
import { memoryOutput } from './memory-output.ts';

interface Options {
  readonly specs?: SpecsAccessor;
  readonly imageSizes?: ImageSizes;
  readonly selection?: Selection;
  readonly split?: SplitOptions;
  readonly framesPerShard?: number;
}

/** Converts frames to files in memory. */
export async function convertFrames(
  frames: readonly FrameSample[],
  format: Format | Promise<Format>,
  { imageSizes, framesPerShard = BLOCK_FRAMES, ...planning }: Options = {},
): Promise<{ report: ConversionReport; files: Map<string, Buffer>; json(path: string): unknown }> {
  const archive = await openArchive(frames);
  const [out, work] = [memoryOutput(), memoryOutput()];
  const target = { plan: await planDataset(archive, planning), format: await format, out, work, title: 'sample' };
  const reports: ConversionReport[] = [];
  for (const shard of shardsOf(archive.frameCount, framesPerShard)) {
    reports.push(await convertShard({ archive, imageSizes }, target, shard));
  }
  const report = await mergeShards(target, reports);
  return { report, files: out.files, json: (path) => JSON.parse(out.text(path)) };
}
