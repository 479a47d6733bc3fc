import { Readable } from 'node:stream';
import type { JsonObject } from '../../../core/json.ts';
import { parseExactly } from '../../../core/numbers/exact-number.ts';
import type { EntryStore, StoredEntry } from '../entry-store.ts';
import { ArchiveEntryError, OuterFileNotFoundError } from '../errors.ts';
import type { AnnotationData } from './annotation-data.ts';
import { type FrameRecord, outerFileName } from './frame-index.ts';
import { FieldProblem, isNumber, list, objectOf, text } from './read-fields.ts';

/** Options of one read. */
export interface ReadOptions {
  signal?: AbortSignal | undefined;
}

/** Which points of a point cloud belong to a 3D segment. */
export interface PointSegment {
  readonly kind: 'SEGMENT';
  /** Zero-based indices of the points. */
  readonly points: readonly number[];
  readonly version: string;
}

/** The outer files of a frame. */
export interface FrameFiles {
  /**
   * `{task_id}/{input_data_id}.json`, behind the folder that another tool may have wrapped the archive in. The ids of the
   * frame are those of its path.
   */
  readonly path: string;
  /** The names of the outer files, which are annotation ids: masks (PNG) and 3D segments (JSON). */
  readonly outerFiles: readonly string[];
  /**
   * Reads the outer file of an annotation.
   *
   * @throws OuterFileNotFoundError when the archive does not contain it; ArchiveEntryError when it is damaged
   * @example
   * await writeFile('mask.png', await frame.outerFile(annotation_id));
   */
  outerFile(annotation_id: string, options?: ReadOptions): Promise<Buffer>;
  /**
   * Opens the outer file of an annotation as a stream. If the file is damaged, the stream fails, possibly only at its end:
   * discard the bytes read until then.
   *
   * @throws OuterFileNotFoundError when the archive does not contain it
   */
  openOuterFile(annotation_id: string, options?: ReadOptions): Readable;
  /**
   * Reads the points of a 3D segment from its outer file.
   *
   * @throws OuterFileNotFoundError when the archive does not contain it; ArchiveEntryError when it is damaged or not a segment
   */
  segment(annotation_id: string, options?: ReadOptions): Promise<PointSegment>;
}

interface Annotation {
  readonly details: readonly {
    readonly annotation_id?: string | undefined;
    readonly data?: AnnotationData | undefined;
  }[];
}

/** Every method throws OuterFileNotFoundError when the archive does not contain the file. */
export function frameFiles<Entry extends StoredEntry>(
  store: EntryStore<Entry>,
  record: FrameRecord<Entry>,
  annotation: Annotation,
): FrameFiles {
  const entryOf = (annotation_id: string) => findOuterFile(store, record, annotation, annotation_id);
  return {
    path: record.json.path,
    outerFiles: record.outerFiles.size === 0 ? NO_FILES : [...record.outerFiles.keys()],
    outerFile: async (annotation_id, { signal } = {}) => await store.read(entryOf(annotation_id), signal),
    openOuterFile(annotation_id, { signal } = {}) {
      return Readable.from(store.chunks(entryOf(annotation_id), signal), { objectMode: false });
    },
    async segment(annotation_id, { signal } = {}) {
      const entry = entryOf(annotation_id);
      const content = await store.read(entry, signal);
      return parseEntry(store.name, entry.path, content, readSegment);
    },
  };
}

const NO_FILES: readonly string[] = [];

function findOuterFile<Entry extends StoredEntry>(
  store: EntryStore<Entry>,
  { json, input_data_id, outerFiles }: FrameRecord<Entry>,
  { details }: Annotation,
  annotation_id: string,
): Entry {
  const data = details.find((detail) => detail.annotation_id === annotation_id)?.data;
  const names = [...urisOf(data).map((uri) => outerFileName(uri, input_data_id)), annotation_id];
  for (const name of names) {
    const entry = outerFiles.get(name);
    if (entry) return entry;
  }
  const message = `${store.name}: entry ${json.path}: annotation ${annotation_id} has no outer file in the archive.`;
  throw new OuterFileNotFoundError(message, { entry: json.path, annotation_id });
}

/** The location of the file according to the annotation. */
function urisOf(data: AnnotationData | undefined): string[] {
  if (data?._type === 'Segmentation' || data?._type === 'SegmentationV2') return [data.data_uri];
  return data?._type === 'Unknown' && data.kind === 'SEGMENT' ? [data.data] : [];
}

/** @throws FieldProblem */
function readSegment(json: JsonObject): PointSegment {
  const kind = text(json, 'kind');
  if (kind !== 'SEGMENT') throw new FieldProblem('kind', `must be "SEGMENT", not ${JSON.stringify(kind.slice(0, 40))}`);
  return { kind, points: list(json, 'points', pointIndex), version: text(json, 'version') };
}

function pointIndex(value: unknown): number {
  if (isNumber(value) && Number.isInteger(value) && value >= 0) return value;
  throw new FieldProblem('', 'must be the index of a point');
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Parses and validates the JSON of an entry. @throws ArchiveEntryError naming the entry and the invalid field */
export function parseEntry<Result>(
  archive: string,
  entry: string,
  content: Buffer,
  read: (json: JsonObject) => Result,
): Result {
  let json: unknown;
  try {
    json = parseExactly(UTF8.decode(content), 'digits');
  } catch (error) {
    throw new ArchiveEntryError(`${archive}: entry ${entry}: it is not JSON in UTF-8.`, { entry, cause: error });
  }
  try {
    return read(objectOf(json));
  } catch (error) {
    if (!(error instanceof FieldProblem)) throw error;
    const { field, message } = error;
    const details = { entry, field: field === '' ? undefined : field, cause: error };
    throw new ArchiveEntryError(`${archive}: entry ${entry}: ${message}.`, details);
  }
}
