import type { Files } from '../core/services.ts';
import type { ProjectRecord } from '../core/state.ts';

/**
 * Writes statistics as a JSON file, for the operations that answer with a URL.
 *
 * @returns its path in the file store
 */
export function writeStatistics(files: Files, { project }: ProjectRecord, name: string, content: unknown): string {
  const path = `statistics/${project.project_id}/${name}.json`;
  files.put(path, Buffer.from(JSON.stringify(content)), 'application/json');
  return path;
}
