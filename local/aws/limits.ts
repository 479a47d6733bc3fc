import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isJsonObject, type JsonObject } from '../../lib/core/json.ts';
import { type AwsProblem, sendAwsError } from './errors.ts';
import { type AwsCall, awsCall } from './services.ts';

const MAX_KEY_BYTES = 1024;
const MAX_METADATA_BYTES = 2 * 1024;
const MAX_PARTS = 10_000;
const MAX_DELAY_SECONDS = 900;
const METADATA_PREFIX = 'x-amz-meta-';

/** Refuses what AWS refuses, and fauxqs takes: S3's keys, metadata and part numbers, and SQS's delays, beyond their limits. */
export function addLimits(app: FastifyInstance): void {
  app.addHook('preHandler', async (request, reply) => {
    const call = awsCall(request);
    const problem = call.service === 's3' ? s3Problem(request) : sendMessageProblem(call, request.body);
    if (problem !== undefined) return sendAwsError(reply, call, problem);
  });
  addBatchLimits(app);
}

/** Of a batch, AWS refuses the entries that are wrong, and takes the others. */
function addBatchLimits(app: FastifyInstance): void {
  app.addHook('preHandler', async (request, reply) => {
    const { url, headers, body } = request;
    if (awsCall(request).operation !== 'SendMessageBatch' || !isJsonObject(body)) return;
    const entries = entriesIn(body);
    const refused = entries.filter(({ DelaySeconds = 0 }) => !isDelay(DelaySeconds));
    if (refused.length === 0) return;
    const Entries = entries.filter((entry) => !refused.includes(entry));
    const Failed = refused.map(({ Id, DelaySeconds }) => {
      const { code, message } = delayProblem(DelaySeconds);
      return { Id, Code: code, Message: message, SenderFault: true };
    });
    // An empty batch would be refused as a whole.
    if (Entries.length === 0) return reply.send({ Successful: [], Failed });
    const { 'content-length': _, ...others } = headers;
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: others,
      payload: JSON.stringify({ ...body, Entries }),
    });
    const { Failed: failed = [], ...rest }: { Failed?: readonly object[] } = answer.json();
    return reply.code(answer.statusCode).send({ ...rest, Failed: [...failed, ...Failed] });
  });
}

function s3Problem({ url, headers }: FastifyRequest): AwsProblem | undefined {
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const [, , ...path] = pathname.split('/');
  if (Buffer.byteLength(decoded(path.join('/'))) > MAX_KEY_BYTES) {
    return { status: 400, code: 'KeyTooLongError', message: 'Your key is too long' };
  }
  const metadata = Object.entries(headers).filter(([name]) => name.startsWith(METADATA_PREFIX));
  const bytes = metadata.map(
    ([name, value]) => name.length - METADATA_PREFIX.length + Buffer.byteLength(String(value)),
  );
  if (bytes.reduce((sum, one) => sum + one, 0) > MAX_METADATA_BYTES) {
    const message = 'Your metadata headers exceed the maximum allowed metadata size';
    return { status: 400, code: 'MetadataTooLarge', message };
  }
  const part = searchParams.get('partNumber');
  if (part === null || (/^\d+$/.test(part) && Number(part) >= 1 && Number(part) <= MAX_PARTS)) return undefined;
  const message = `Part number must be an integer between 1 and ${MAX_PARTS}, inclusive`;
  return { status: 400, code: 'InvalidArgument', message };
}

function sendMessageProblem({ operation }: AwsCall, body: unknown): AwsProblem | undefined {
  if (operation !== 'SendMessage' || !isJsonObject(body)) return undefined;
  const { DelaySeconds = 0 } = body;
  return isDelay(DelaySeconds) ? undefined : delayProblem(DelaySeconds);
}

const isDelay = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_DELAY_SECONDS;

function delayProblem(delay: unknown): AwsProblem {
  const message = `Value ${String(delay)} for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= ${MAX_DELAY_SECONDS}.`;
  return { status: 400, code: 'InvalidParameterValue', message };
}

function entriesIn({ Entries: entries }: JsonObject): JsonObject[] {
  return Array.isArray(entries) ? entries.filter(isJsonObject) : [];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
