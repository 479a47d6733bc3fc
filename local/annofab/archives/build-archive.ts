import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import type { Task } from '../../../lib/annofab/api-description.ts';
import { toFull } from '../annotations/full-annotation.ts';
import { simpleAnnotationText } from '../annotations/simple-annotation.ts';
import { type FileStore, frameKey, type ProjectRecord } from '../core/state.ts';
import { withNulls } from '../server/nulls.ts';

export interface ArchiveParts {
  files: FileStore;
  /** The modification time of all entries. */
  now: Date;
  /** See `Settings`. */
  nullsForAbsent?: boolean;
  /** See `Settings`. */
  strayFolders?: boolean;
  /** Default: simple. */
  format?: 'simple' | 'full';
}

interface ArchiveEntry {
  path: string;
  /** Undefined for a directory. */
  content?: () => Uint8Array;
}

/**
 * Builds a project's annotation archive, in the shape of Annofab's own: `{task_id}/{input_data_id}.json` for each
 * frame of each task, outer files without an extension as `{task_id}/{input_data_id}/{annotation_id}`, entries for the
 * directories, deflated with data descriptors (bit 3), in an order that readers cannot rely on.
 */
export async function buildArchive(project: ProjectRecord, parts: ArchiveParts): Promise<Buffer> {
  const { now } = parts;
  const zip = new yazl.ZipFile();
  for (const { path, content } of shuffled(entriesOf(project, parts))) {
    if (content === undefined) {
      zip.addEmptyDirectory(path, { mtime: now });
      continue;
    }
    // yazl writes a data descriptor only for a stream, not for a buffer.
    zip.addReadStreamLazy(path, { mtime: now }, (done) => done(null, Readable.from([content()])));
  }
  const failed = new Promise<never>((_, reject) => zip.once('error', reject));
  zip.end();
  return await Promise.race([buffer(zip.outputStream), failed]);
}

function entriesOf(project: ProjectRecord, parts: ArchiveParts): ArchiveEntry[] {
  const entries: ArchiveEntry[] = [];
  for (const task of project.tasks.values()) {
    entries.push({ path: `${task.task_id}/` });
    for (const inputDataId of task.input_data_id_list) {
      const frame = `${task.task_id}/${inputDataId}`;
      const text = frameText(project, task, inputDataId, parts);
      entries.push({ path: `${frame}.json`, content: () => Buffer.from(text) });
      const outerFiles = outerEntries(project, frame, frameKey(task.task_id, inputDataId), parts.files);
      if (outerFiles.length === 0) continue;
      entries.push({ path: `${frame}/` }, ...outerFiles);
      if (parts.strayFolders) entries.push(...strayEntries(project, task, inputDataId, parts.files));
    }
  }
  return entries;
}

/** The additional folder in archives that Annofab once built, named after the input data with its slashes replaced. */
function strayEntries(project: ProjectRecord, task: Task, inputDataId: string, files: FileStore): ArchiveEntry[] {
  const name = project.inputData.get(inputDataId)?.input_data_name ?? inputDataId;
  const folder = `${task.task_id}/${name.replaceAll('/', '__')}`;
  return [{ path: `${folder}/` }, ...outerEntries(project, folder, frameKey(task.task_id, inputDataId), files)];
}

function frameText(project: ProjectRecord, task: Task, inputDataId: string, parts: ArchiveParts): string {
  if (parts.format !== 'full') return simpleAnnotationText(project, task, inputDataId, parts);
  const full = toFull(project, task, inputDataId);
  return JSON.stringify(parts.nullsForAbsent ? withNulls({ $ref: '#/components/schemas/FullAnnotation' }, full) : full);
}

function outerEntries(project: ProjectRecord, frame: string, key: string, files: FileStore): ArchiveEntry[] {
  return (project.annotations.get(key)?.details ?? []).flatMap(({ annotation_id, body }) => {
    const file = body._type === 'Outer' ? files.get(body.path) : undefined;
    return file ? [{ path: `${frame}/${annotation_id}`, content: () => file.bytes }] : [];
  });
}

/** A pseudo-random order that is the same for the same entries. */
function shuffled(entries: readonly ArchiveEntry[]): ArchiveEntry[] {
  const rank = ({ path }: ArchiveEntry): string => createHash('sha1').update(path).digest('hex');
  return entries
    .map((entry) => ({ entry, rank: rank(entry) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ entry }) => entry);
}
