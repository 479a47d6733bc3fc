import type { Files } from '../core/services.ts';
import { type Headers, type Reply, reply } from './handler.ts';

/** Annofab's reference to a file: 201, which clients do not follow, with the signed URL as header and as body. */
export function redirectTo(files: Files, path: string, headers: Headers = {}): Reply<{ url: string }> {
  const url = files.sign(path);
  return reply(201, { url }, { location: url, ...headers });
}
