import { text } from 'node:stream/consumers';
import type { Format, MergeContext } from './format.ts';
import { type DatasetPlan, type DatasetSource, type FrameRange, readDatasetFrames } from './frames.ts';
import { joinFiles } from './output/join-files.ts';
import type { OutputFolder, WorkFolder } from './output/output.ts';
import { FILE_LIST, recordFiles } from './output/record-files.ts';
import type { ConversionReport } from './report.ts';
import { createReport, joinReports } from './tally.ts';

const REPORT = 'report.json';

/** Where a conversion writes. */
export interface ConvertTarget {
  readonly plan: DatasetPlan;
  readonly format: Format;
  /** The dataset. */
  readonly out: OutputFolder;
  /** What shards leave for the merge. It can be deleted afterwards. */
  readonly work: WorkFolder;
  /** Names the dataset in files that have a title. */
  readonly title: string;
  /** Also writes `files.jsonl`, the size and SHA-256 of each file. */
  readonly withFileList?: boolean | undefined;
}

/** A part of the archive that is converted on its own, by its number. */
export interface Shard extends FrameRange {
  readonly index: number;
}

/**
 * Frames that always belong to the same shard. Files that hold many frames start a new group or file at a multiple of it, so that the number of
 * shards does not change them.
 */
export const BLOCK_FRAMES = 1_000;

/** @param framesPerShard is rounded up to whole blocks */
export function shardsOf(frameCount: number, framesPerShard: number): Shard[] {
  const size = Math.max(1, Math.ceil(framesPerShard / BLOCK_FRAMES)) * BLOCK_FRAMES;
  return Array.from({ length: Math.max(1, Math.ceil(frameCount / size)) }, (_, index) => ({
    index,
    start: index * size,
    end: Math.min((index + 1) * size, frameCount),
  }));
}

function blocksOf({ start, end }: FrameRange): FrameRange[] {
  const count = Math.ceil((end - start) / BLOCK_FRAMES);
  return Array.from({ length: count }, (_, index) => {
    const from = start + index * BLOCK_FRAMES;
    return { start: from, end: Math.min(from + BLOCK_FRAMES, end) };
  });
}

/** Converts one shard. It can be repeated: what it wrote before is replaced. */
export async function convertShard(
  source: DatasetSource,
  { plan, format, out: folder, work, title, withFileList = false }: ConvertTarget,
  shard: Shard,
  signal?: AbortSignal,
): Promise<ConversionReport> {
  const recorded = withFileList ? recordFiles(folder) : undefined;
  const out = recorded ?? folder;
  const report = createReport();
  const piece = (name: string) => work.createFile(pieceOf(shard.index, name));
  const writer = format.start({ plan, out, title, piece, report });
  for (const block of blocksOf(shard)) {
    for await (const frame of readDatasetFrames(source, plan, report, { ...block, signal })) {
      const written = writer.write(frame);
      if (written) await written;
    }
    await writer.endBlock?.(block.start / BLOCK_FRAMES);
  }
  await writer.end();
  await out.flush?.();
  const result = report.report();
  if (recorded) await work.writeFile(pieceOf(shard.index, FILE_LIST), recorded.lines());
  // Last: a shard with a report is complete.
  await work.writeFile(pieceOf(shard.index, REPORT), JSON.stringify(result));
  await work.flush?.();
  return result;
}

/** The report of a shard that was converted before; undefined when the shard is not complete. */
export async function readShardReport(work: WorkFolder, index: number): Promise<ConversionReport | undefined> {
  const json = await text(work.readFile(pieceOf(index, REPORT)));
  if (json === '') return undefined;
  const report: ConversionReport = JSON.parse(json);
  return report;
}

/** Joins what the shards wrote, and writes `report.json`. @returns the report of the whole dataset */
export async function mergeShards(
  { plan, format, out: folder, work, title, withFileList = false }: ConvertTarget,
  reports: readonly ConversionReport[],
): Promise<ConversionReport> {
  const recorded = withFileList ? recordFiles(folder) : undefined;
  const out = recorded ?? folder;
  const pieces: MergeContext['pieces'] = async function* (name) {
    for (const [index] of reports.entries()) yield work.readFile(pieceOf(index, name));
  };
  await format.merge({ plan, out, title, pieces });
  const report = joinReports(reports, plan.split.names);
  if (recorded) await writeFileList(folder, pieces(FILE_LIST), recorded.lines());
  await folder.flush?.();
  // Last: a dataset with a report is complete.
  await folder.writeFile(REPORT, `${JSON.stringify(report, null, 2)}\n`);
  await folder.flush?.();
  return report;
}

async function writeFileList(
  folder: OutputFolder,
  ofShards: AsyncIterable<AsyncIterable<Uint8Array>>,
  ofMerge: string,
): Promise<void> {
  const file = folder.createFile(FILE_LIST);
  await joinFiles(ofShards, file);
  await file.write(ofMerge);
  await file.end();
}

function pieceOf(shard: number, name: string): string {
  return `${String(shard).padStart(6, '0')}/${name}`;
}
