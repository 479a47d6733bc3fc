import type { IncomingHttpHeaders } from 'node:http';

export type AwsService = 'sqs' | 's3' | 'secretsmanager' | 'dynamodb' | 'states';

/** The part of `X-Amz-Target` before the dot. */
const TARGETS: Readonly<Record<string, AwsService>> = {
  AmazonSQS: 'sqs',
  secretsmanager: 'secretsmanager',
  DynamoDB_20120810: 'dynamodb',
  AWSStepFunctions: 'states',
};

/** The service and operation of a request: `s3`, `PutObject`. */
export interface AwsCall {
  readonly service: AwsService;
  readonly operation: string;
}

/** Determines service and operation from a request's head: `X-Amz-Target` names them, except for S3. */
export function awsCall(request: { method: string; url: string; headers: IncomingHttpHeaders }): AwsCall {
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') {
    const [prefix = '', operation = ''] = target.split('.');
    return { service: TARGETS[prefix] ?? 'sqs', operation };
  }
  return { service: 's3', operation: s3Operation(request.method, new URL(request.url, 'http://s3')) };
}

function s3Operation(method: string, { pathname, searchParams: query }: URL): string {
  const kind = /^\/[^/]+\/./.test(pathname) ? 'Object' : 'Bucket';
  if (query.has('uploads')) return method === 'POST' ? 'CreateMultipartUpload' : 'ListMultipartUploads';
  if (query.has('uploadId')) {
    const multipart: Readonly<Record<string, string>> = {
      PUT: 'UploadPart',
      POST: 'CompleteMultipartUpload',
      DELETE: 'AbortMultipartUpload',
    };
    return multipart[method] ?? 'ListParts';
  }
  if (method === 'PUT') return kind === 'Object' ? 'PutObject' : 'CreateBucket';
  if (method === 'POST') return query.has('delete') ? 'DeleteObjects' : 'PostObject';
  if (method === 'GET' && kind === 'Bucket') return 'ListObjectsV2';
  return `${method.charAt(0)}${method.slice(1).toLowerCase()}${kind}`;
}
