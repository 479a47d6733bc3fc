import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendAwsError } from './errors.ts';
import { type AwsCall, type AwsService, awsCall } from './services.ts';

/** What goes wrong with a request. */
export interface AwsFailure {
  /** Waits so long before it goes on, in milliseconds. */
  readonly delayMs?: number;
  /** Answers with this status, as AWS writes its errors. */
  readonly status?: number;
  /** The error code that goes with `status`. */
  readonly code?: string;
  /**
   * Cuts the connection. `true`: before anything is done, so that to the SDK the service is unreachable; `unanswered`: when
   * all is done, before a byte of the answer; `amid`: within the answer, when all is done as well.
   */
  readonly drop?: boolean | 'unanswered' | 'amid';
}

/** What goes wrong with the next requests of a service. Without `operation` all of its operations are meant. */
export interface AwsFault extends AwsFailure {
  readonly service: AwsService;
  /** As the SDK's command is called: `SendMessage`, `GetSecretValue`, `PutObject`. */
  readonly operation?: string;
  /** How many requests it meets; without it all, until `clear()`. */
  readonly times?: number;
}

/** A request that has just come. */
export interface AwsRequest extends AwsCall {
  /** Of S3: bucket and key. */
  readonly path: string;
  /** The access key that signed it: of a function of the local stack it is the function's name. */
  readonly accessKeyId: string | undefined;
}

export interface AwsFaults {
  add(fault: AwsFault): void;
  /** Asks `decide` from now on what is to go wrong with each request that no added fault meets. */
  decideBy(decide: (request: AwsRequest) => AwsFailure | undefined): void;
  /** Nothing goes wrong any more. */
  clear(): void;
}

const nothing = () => undefined;

/** Lets tests make a service slow, failing or unreachable. */
export function addFaults(app: FastifyInstance): AwsFaults {
  let armed: { fault: AwsFault; left: number }[] = [];
  let decide: (request: AwsRequest) => AwsFailure | undefined = nothing;

  function takeArmed(call: AwsCall): AwsFailure | undefined {
    const hit = armed.find(({ fault, left }) => left > 0 && matches(fault, call));
    if (hit === undefined) return undefined;
    hit.left -= 1;
    return hit.fault;
  }

  app.addHook('onRequest', async (request, reply) => {
    const call = awsCall(request);
    const failure = takeArmed(call) ?? decide(awsRequest(call, request));
    if (failure === undefined) return;
    const { delayMs, drop, status, code = 'InternalError' } = failure;
    // A client that has given up waiting must not keep the server from closing: the timer is not waited for.
    if (delayMs !== undefined) await sleep(delayMs, undefined, { ref: false });
    if (drop === true) {
      reply.hijack();
      request.raw.destroy();
      return reply;
    }
    if (status !== undefined) return sendAwsError(reply, call, { status, code, message: 'Made to fail by a test.' });
    if (drop === 'unanswered') cutAtAnswer(request, reply);
    if (drop === 'amid') cutAmidAnswer(reply.raw);
  });

  return {
    add(fault) {
      armed.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    decideBy(decision) {
      decide = decision;
    },
    clear() {
      armed = [];
      decide = nothing;
    },
  };
}

function awsRequest(call: AwsCall, { url, headers }: FastifyRequest): AwsRequest {
  const [, accessKeyId] = /Credential=([^/]+)/.exec(headers.authorization ?? '') ?? [];
  return { ...call, path: url.split('?', 1)[0] ?? '', accessKeyId };
}

/** What comes in one piece is cut in its half. */
function cutAmidAnswer(response: ServerResponse): void {
  const write = response.write.bind(response);
  response.end = (last?: unknown) => {
    const bytes = Buffer.from(typeof last === 'string' || last instanceof Uint8Array ? last : '');
    write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
    return response;
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
