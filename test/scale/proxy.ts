import { once } from 'node:events';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, request, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { LOOPBACK, portOf } from '../../local/listen.ts';
import type { Invocations } from './invocations.ts';

/** One address for all of AWS, as moto's state machine expects it. */
export interface Proxy extends AsyncDisposable {
  readonly port: number;
  /** Where everything goes that is neither S3 nor Lambda. */
  motoUrl: string | undefined;
}

const INVOCATION = /^\/2015-03-31\/functions\/([^/]+)\/invocations/;

/** Sends calls of Lambda to our functions, those of S3 to the embedded AWS, and the rest to moto. */
export async function startProxy(o: { s3Url: string; invocations: Invocations }): Promise<Proxy> {
  const proxy = { motoUrl: undefined as string | undefined };
  const server = createServer((incoming, response) => {
    const [, name] = INVOCATION.exec(incoming.url ?? '') ?? [];
    const answered =
      name === undefined ? forward(incoming, response, targetOf(incoming)) : invoke(name, incoming, response);
    answered.catch((error: unknown) => response.writeHead(502).end(String(error)));
  });
  const targetOf = ({ headers }: IncomingMessage) =>
    /\/s3\/aws4_request/.test(headers.authorization ?? '') ? o.s3Url : (proxy.motoUrl ?? '');

  async function invoke(name: string, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const functionName = decodeURIComponent(name).split(':').at(-1) ?? '';
    const { failed, payload } = await o.invocations.invoke(functionName, await json(incoming));
    response.writeHead(200, {
      'content-type': 'application/json',
      'x-amz-executed-version': '$LATEST',
      ...(failed && { 'x-amz-function-error': 'Unhandled' }),
    });
    response.end(JSON.stringify(payload));
  }

  server.listen(0, LOOPBACK);
  await once(server, 'listening');
  return Object.assign(proxy, {
    port: portOf(server),
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  });
}

async function forward(incoming: IncomingMessage, response: ServerResponse, target: string): Promise<void> {
  const { method, url, headers } = incoming;
  const outgoing = request(new URL(url ?? '/', target), { method, headers: headers as OutgoingHttpHeaders });
  incoming.pipe(outgoing);
  const [answer]: IncomingMessage[] = await once(outgoing, 'response');
  if (answer === undefined) throw new Error(`${target} does not answer`);
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(response);
}
