import { FileError } from '../errors.ts';

/** The file did not arrive as it was sent: worth another transfer from the start. */
export class DamagedFileError extends FileError {}

/** There is another file at the address now. */
export class ChangedFileError extends DamagedFileError {}

/**
 * Does a transfer again from the start when that may help.
 *
 * @param times how often at most
 */
export async function fromTheStart<T>(
  times: number,
  transfer: () => Promise<T>,
  mayHelp: (error: unknown) => boolean = (error) => error instanceof DamagedFileError,
): Promise<T> {
  try {
    return await transfer();
  } catch (error) {
    if (times <= 1 || !mayHelp(error)) throw error;
    return fromTheStart(times - 1, transfer, mayHelp);
  }
}
