import type { FastifyReply } from 'fastify';
import type { AwsCall } from './services.ts';

export interface AwsProblem {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export interface S3Problem extends AwsProblem {
  /** The header whose condition failed. */
  readonly condition?: string;
}

/** Answers an error in the format of the service that was called. */
export function sendAwsError(reply: FastifyReply, { service }: AwsCall, problem: AwsProblem): FastifyReply {
  if (service === 's3') return sendS3Error(reply, problem);
  const { status, code, message } = problem;
  return reply
    .code(status)
    .type('application/x-amz-json-1.0')
    .send(JSON.stringify({ __type: code, message }));
}

/** Sends an error in the XML format of S3. */
export function sendS3Error(reply: FastifyReply, { status, code, message, condition }: S3Problem): FastifyReply {
  const detail = condition === undefined ? '' : `<Condition>${condition}</Condition>`;
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>${code}</Code><Message>${message}</Message>${detail}<RequestId>LOCAL</RequestId><HostId>local</HostId></Error>`;
  return reply.code(status).type('application/xml').send(xml);
}
