/**
 * The measured process: copies the archive once. Prints one JSON line.
 *
 *     BENCH='{"api":…,"archiveUrl":…,"bucket":…}' node bench/mirror/copy-archive.ts mirror|plain
 *     BENCH=… node bench/mirror/copy-archive.ts parts <MiB of a part> <parts in flight>
 */
import { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { AnnofabClient } from '../../lib/annofab/index.ts';
import { mirrorAnnotationArchive } from '../../lib/automations/mirror-annotation-archive/mirror-annotation-archive.ts';
import { createDataset } from '../../lib/aws/dataset.ts';
import { multipartUpload } from '../../lib/aws/multipart-upload.ts';
import { s3Client } from '../../lib/aws/s3-client.ts';
import { silentEvent } from '../silent-event.ts';

/** What a copy took. */
export interface Copied {
  readonly bytes: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The largest growth of the memory. */
  readonly extraBytes: number;
}

const MEBIBYTE = 2 ** 20;
const { api, archiveUrl, bucket } = JSON.parse(process.env['BENCH'] ?? '{}');
const [kind = '', partMebibytes, partsInFlight] = process.argv.slice(2);
const annofab = new AnnofabClient({ credentials: { pat: 'bench' }, baseUrl: api });

const copies: Readonly<Record<string, () => Promise<number>>> = {
  /** As the function does it. */
  async mirror() {
    const { bytes } = await mirrorAnnotationArchive({
      ...silentEvent(),
      annofab,
      dataset: createDataset({ bucket, client: s3Client() }),
      event: {
        event_type: 'annotation-archive-updated',
        project_id: 'bench',
        complete_datetime: '2019-05-08T01:00:00Z',
      },
    });
    return bytes;
  },
  /** By the SDK's own upload, with the SDK's own settings. */
  async plain() {
    const { body, headers } = await annofab.files.open(archiveUrl);
    const client = new S3Client({ forcePathStyle: true });
    await new Upload({ client, params: { Bucket: bucket, Key: 'annotations.zip', Body: body } }).done();
    return Number(headers['content-length']);
  },
  /** The upload of the mirror with other parts. */
  async parts() {
    const { body } = await annofab.files.stream(archiveUrl);
    const target = { Bucket: bucket, Key: 'annotations.zip', ContentType: 'application/zip' };
    const sizes = { partSizeBytes: Number(partMebibytes) * MEBIBYTE, partsInFlight: Number(partsInFlight) };
    return (await multipartUpload(s3Client(), target, body, sizes)).bytes;
  },
};

const copy = copies[kind];
if (copy === undefined) throw new Error('the first argument must be mirror, plain or parts');

const before = process.memoryUsage.rss();
const [started, used] = [performance.now(), process.cpuUsage()];
const bytes = await copy();
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(used);
// The kernel's high-water mark misses no peak.
const peak = process.resourceUsage().maxRSS * 1024;
const copied: Copied = { bytes, seconds, cpuSeconds: (user + system) / 1e6, extraBytes: peak - before };
console.log(JSON.stringify(copied));
process.exit(0);
