import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendS3Error } from './s3-errors.ts';
import { type AwsCall, type AwsService, awsCall } from './services.ts';

/** What goes wrong with the next requests of a service. Without `operation` all of its operations are meant. */
export interface AwsFault {
  readonly service: AwsService;
  /** As the SDK's command is called: `SendMessage`, `GetSecretValue`, `PutObject`. */
  readonly operation?: string;
  /** Waits so long before it goes on, in milliseconds. */
  readonly delayMs?: number;
  /** Answers with this status, as AWS writes its errors. */
  readonly status?: number;
  /** The error code that goes with `status`. */
  readonly code?: string;
  /** Cuts the connection without an answer: to the SDK the service is unreachable. */
  readonly drop?: boolean;
  /** Does what it is asked, and then cuts the connection instead of answering: to the SDK it may have happened or not. */
  readonly loseAnswer?: boolean;
  /** How many requests it meets; without it all, until `clear()`. */
  readonly times?: number;
}

export interface AwsFaults {
  add(fault: AwsFault): void;
  clear(): void;
}

/** Lets tests make a service slow, failing or unreachable. */
export function addFaults(app: FastifyInstance): AwsFaults {
  let armed: { fault: AwsFault; left: number }[] = [];

  app.addHook('onRequest', async (request, reply) => {
    const call = awsCall(request);
    const hit = armed.find(({ fault, left }) => left > 0 && matches(fault, call));
    if (hit === undefined) return;
    hit.left -= 1;
    const { delayMs, drop, loseAnswer, status, code = 'InternalError' } = hit.fault;
    // A client that has given up waiting must not keep the server from closing: the timer is not waited for.
    if (delayMs !== undefined) await sleep(delayMs, undefined, { ref: false });
    if (drop === true) {
      reply.hijack();
      request.raw.destroy();
      return reply;
    }
    if (loseAnswer === true) cutAtAnswer(request, reply);
    if (status !== undefined) return sendError(reply, call, status, code);
  });

  return {
    add(fault) {
      armed.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear() {
      armed = [];
    },
  };
}

function matches(fault: AwsFault, call: AwsCall): boolean {
  return fault.service === call.service && (fault.operation ?? call.operation) === call.operation;
}

function cutAtAnswer({ raw: { socket } }: FastifyRequest, { raw }: FastifyReply): void {
  raw.write = () => false;
  raw.end = () => {
    socket.destroy();
    return raw;
  };
}

function sendError(reply: FastifyReply, call: AwsCall, status: number, code: string): FastifyReply {
  const message = 'Made to fail by a test.';
  if (call.service === 's3') return sendS3Error(reply, { status, code, message });
  return reply
    .code(status)
    .type('application/x-amz-json-1.0')
    .send(JSON.stringify({ __type: code, message }));
}
