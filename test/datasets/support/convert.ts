import type { SpecsAccessor } from '../../../lib/annofab/index.ts';
import {
  BLOCK_FRAMES,
  type ConversionReport,
  convertShard,
  type Format,
  type ImageSizes,
  type ImageSource,
  mergeShards,
  type PlaceImage,
  planDataset,
  type Selection,
  type SplitOptions,
  shardsOf,
  withImages,
} from '../../../lib/datasets/index.ts';
import { type FrameSample, openArchive } from './archive.ts';
import { memoryOutput } from './memory-output.ts';

interface Options {
  readonly specs?: SpecsAccessor;
  readonly imageSizes?: ImageSizes;
  readonly images?: ImageSource;
  readonly placeImage?: PlaceImage;
  readonly selection?: Selection;
  readonly split?: SplitOptions;
  readonly framesPerShard?: number;
}

/** Converts frames to files in memory. */
export async function convertFrames(
  frames: readonly FrameSample[],
  format: Format | Promise<Format>,
  { imageSizes, images, placeImage, framesPerShard = BLOCK_FRAMES, ...planning }: Options = {},
): Promise<{ report: ConversionReport; files: Map<string, Buffer>; json(path: string): unknown }> {
  const archive = await openArchive(frames);
  const placed = placeImage ? withImages(await format, placeImage) : await format;
  const [out, work] = [memoryOutput(), memoryOutput()];
  const target = { plan: await planDataset(archive, planning), format: placed, out, work, title: 'sample' };
  const reports: ConversionReport[] = [];
  for (const shard of shardsOf(archive.frameCount, framesPerShard)) {
    reports.push(await convertShard({ archive, imageSizes, images }, target, shard));
  }
  const report = await mergeShards(target, reports);
  return { report, files: out.files, json: (path) => JSON.parse(out.text(path)) };
}
