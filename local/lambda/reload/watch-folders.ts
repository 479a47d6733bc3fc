import { existsSync, type FSWatcher, watch } from 'node:fs';
import { dirname } from 'node:path';

/** Watches the folders of files: an editor may replace a file instead of writing it, which only its folder shows. */
export interface FolderWatch {
  /** Watches the folders of these files from now on, and no others. */
  follow(files: Iterable<string>): void;
  close(): void;
}

/**
 * @param onChange called for every change in a folder, often several times for one
 * @param onRefused called once when the system refuses to watch more folders
 */
export function watchFolders(onChange: () => void, onRefused: (error: unknown) => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  let refused = false;

  function stop(folder: string): void {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  }

  function start(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, onChange);
      watchers.set(folder, watcher);
      // A folder that was removed cannot be watched any more; its parent is, from the next look on.
      watcher.on('error', () => {
        stop(folder);
        onChange();
      });
    } catch (error) {
      if (!refused) onRefused(error);
      refused = true;
    }
  }

  return {
    follow(files) {
      const folders = new Set([...new Set([...files].map((file) => dirname(file)))].map(existing));
      for (const folder of watchers.keys()) if (!folders.has(folder)) stop(folder);
      for (const folder of folders) if (!watchers.has(folder)) start(folder);
    },
    close() {
      for (const folder of [...watchers.keys()]) stop(folder);
    },
  };
}

/** The folder, or its nearest parent that exists: a folder may be made later. */
function existing(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existing(dirname(folder));
}
