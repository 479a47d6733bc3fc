import { ArchiveError, annofabPaths, isFramePath, type Zip } from '../../../lib/annofab/archives/zip/index.ts';
import { isId } from '../../../lib/core/ids.ts';
import { frameKey } from '../core/state.ts';
import { parseEntry, type SimpleEntry, type SimpleEntryDetail } from './entry.ts';
import { derivedId } from './specs.ts';

/** One frame of the archive. */
export interface ImportedFrame {
  taskId: string;
  inputDataId: string;
  /** The entry to the byte. */
  text: string;
  entry: SimpleEntry;
  annotations: ImportedAnnotation[];
}

export interface ImportedAnnotation {
  detail: SimpleEntryDetail;
  id: string;
  /** The content of its outer file. `missing`: it should have one, but the archive has not. */
  outer?: Buffer | 'missing';
}

export interface FrameNotes {
  /** Entries whose path gives no ids. */
  leftOut: string[];
  /** Why entries that are not annotations, and annotations that cannot be read, were left out. */
  unreadable: string[];
  /** Entries that name another task or input data than their path. */
  otherIds: string[];
  /** The paths where outer files should be. */
  missingFiles: string[];
  /** How many annotations have no id of their own. */
  withoutId: number;
  /** Files that belong to no annotation, as in the folders that old archives have. */
  strayFiles: number;
}

/**
 * Reads all frames. A path of exactly two parts, the second ending in `.json`, is a frame; everything else is an outer
 * file of one or a stray. What cannot be read is left out and noted.
 */
export async function readFrames(zip: Zip): Promise<{ frames: ImportedFrame[]; notes: FrameNotes }> {
  const notes: FrameNotes = {
    leftOut: [],
    unreadable: [],
    otherIds: [],
    missingFiles: [],
    withoutId: 0,
    strayFiles: 0,
  };
  const frames: ImportedFrame[] = [];
  const used = new Set<string>();
  const archive = placeFiles(zip);
  for (const path of archive.paths.filter(isFramePath)) {
    used.add(path);
    const frame = await readFrame(archive, path, notes, used);
    if (frame) frames.push(frame);
  }
  notes.strayFiles = archive.paths.length - used.size;
  return { frames, notes };
}

/** The files by the paths that Annofab gave them. */
type Files = Pick<Zip, 'paths' | 'has' | 'read'>;

function placeFiles(zip: Zip): Files {
  const actual = annofabPaths(zip.paths);
  return {
    paths: [...actual.keys()],
    has: (path) => actual.has(path),
    read: (path) => zip.read(actual.get(path) ?? path),
  };
}

/** @returns undefined when it is left out */
async function readFrame(
  zip: Files,
  path: string,
  notes: FrameNotes,
  used: Set<string>,
): Promise<ImportedFrame | undefined> {
  const folder = path.slice(0, -'.json'.length);
  const [taskId = '', inputDataId = ''] = folder.split('/');
  const text = (await zip.read(path)).toString('utf8');
  if (!isId(taskId) || !isId(inputDataId)) {
    notes.leftOut.push(path);
    return undefined;
  }
  const entry = parseOrNote(path, text, notes);
  if (!entry) return undefined;
  const { taskId: named = taskId, inputDataId: inputNamed = inputDataId } = entry;
  if (named !== taskId || inputNamed !== inputDataId) notes.otherIds.push(path);

  const annotations: ImportedAnnotation[] = [];
  for (const [index, detail] of entry.details.entries()) {
    const file = outerFileName(detail, (name) => zip.has(`${folder}/${name}`));
    const id = [detail.annotationId, file].find(isId) ?? derivedId(frameKey(taskId, inputDataId), String(index));
    if (detail.annotationId === undefined) notes.withoutId += 1;
    if (file === undefined) {
      annotations.push({ detail, id });
      continue;
    }
    const filePath = `${folder}/${file}`;
    used.add(filePath);
    if (!zip.has(filePath)) notes.missingFiles.push(filePath);
    annotations.push({ detail, id, outer: zip.has(filePath) ? await zip.read(filePath) : 'missing' });
  }
  return { taskId, inputDataId, text, entry, annotations };
}

function parseOrNote(path: string, text: string, { unreadable }: FrameNotes): SimpleEntry | undefined {
  try {
    const entry = parseEntry(path, text);
    unreadable.push(...entry.unreadable);
    return entry;
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    unreadable.push(error.message);
    return undefined;
  }
}

/**
 * The file that holds a detail's data: masks always have one, 3D data has when it is no JSON. It is named by itself or,
 * with 3D data and in old archives, by its path.
 */
function outerFileName(
  { data, annotationId }: SimpleEntryDetail,
  exists: (name: string) => boolean,
): string | undefined {
  if (data?._type === 'Segmentation' || data?._type === 'SegmentationV2') return lastPart(data.data_uri);
  if (data?._type !== 'Unknown' || isJsonText(data.data)) return undefined;
  // A plugin's data may be any text: it is a file's name if there is that file, or should be by this annotation's id.
  const name = lastPart(data.data);
  return name === annotationId || (name !== '' && exists(name)) ? name : undefined;
}

function lastPart(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
