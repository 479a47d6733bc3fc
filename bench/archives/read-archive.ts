/**
 * The measured process: opens an archive and reads all of it or one task. Prints one JSON line: seconds, processor seconds,
 * peak memory and counts.
 *
 *     node bench/archives/read-archive.ts path|url <path or url> [task_id]
 */
import { AnnofabClient, openSimpleArchive } from '../../lib/annofab/index.ts';

const [, , kind, from = '', task_id] = process.argv;
const annofab = new AnnofabClient({ credentials: { pat: 'bench' } });
const started = performance.now();
const usedBefore = process.cpuUsage();
const archive = await (kind === 'url' ? annofab.archives.openSimple({ url: from }) : openSimpleArchive({ path: from }));
let frames = 0;
let annotations = 0;
for await (const frame of archive.frames({ task_id })) {
  frames += 1;
  annotations += frame.details.length;
}
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(usedBefore);
const cpuSeconds = (user + system) / 1e6;
// The kernel's high-water mark misses no peak.
const peakBytes = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ seconds, cpuSeconds, peakBytes, frames, annotations }));
await archive.close();
await annofab.close();
