import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refusalOf } from '../../own-machine.ts';
import { type Control, type ControlRoute, controlRoutes, JsonText } from './routes.ts';

export type { Control } from './routes.ts';

/** A snapshot contains all files. */
const BODY_LIMIT_BYTES = 1024 * 1024 * 1024;

/** Adds the control API under `/__emulator`, for tests, scripts and people, not for web pages. */
export function addControl(app: FastifyInstance, control: Control): void {
  for (const route of controlRoutes) {
    app.route({
      method: route.method,
      url: `/__emulator${route.path}`,
      bodyLimit: BODY_LIMIT_BYTES,
      onRequest: async (request, response) => {
        const refusal = refusalOf(request.headers, control.hosts);
        if (refusal !== undefined) await send(response, 403, { message: refusal });
      },
      handler: (request, response) => answer(control, route, request, response),
    });
  }
}

async function answer(control: Control, route: ControlRoute, request: FastifyRequest, response: FastifyReply) {
  try {
    const text = typeof request.body === 'string' ? request.body : '';
    const call = { params: texts(request.params), query: texts(request.query), text };
    return await send(response, 200, await route.run(control, call));
  } catch (error) {
    return await send(response, 400, { message: error instanceof Error ? error.message : String(error) });
  }
}

async function send(response: FastifyReply, status: number, body: unknown): Promise<FastifyReply> {
  const text = body instanceof JsonText ? body.text : JSON.stringify(body);
  return await response.code(status).type('application/json; charset=utf-8').send(text);
}

function texts(values: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, String(value)]));
}
