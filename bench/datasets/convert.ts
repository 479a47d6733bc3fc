/**
 * The measured process: converts an archive to a dataset, as `npx annofab-functions convert` does with one thread.
 *
 *     node bench/datasets/convert.ts <archive> <format> <folder>
 */
import { openSimpleArchive } from '../../lib/annofab/archives/index.ts';
import {
  convertShard,
  FORMATS,
  type FormatName,
  folderOutput,
  mergeShards,
  planDataset,
  readImageSizes,
  shardsOf,
} from '../../lib/datasets/index.ts';
import { startMeter } from '../archives/meter.ts';
import { benchInputs, benchSpecs } from './source.ts';

const [, , path = '', name = '', folder = ''] = process.argv;
const finish = startMeter();
const archive = await openSimpleArchive({ path });
const imageSizes = await readImageSizes(benchInputs(archive.frameCount));
const plan = await planDataset(archive, { specs: benchSpecs(), split: { ratios: { train: 8, val: 2 } } });
const target = {
  plan,
  format: await formatOf(name),
  out: folderOutput(folder),
  work: folderOutput(`${folder}.work`),
  title: 'bench',
};
const reports = [];
for (const shard of shardsOf(archive.frameCount, 5_000))
  reports.push(await convertShard({ archive, imageSizes }, target, shard));
const { frames, annotations } = await mergeShards(target, reports);
finish({ frames: frames.written, annotations: annotations.written });
await archive.close();

async function formatOf(given: string) {
  const found = Object.keys(FORMATS).find((format): format is FormatName => format === given);
  if (found === undefined) throw new Error(`There is no format ${given}`);
  return await FORMATS[found]({});
}
