/**
 * The measured process: copies the archive once, either as the function does or by the SDK's upload.
 * Prints one JSON line: seconds, those of the processor, and the largest growth of its memory in bytes.
 *
 *     BENCH='{"api":…,"archiveUrl":…,"bucket":…}' node bench/mirror/copy-archive.ts mirror|plain
 */
import { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { AnnofabClient } from '../../lib/annofab/index.ts';
import { mirrorAnnotationArchive } from '../../lib/automations/mirror-annotation-archive/mirror-annotation-archive.ts';
import { createDataset } from '../../lib/aws/dataset.ts';
import { silentEvent } from '../silent-event.ts';

const { api, archiveUrl, bucket } = JSON.parse(process.env['BENCH'] ?? '{}');
const annofab = new AnnofabClient({ credentials: { pat: 'bench' }, baseUrl: api });
const client = new S3Client({ forcePathStyle: true });

const copies: Readonly<Record<string, () => Promise<number>>> = {
  async mirror() {
    const { bytes } = await mirrorAnnotationArchive({
      ...silentEvent(),
      annofab,
      dataset: createDataset({ bucket, client }),
      event: {
        event_type: 'annotation-archive-updated',
        project_id: 'bench',
        complete_datetime: '2019-05-08T01:00:00Z',
      },
    });
    return bytes;
  },
  async plain() {
    const { body, headers } = await annofab.files.open(archiveUrl);
    await new Upload({ client, params: { Bucket: bucket, Key: 'annotations.zip', Body: body } }).done();
    return Number(headers['content-length']);
  },
};

const copy = copies[process.argv[2] ?? ''];
if (copy === undefined) throw new Error('the first argument must be mirror or plain');

const before = process.memoryUsage.rss();
const [started, cpu] = [performance.now(), process.cpuUsage()];
const bytes = await copy();
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(cpu);
// The kernel's high-water mark misses no peak.
const peak = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ bytes, seconds, cpuSeconds: (user + system) / 1e6, extraBytes: peak - before }));
process.exit(0);
