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
export async function exchange(port: number, pieces: readonly (string | Uint8Array)[]): Promise<number[]> {
  return openConnection(port, pieces).statuses;
}

/** A connection on which something was sent. Its `statuses` are there when it is closed, by either side. */
export function openConnection(port: number, pieces: readonly (string | Uint8Array)[]) {
  const { promise: statuses, resolve } = Promise.withResolvers<number[]>();
  const socket = connect(port, '127.0.0.1', () => {
    for (const piece of pieces) socket.write(piece);
  });
  let received = '';
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    received += text;
  });
  // A server that has heard enough may close while we still write: that is an end as any other.
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    resolve([...received.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status)));
  });
  return { statuses, close: () => void socket.destroy() };
}
