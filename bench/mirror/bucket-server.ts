/** A process of its own: the embedded S3 with one bucket. Prints one JSON line when it is ready. */
import { startLocalAws } from '../../local/aws/index.ts';

const bucket = 'dataset';
const aws = await startLocalAws();
await aws.createBucket(bucket);
console.log(JSON.stringify({ bucket, env: aws.env }));
