/** Files that an operating system adds to folders and to the archives that it makes of them. */
const SYSTEM_FILES = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

const MAC_FOLDER = '__MACOSX/';

/**
 * The paths as Annofab wrote them, by which the files are found, with the paths that they have. Leaves out what an
 * operating system added, and the folders that wrap the whole archive when another tool packed it again.
 *
 * @example
 * [...annofabPaths(['annotations/t/i.json', 'annotations/.DS_Store'])] // [['t/i.json', 'annotations/t/i.json']]
 */
export function annofabPaths(paths: readonly string[]): Map<string, string> {
  const all = new Set(paths);
  const kept = paths.filter((path) => !isSystemFile(path, all));
  const wrapper = wrapperOf(kept);
  const named = new Map<string, string>();
  for (const path of kept) if (path.startsWith(wrapper)) named.set(path.slice(wrapper.length), path);
  return named;
}

/** Whether an operating system may have added the file: only {@link annofabPaths} of all paths tells. */
export function maybeSystemFile(path: string): boolean {
  const start = path.lastIndexOf('/') + 1;
  return path[start] === '.' || SYSTEM_FILES.has(path.slice(start));
}

/** Whether a path is that of a frame: `{task_id}/{input_data_id}.json`. */
export function isFramePath(path: string): boolean {
  const slash = path.indexOf('/');
  if (slash < 1 || !path.endsWith('.json') || path.includes('/', slash + 1)) return false;
  return path.length > slash + 1 + '.json'.length;
}

function isSystemFile(path: string, all: ReadonlySet<string>): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (SYSTEM_FILES.has(name)) return true;
  if (!name.startsWith('._')) return false;
  // macOS keeps the attributes of `x` in `._x`, beside it or in a folder of their own. An id may begin like that, too.
  const described = `${path.slice(0, -name.length)}${name.slice(2)}`;
  return path.startsWith(MAC_FOLDER) || all.has(described);
}

/** The folders, with a `/` at the end, in which all frames are that would be frames without them. */
function wrapperOf(paths: readonly string[]): string {
  let wrapper = '';
  for (let inside = paths; !inside.some(isFramePath); ) {
    const folders = new Set(
      inside.flatMap((path) => (path.includes('/') ? [path.slice(0, path.indexOf('/') + 1)] : [])),
    );
    const [folder = ''] = folders;
    if (folders.size !== 1) return '';
    wrapper += folder;
    inside = inside.flatMap((path) => (path.startsWith(folder) ? [path.slice(folder.length)] : []));
  }
  return wrapper;
}

/** Why there are no frames: the text of an error. */
export function describeOtherFiles(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).map((path) => JSON.stringify(path.slice(0, 100)));
  const more = paths.length > shown.length ? ` and ${paths.length - shown.length} more` : '';
  const found = paths.length === 0 ? 'it is empty' : `it contains ${shown.join(', ')}${more}`;
  return `it contains no annotations, which are files {task_id}/{input_data_id}.json: ${found}`;
}
