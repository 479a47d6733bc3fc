import type { startEmulator } from '../emulator.ts';

/** Reads an address of the API's second version as browsers do: by the cookies that were signed for its path. */
export async function readSigned(raw: Awaited<ReturnType<typeof startEmulator>>['raw'], path: string, query = '') {
  const signed = await raw('GET', `/api/v2/sign-url?url=${encodeURIComponent(path)}`);
  const cookies = signed.headers.getSetCookie().map((line) => line.split(';')[0]);
  return await raw('GET', path + query, { authorization: null, headers: { cookie: cookies.join('; ') } });
}
