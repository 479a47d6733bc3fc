import { FILE_URI, type FileStore, type State } from '../core/state.ts';
import { storedBytes, storePath } from './stored-file.ts';

/** Every file of a project is stored as `{kind}/{project id}/…`. */
function isOf(path: string, projectId: string): boolean {
  return path.split('/')[1] === projectId;
}

/**
 * Copies a file of a project to the same place in another project.
 *
 * @returns the path of the copy
 */
export function copyFile(files: FileStore, path: string, from: string, to: string): string {
  const [kind, owner, ...rest] = path.split('/');
  if (owner !== from) return path;
  const copy = [kind, to, ...rest].join('/');
  const file = files.get(path);
  if (file) files.set(copy, file);
  return copy;
}

/** The same for a `FILE_URI` address. An address in private storage is unchanged. */
export function copyAddress(files: FileStore, address: string, from: string, to: string): string {
  const path = storePath(address);
  return path === undefined ? address : FILE_URI + copyFile(files, path, from, to);
}

/** Copies all files of a project under a folder such as `projects/`. */
export function copyFolder(files: FileStore, kind: string, from: string, to: string): void {
  const paths = [...files.keys()].filter((path) => path.startsWith(`${kind}/`) && isOf(path, from));
  for (const path of paths) copyFile(files, path, from, to);
}

export function deleteFiles(files: FileStore, projectId: string): void {
  const paths = [...files.keys()].filter((path) => isOf(path, projectId));
  for (const path of paths) files.delete(path);
}

/** The size of all files of an organization's projects, in bytes. */
export function storageOf({ files, projects }: State, organizationId: string): number {
  const mine = ([path]: [string, unknown]) =>
    projects.get(path.split('/')[1] ?? '')?.project.organization_id === organizationId;
  return [...files].filter(mine).reduce((sum, [, file]) => sum + storedBytes(file), 0);
}
