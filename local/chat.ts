import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { LOOPBACK, listen } from './listen.ts';

/** A chat on this machine that functions post to. A post cannot be undone, so it is guarded by the ledger. */
export interface Chat {
  readonly url: string;
  /** How often each text was posted. */
  readonly posts: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** @param onPost called with each message as it was posted */
export async function startChat(onPost?: (post: string) => void): Promise<Chat> {
  const posts = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const post = await text(request);
    posts.set(post, (posts.get(post) ?? 0) + 1);
    onPost?.(post);
    response.end();
  });
  return {
    url: `http://${LOOPBACK}:${await listen(server)}`,
    posts,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
