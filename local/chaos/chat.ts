import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** A chat that functions post to: what cannot be taken back, and so has to be guarded. */
export interface Chat {
  readonly url: string;
  /** How often each text was posted. */
  readonly posts: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

export async function startChat(): Promise<Chat> {
  const posts = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const post = await text(request);
    posts.set(post, (posts.get(post) ?? 0) + 1);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The chat listens on no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    posts,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
