import { connect } from 'node:net';
import type { Call } from './call.ts';

/** The bytes of a call on a connection. What HTTP would forbid in them is not mended. */
export function requestBytes({ method, eventType, headers, body, base64 }: Call): Buffer {
  const content = Buffer.from(body, base64 ? 'base64' : 'utf8');
  const lines = [
    `${method} /webhooks/annofab/${eventType} HTTP/1.1`,
    'host: localhost',
    'connection: close',
    `content-length: ${content.byteLength}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), content]);
}

/**
 * Sends bytes on a connection of their own and reads what comes back until the server closes it.
 *
 * @returns the statuses of the answers
 */
export async function exchange(port: number, ...pieces: readonly (string | Uint8Array)[]): Promise<number[]> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const socket = connect(port, '127.0.0.1', () => {
    for (const piece of pieces) socket.write(piece);
  });
  let received = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    received += text;
  });
  // A server that has heard enough may close while we still write: that is an end as any other.
  socket.on('error', () => resolve()).on('close', () => resolve());
  await promise;
  return [...received.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status));
}
