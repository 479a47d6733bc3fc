import type { IncomingHttpHeaders } from 'node:http';

export type AwsService = 'sqs' | 's3' | 'secretsmanager' | 'dynamodb';

/** What stands before the dot of `X-Amz-Target`. */
const targets: Readonly<Record<string, AwsService>> = {
  AmazonSQS: 'sqs',
  secretsmanager: 'secretsmanager',
  DynamoDB_20120810: 'dynamodb',
};

/** A request as AWS would name it: `s3`, `PutObject`. */
export interface AwsCall {
  readonly service: AwsService;
  readonly operation: string;
}

/** Tells from a request's head which service and operation it means: S3 has methods, the others name it. */
export function awsCall(request: { method: string; url: string; headers: IncomingHttpHeaders }): AwsCall {
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') {
    const [prefix = '', operation = ''] = target.split('.');
    return { service: targets[prefix] ?? 'sqs', operation };
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
