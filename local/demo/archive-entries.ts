import { openZip } from '../../lib/annofab/archives/zip/index.ts';

/** The imported archive, to compare exports with. */
export interface ArchiveEntries {
  /** Whether the file that is exported to this path must equal the archive's. */
  covers(path: string): boolean;
  /** The paths of a task's entries, annotations and outer files. */
  of(taskId: string): readonly string[];
  read(path: string): Promise<Buffer>;
  close(): void;
}

/** @param isKept whether the emulator returns a frame exactly as its entry, by task id and input data id */
export async function openArchiveEntries(
  path: string,
  isKept: (taskId: string, inputDataId: string) => boolean,
): Promise<ArchiveEntries> {
  const zip = await openZip(path);
  const byTask = Map.groupBy(zip.paths, (entry) => entry.slice(0, entry.indexOf('/')));
  return {
    covers: (entry) => {
      const [taskId = '', inputData = ''] = entry.split('/');
      return isKept(taskId, inputData.replace(/\.json$/, '')) || isKept(taskId, inputData);
    },
    of: (taskId) => byTask.get(taskId) ?? [],
    read: zip.read,
    close: zip.close,
  };
}
