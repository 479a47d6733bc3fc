import { readFile } from 'node:fs/promises';
import { UsageError } from '../frame/exit-codes.ts';

/** Reads a file that the command line names. @throws UsageError when there is none */
export async function readText(path: string): Promise<string> {
  try {
    // Editors and PowerShell begin a file with a byte order mark, which the decoder takes off.
    return new TextDecoder().decode(await readFile(path));
  } catch (error) {
    throw fileError(error, path);
  }
}

/** @returns what to throw when a file that the command line names cannot be read */
export function fileError(error: unknown, path: string): unknown {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return isMissing ? new UsageError(`There is no file ${path}.`) : error;
}
