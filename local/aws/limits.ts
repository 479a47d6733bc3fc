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
    const problem = call.service === 's3' ? problemOf(request) : delayProblem(call, request.body);
    if (problem !== undefined) return sendAwsError(reply, call, problem);
  });
}

function problemOf({ url, headers }: FastifyRequest): AwsProblem | undefined {
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

function delayProblem({ operation }: AwsCall, body: unknown): AwsProblem | undefined {
  if (!isJsonObject(body)) return undefined;
  // AWS refuses such an entry of a batch alone; here the whole batch is refused, which a test notices as well.
  const messages = operation === 'SendMessage' ? [body] : operation === 'SendMessageBatch' ? entriesIn(body) : [];
  const delays = messages.map(({ DelaySeconds = 0 }) => DelaySeconds);
  const delay = delays.find((one) => !(Number.isInteger(one) && Number(one) >= 0 && Number(one) <= MAX_DELAY_SECONDS));
  if (delay === undefined) return undefined;
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
