import { parseExactly } from '../../../core/numbers/exact-number.ts';
import type { AnnofabApi } from '../../api.ts';
import { AnnofabError } from '../../errors.ts';

/** The most that is read into memory: a longer text is none that JavaScript can hold. */
const MAX_BYTES = 500_000_000;

/**
 * Reads a file that Annofab wrote as JSON.
 *
 * @param file its address, and what it is, for the error: `the list of tasks of project p`
 * @throws AnnofabError when it is not JSON; otherwise as {@link Files.read}
 */
export async function readJsonFile<T>(
  { files }: AnnofabApi,
  { url, name }: { url: string; name: string },
  signal: AbortSignal | undefined,
): Promise<T> {
  const { bytes } = await files.read(url, { maxBytes: MAX_BYTES, signal });
  try {
    return parseExactly(bytes.toString('utf8'), 'digits') as T;
  } catch (cause) {
    throw new AnnofabError(`${name}: the file at its address is not JSON. Try again; if it stays so, ask Annofab.`, {
      cause,
    });
  }
}
