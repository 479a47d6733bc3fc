import { openZip } from '../annofab/zip-reader.ts';

/** The archive that was imported, to compare with what is exported. */
export interface ArchiveEntries {
  /** The paths of a task's entries, annotations and outer files. */
  of(taskId: string): readonly string[];
  read(path: string): Promise<Buffer>;
  close(): void;
}

export async function openArchiveEntries(path: string): Promise<ArchiveEntries> {
  const zip = await openZip(path);
  const byTask = Map.groupBy(zip.paths, (entry) => entry.slice(0, entry.indexOf('/')));
  return { of: (taskId) => byTask.get(taskId) ?? [], read: zip.read, close: zip.close };
}
