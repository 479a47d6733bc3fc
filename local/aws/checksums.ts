import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sendS3Error } from './errors.ts';

/** Refuses a body whose SHA-256 differs from its header, as S3 does: fauxqs does not check it. */
export function addChecksums(app: FastifyInstance): void {
  app.addHook('preHandler', async (request, reply) => {
    const expected = request.headers['x-amz-checksum-sha256'];
    if (expected === undefined || !Buffer.isBuffer(request.body)) return;
    // A chunked body has its checksum in a trailer, which fauxqs parses itself.
    if (request.headers['content-encoding']?.includes('aws-chunked')) return;
    if (createHash('sha256').update(request.body).digest('base64') === expected) return;
    return sendS3Error(reply, {
      status: 400,
      code: 'BadDigest',
      message: 'The SHA256 you specified did not match the calculated checksum.',
    });
  });
}
