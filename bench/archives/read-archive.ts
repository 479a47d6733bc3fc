/**
 * The measured process: opens an archive and reads all of it, or one task.
 *
 *     node bench/archives/read-archive.ts path|url <path or url> [task_id]
 */
import { AnnofabClient, openSimpleArchive } from '../../lib/annofab/index.ts';
import { startMeter } from './meter.ts';

const [, , kind, from = '', task_id] = process.argv;
// Files are fetched over http only if Annofab is.
const baseUrl = kind === 'url' ? new URL(from).origin : undefined;
const annofab = new AnnofabClient({ credentials: { pat: 'bench' }, ...(baseUrl !== undefined && { baseUrl }) });
const finish = startMeter();
const archive = await (kind === 'url' ? annofab.archives.openSimple({ url: from }) : openSimpleArchive({ path: from }));
let [frames, annotations] = [0, 0];
for await (const frame of archive.frames({ task_id })) {
  frames += 1;
  annotations += frame.details.length;
}
finish({ frames, annotations });
await archive.close();
await annofab.close();
