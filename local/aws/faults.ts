import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendAwsError } from './errors.ts';
import { type AwsCall, type AwsService, awsCall } from './services.ts';

/** How a request fails. */
export interface AwsFailure {
  /** Delays the request, in milliseconds. */
  readonly delayMs?: number;
  /** Answers with this status and an error in the format of the service. */
  readonly status?: number;
  /** The error code for `status`. */
  readonly code?: string;
  /**
   * Closes the connection. `true`: before the request is processed, so that the service is unreachable for the SDK.
   * `unanswered`: after it was processed, before the first byte of the response. `during`: after it was processed, during the
   * response.
   */
  readonly drop?: boolean | 'unanswered' | 'during';
}

/** How the next requests to a service fail: those of one operation, or all without `operation`. */
export interface AwsFault extends AwsFailure {
  readonly service: AwsService;
  /** The name of the SDK's command: `SendMessage`, `GetSecretValue`, `PutObject`. */
  readonly operation?: string;
  /** How many requests fail. Default: all until `clear()`. */
  readonly times?: number;
}

/** A request that has just arrived. */
export interface AwsRequest extends AwsCall {
  /** Bucket and key of a request to S3. */
  readonly path: string;
  /** The access key that signed the request. For functions of the local stack, it is the function's name. */
  readonly accessKeyId: string | undefined;
}

export interface AwsFaults {
  add(fault: AwsFault): void;
  /** From now on, asks `decide` how each request fails to which no added fault applies. */
  decideBy(decide: (request: AwsRequest) => AwsFailure | undefined): void;
  /** Removes all faults. */
  clear(): void;
}

const noFailure = () => undefined;

/** Allows tests to make a service slow, failing or unreachable. */
export function addFaults(app: FastifyInstance): AwsFaults {
  let armed: { fault: AwsFault; left: number }[] = [];
  let decide: (request: AwsRequest) => AwsFailure | undefined = noFailure;

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
    // Without a reference, so that the delay of a client that has gone does not keep the process alive.
    if (delayMs !== undefined) await sleep(delayMs, undefined, { ref: false });
    if (drop === true) {
      reply.hijack();
      request.raw.destroy();
      return reply;
    }
    if (status !== undefined) {
      return sendAwsError(reply, call, { status, code, message: 'A test made this request fail.' });
    }
    if (drop === 'unanswered') cutBeforeAnswer(request, reply);
    if (drop === 'during') cutDuringAnswer(reply.raw);
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
      decide = noFailure;
    },
  };
}

function awsRequest(call: AwsCall, { url, headers }: FastifyRequest): AwsRequest {
  const [, accessKeyId] = /Credential=([^/]+)/.exec(headers.authorization ?? '') ?? [];
  return { ...call, path: url.split('?', 1)[0] ?? '', accessKeyId };
}

/** Sends half of the last chunk and closes the connection. */
function cutDuringAnswer(response: ServerResponse): void {
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

function cutBeforeAnswer({ raw: { socket } }: FastifyRequest, { raw }: FastifyReply): void {
  raw.write = () => false;
  raw.end = () => {
    socket.destroy();
    return raw;
  };
}
