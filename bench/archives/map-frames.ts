/**
 * The measured process: opens an archive and calls a function for each of its frames.
 *
 *     node bench/archives/map-frames.ts <path> <threads>
 */
import { openSimpleArchive } from '../../lib/annofab/index.ts';
import type countAnnotations from './count-annotations.ts';
import { startMeter } from './meter.ts';

const [, , path = '', threads = ''] = process.argv;
const finish = startMeter();
const archive = await openSimpleArchive({ path });
let [frames, annotations] = [0, 0];
const counts = archive.mapFrames<typeof countAnnotations>(new URL('count-annotations.ts', import.meta.url), {
  threads: Number(threads),
});
for await (const count of counts) {
  frames += 1;
  annotations += count;
}
finish({ frames, annotations });
await archive.close();
