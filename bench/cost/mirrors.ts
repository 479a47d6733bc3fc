import { startLocalAws } from '../../local/aws/index.ts';
import { type Figure, figure } from '../figures.ts';
import type { Copied } from '../mirror/copy-archive.ts';
import { type Archive, copyArchive, whileArchiveServed } from '../mirror/copy-in-process.ts';
import { gbSeconds, lambdaMs } from './functions.ts';
import { PRICES } from './prices.ts';

const GB = 2 ** 30;
const GB_OF_A_TB = 1_024;
const BUCKET = 'dataset';
const WRITES = /^(Put|Copy|List|CreateMultipartUpload|UploadPart|CompleteMultipartUpload)/;
/** S3 does not charge for these. */
const FREE = /^(Delete|Abort)/;

/** What it costs to mirror archives of this size, a TB of them. */
export async function costOfMirrors(
  { mebibytes, rounds }: { mebibytes: number; rounds: number },
  megabytes: number,
): Promise<Figure[]> {
  return await whileArchiveServed(mebibytes, async (archive) => {
    const copies: Mirror[] = [];
    for (let round = 0; round < rounds; round += 1) copies.push(await mirror(archive));
    return figuresOf(copies, { mebibytes, megabytes });
  });
}

interface Mirror {
  readonly copied: Copied;
  readonly operations: readonly string[];
}

async function mirror(archive: Archive): Promise<Mirror> {
  const aws = await startLocalAws();
  try {
    await aws.createBucket(BUCKET);
    const operations: string[] = [];
    aws.faults.decideBy(({ operation }) => {
      operations.push(operation);
      return undefined;
    });
    return { copied: await copyArchive(['mirror'], archive, { bucket: BUCKET, env: aws.env }), operations };
  } finally {
    await aws.stop();
  }
}

function figuresOf(
  mirrors: readonly Mirror[],
  { mebibytes, megabytes }: { mebibytes: number; megabytes: number },
): Figure[] {
  const name = `cost: a TB of archives of ${mebibytes.toLocaleString('en')} MiB`;
  const archives = ({ copied }: Mirror) => (GB_OF_A_TB * GB) / copied.bytes;
  const lambda = mirrors.map((each) => {
    const { seconds, cpuSeconds } = each.copied;
    const ms = lambdaMs({ milliseconds: seconds * 1_000, cpuMilliseconds: cpuSeconds * 1_000 }, megabytes);
    return gbSeconds(ms, megabytes) * archives(each);
  });
  const writes = mirrors.map((each) => archives(each) * each.operations.filter((one) => WRITES.test(one)).length);
  const reads = mirrors.map(
    (each) => archives(each) * each.operations.filter((one) => !WRITES.test(one) && !FREE.test(one)).length,
  );
  const requests = writes.map((count, at) => count * PRICES.s3Write + (reads[at] ?? 0) * PRICES.s3Read);
  return [
    figure(`${name}, GB-seconds of Lambda with ${megabytes} MB`, lambda, ''),
    figure(`${name}, requests to S3 that write`, writes, ''),
    figure(
      `${name}, Lambda`,
      lambda.map((seconds) => seconds * PRICES.lambdaGbSecond),
      'USD',
    ),
    figure(`${name}, S3 requests`, requests, 'USD'),
    figure(`${name}, transfer in`, [GB_OF_A_TB * PRICES.transferInGb], 'USD'),
    figure(`${name}, storage for a month`, [GB_OF_A_TB * PRICES.s3GbMonth], 'USD'),
  ];
}
