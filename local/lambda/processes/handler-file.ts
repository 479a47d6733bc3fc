import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** In `functions/on-task-completed.handler`, the part before the last dot is the file without its extension. */
export function findHandlerFile(root: string, handler: string): string | undefined {
  const path = handler.slice(0, handler.lastIndexOf('.'));
  return ['.ts', '.js', '.mjs', '.cjs']
    .map((extension) => join(root, path + extension))
    .find((candidate) => existsSync(candidate));
}
