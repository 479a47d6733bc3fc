import type { startEmulator } from '../emulator.ts';

/** Reads an address of version two as browsers do, with the signed cookies for its path. */
export async function readSigned(raw: Awaited<ReturnType<typeof startEmulator>>['raw'], path: string, query = '') {
  const signed = await raw('GET', `/api/v2/sign-url?url=${encodeURIComponent(path)}`);
  const cookies = signed.headers.getSetCookie().map((line) => line.split(';')[0]);
  return await raw('GET', path + query, { authorization: null, headers: { cookie: cookies.join('; ') } });
}
