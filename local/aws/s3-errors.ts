import type { FastifyReply } from 'fastify';

export interface S3Problem {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** The header whose condition failed. */
  readonly condition?: string;
}

/** Sends an error in the XML format of S3. */
export function sendS3Error(reply: FastifyReply, { status, code, message, condition }: S3Problem): FastifyReply {
  const detail = condition === undefined ? '' : `<Condition>${condition}</Condition>`;
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>${code}</Code><Message>${message}</Message>${detail}<RequestId>LOCAL</RequestId><HostId>local</HostId></Error>`;
  return reply.code(status).type('application/xml').send(xml);
}
