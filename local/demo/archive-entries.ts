import { openZip } from '../../lib/annofab/archives/zip/index.ts';

/** The archive that was imported, to compare with what is exported. */
export interface ArchiveEntries {
  /** Whether what is exported to this path has to be what the archive has there. */
  covers(path: string): boolean;
  /** The paths of a task's entries, annotations and outer files. */
  of(taskId: string): readonly string[];
  read(path: string): Promise<Buffer>;
  close(): void;
}

/** @param isKept whether a frame is answered as its entry was; by task id and input data id */
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
