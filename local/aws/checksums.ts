import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sendS3Error } from './errors.ts';

/** Refuses a body that has not the SHA-256 that its header tells, as S3 does: fauxqs only keeps the header. */
export function addChecksums(app: FastifyInstance): void {
  app.addHook('preHandler', async (request, reply) => {
    const expected = request.headers['x-amz-checksum-sha256'];
    if (expected === undefined || !Buffer.isBuffer(request.body)) return;
    // A body in chunks tells its checksum behind them, which fauxqs takes apart itself.
    if (request.headers['content-encoding']?.includes('aws-chunked')) return;
    if (createHash('sha256').update(request.body).digest('base64') === expected) return;
    return sendS3Error(reply, {
      status: 400,
      code: 'BadDigest',
      message: 'The SHA256 you specified did not match the calculated checksum.',
    });
  });
}
