/** Converts one archive to every format, and compares what the readers of each found. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PNG } from 'pngjs';
import { readDatasetFrames } from '../../lib/datasets/frames.ts';
import {
  convertShard,
  FORMATS,
  type FormatName,
  type FormatOptions,
  folderOutput,
  mergeShards,
  shardsOf,
} from '../../lib/datasets/index.ts';
import { createReport } from '../../lib/datasets/tally.ts';
import { differences, type Readers } from './compare.ts';
import { runPython } from './run-python.ts';
import type { Source } from './source.ts';

/** The datasets that the readers get, each in a folder of this name. */
const DATASETS = {
  coco: ['coco', {}],
  'coco-uncompressed': ['coco', { rle: 'uncompressed' }],
  detect: ['yolo', { yolo: 'detect' }],
  segment: ['yolo', { yolo: 'segment' }],
  obb: ['yolo', { yolo: 'obb' }],
  pose: ['yolo', { yolo: 'pose' }],
  semantic: ['masks', { masks: 'semantic' }],
  instance: ['masks', { masks: 'instance' }],
  parquet: ['parquet', {}],
  jsonl: ['jsonl', {}],
  webdataset: ['webdataset', {}],
} as const satisfies Record<string, readonly [FormatName, FormatOptions]>;

const WITH_IMAGES = ['coco', 'coco-uncompressed', 'detect', 'segment', 'obb', 'pose'] as const;

/** @returns what is wrong */
export async function readSource(source: Source, folder: string, python: string): Promise<string[]> {
  const at = (name: keyof typeof DATASETS) => join(folder, source.name, name);
  const hasKeyPoints = source.plan.categories.some(({ key_points }) => key_points.length > 0);
  for (const [name, [format, options]] of Object.entries(DATASETS)) {
    if (name === 'pose' && !hasKeyPoints) continue;
    await convertTo(source, join(folder, source.name, name), format, options);
  }
  await writeImages(source, WITH_IMAGES.map(at));
  const run = (script: string, ...args: readonly string[]) => runPython<Readers>(python, script, args);
  const readers: Readers = {
    ...(await run('read_coco.py', at('coco'), source.path)),
    ...named('uncompressed', await run('read_coco.py', at('coco-uncompressed'), source.path)),
    ...(await run('read_tables.py', at('parquet'))),
    ...(await run('read_lines.py', at('jsonl'), at('webdataset'))),
    ...(await run('read_masks.py', at('semantic'), at('instance'), at('coco'))),
    ...named('detect', await run('read_yolo.py', at('detect'), 'detect')),
    ...named('segment', await run('read_yolo.py', at('segment'), 'segment')),
    ...named('obb', await run('read_yolo.py', at('obb'), 'obb')),
    ...(hasKeyPoints && named('pose', await run('read_yolo.py', at('pose'), 'pose'))),
  };
  console.log(`${source.name}: ${Object.keys(readers).length} readers`);
  return differences(readers).map((difference) => `${source.name}: ${difference}`);
}

function named(prefix: string, readers: Readers): Readers {
  return Object.fromEntries(Object.entries(readers).map(([name, facts]) => [`${prefix} ${name}`, facts]));
}

async function convertTo(source: Source, out: string, name: FormatName, options: FormatOptions): Promise<void> {
  const target = {
    plan: source.plan,
    format: await FORMATS[name](options),
    out: folderOutput(out),
    work: folderOutput(`${out}.work`),
    title: source.name,
  };
  const reports = [];
  for (const shard of shardsOf(source.archive.frameCount, 1_000)) {
    reports.push(await convertShard(source, target, shard));
  }
  await mergeShards(target, reports);
}

/** Grey images of the right sizes, where each dataset has its images. */
async function writeImages(source: Source, datasets: readonly string[]): Promise<void> {
  const range = { start: 0, end: source.archive.frameCount };
  for await (const { part, path, extension, size } of readDatasetFrames(source, source.plan, createReport(), range)) {
    if (size === undefined) continue;
    const png = PNG.sync.write(new PNG({ width: size.width, height: size.height, fill: true }));
    for (const dataset of datasets) {
      const file = join(dataset, 'images', part, `${path}${extension}`);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, png);
    }
  }
}
