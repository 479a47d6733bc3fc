import type { Files } from '../core/services.ts';
import { type Headers, type Reply, reply } from './handler.ts';

/** How Annofab points to a file: 201, which nothing follows by itself, with the signed URL as header and as body. */
export function redirectTo(files: Files, path: string, headers: Headers = {}): Reply<{ url: string }> {
  const url = files.sign(path);
  return reply(201, { url }, { location: url, ...headers });
}
