import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file under another name first, so that nobody sees half of it. The name is random, since another process may write
 * the same file at the same time.
 *
 * @param publish gives the file its name: `link`, unlike `rename`, fails where a file is
 */
export async function writeWholeFile(
  path: string,
  write: (temporary: string) => Promise<unknown>,
  publish: (from: string, to: string) => Promise<void> = rename,
): Promise<void> {
  const temporary = `${path}.${randomUUID()}.part`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await write(temporary);
    await publish(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
}
