import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { LOCAL_STAGE } from '../../local/names.ts';
import { stageSettings } from './stage-settings.ts';
import type { Target } from './target.ts';

/** Its logical id in serverless.yml, as CloudFormation writes it in the names of buckets. */
const LOGICAL_ID = 'datasetbucket';

export function s3Client({ sdk }: Target): S3Client {
  // With a custom endpoint, the bucket's name cannot be part of the host name.
  const forcePathStyle = 'endpoint' in sdk || process.env['AWS_ENDPOINT_URL_S3'] !== undefined;
  // Your own storage may be in another region.
  return new S3Client({ ...sdk, forcePathStyle, followRegionRedirects: true });
}

/** The name of the dataset bucket: that of settings/<stage>.yml, or the one of the stack. @throws Error when there is none */
export async function bucketOf(target: Target, signal: AbortSignal): Promise<string> {
  if (target.running !== undefined) return target.running.aws.bucket;
  const given = target.stage === LOCAL_STAGE ? undefined : (await stageSettings(target.stage)).datasetBucket;
  if (given !== undefined) return given;
  const Prefix = `${target.stack}-${LOGICAL_ID}`.toLowerCase();
  const { Buckets = [] } = await s3Client(target).send(new ListBucketsCommand({ Prefix }), { abortSignal: signal });
  // An embedded AWS may ignore the prefix.
  const [one, another] = Buckets.flatMap(({ Name = '' }) => (Name.startsWith(Prefix) ? [Name] : []));
  if (one === undefined) {
    throw new Error(
      `There is no bucket ${Prefix} in this account. Check --stage and the AWS credentials, or give --bucket.`,
    );
  }
  if (another === undefined) return one;
  throw new Error(`There are two: ${one} and ${another}. Name the one in use with --bucket.`);
}
