import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type S3Problem, sendS3Error } from './errors.ts';
import { awsCall } from './services.ts';

/** Writes that accept a condition. */
const CONDITIONAL = new Set(['PutObject', 'CompleteMultipartUpload']);
const WRITES = new Set([...CONDITIONAL, 'DeleteObject']);

/**
 * Adds S3's conditional writes to a server that ignores them: `If-None-Match: *` (only when the key does not exist) and
 * `If-Match: etag` (only over that version), with the responses of AWS. Writes of one key are serialized, so that exactly one
 * of two writers with the same condition wins.
 *
 * The condition is checked when the body has arrived, as on AWS: the first write to *finish* wins.
 */
export function addConditionalWrites(app: FastifyInstance): void {
  const turns = new Map<string, Promise<void>>();

  app.addHook('preHandler', async (request, reply) => {
    const { operation } = awsCall(request);
    if (!WRITES.has(operation)) return;
    const path = pathOf(request);
    await takeTurn(turns, path, reply);
    if (!CONDITIONAL.has(operation)) return;
    const problem = await conditionProblem(request, () => currentETag(app, path));
    if (problem === undefined) return;
    return sendS3Error(reply, problem);
  });
}

/** Waits for earlier writes of this key, and locks it until the response is sent or its reader has disconnected. */
async function takeTurn(turns: Map<string, Promise<void>>, path: string, reply: FastifyReply): Promise<void> {
  const before = turns.get(path);
  const { promise: mine, resolve: release } = Promise.withResolvers<void>();
  const turn = (before ?? Promise.resolve()).then(() => mine);
  turns.set(path, turn);
  if (reply.raw.closed) release();
  else reply.raw.once('close', release);
  void turn.then(() => {
    if (turns.get(path) === turn) turns.delete(path);
  });
  await before;
}

async function conditionProblem(
  request: FastifyRequest,
  current: () => Promise<string | undefined>,
): Promise<S3Problem | undefined> {
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = request.headers;
  if (ifMatch === undefined && ifNoneMatch === undefined) return undefined;
  // The only If-None-Match that AWS supports for a write is the star.
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*') {
    return {
      status: 501,
      code: 'NotImplemented',
      message: 'A header you provided implies functionality that is not implemented',
    };
  }
  const etag = await current();
  if (ifNoneMatch !== undefined && etag !== undefined) return preconditionFailed('If-None-Match');
  if (ifMatch === undefined) return undefined;
  if (etag === undefined) {
    return { status: 404, code: 'NoSuchKey', message: 'The specified key does not exist.' };
  }
  return unquoted(ifMatch) === unquoted(etag) ? undefined : preconditionFailed('If-Match');
}

function preconditionFailed(condition: string): S3Problem {
  const message = 'At least one of the pre-conditions you specified did not hold';
  return { status: 412, code: 'PreconditionFailed', message, condition };
}

async function currentETag(app: FastifyInstance, path: string): Promise<string | undefined> {
  const head = await app.inject({ method: 'HEAD', url: path });
  const { etag } = head.headers;
  return head.statusCode === 200 && typeof etag === 'string' ? etag : undefined;
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? request.url;
}

function unquoted(etag: string): string {
  return etag.replace(/^"(.*)"$/, '$1');
}
