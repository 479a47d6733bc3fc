/** Runs as a separate process: the embedded S3 with one bucket. Prints one JSON line when it is ready. */
import { startLocalAws } from '../../local/aws/index.ts';

const BUCKET = 'dataset';
const aws = await startLocalAws();
await aws.createBucket(BUCKET);
console.log(JSON.stringify({ bucket: BUCKET, env: aws.env }));
