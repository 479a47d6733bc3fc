import type { JsonObject } from '../../../core/json.ts';
import type { EntryStore, StoredEntry } from '../entry-store.ts';
import type { AnnotationData, DataContext } from './annotation-data.ts';
import { type FrameFiles, frameFiles, parseEntry } from './frame-files.ts';
import type { FrameIndex, FrameKey } from './frame-index.ts';
import { type FullFrameAnnotation, readFullAnnotation } from './full-annotation.ts';
import { readSimpleAnnotation, type SimpleFrameAnnotation } from './simple-annotation.ts';

/** `simple`: by English names. `full`: with ids and the names in all languages (deprecated by Annofab). */
export type ArchiveFormat = 'simple' | 'full';

/** The fields that both formats share. */
export interface Annotation extends FrameKey {
  readonly details: readonly {
    readonly annotation_id?: string | undefined;
    readonly data?: AnnotationData | undefined;
  }[];
}

/** How the frames of an archive are read. */
export interface FrameFormat<Read extends Annotation> {
  readonly name: ArchiveFormat;
  /** Validates the JSON of a frame. @throws FieldProblem */
  read(json: JsonObject, context: DataContext): Read;
}

export const SIMPLE: FrameFormat<SimpleFrameAnnotation> = { name: 'simple', read: readSimpleAnnotation };
export const FULL: FrameFormat<FullFrameAnnotation> = { name: 'full', read: readFullAnnotation };

/** Reads a frame from the content of its entry. @throws ArchiveEntryError */
export type ReadFrame<Entry, Read> = (json: Entry, content: Buffer) => Read & FrameFiles;

export function createFrameReader<Entry extends StoredEntry, Read extends Annotation>(
  store: EntryStore<Entry>,
  recordOf: FrameIndex<Entry>['recordOf'],
  format: FrameFormat<Read>,
): ReadFrame<Entry, Read> {
  return (json, content) => {
    const record = recordOf(json);
    const { task_id, input_data_id, outerFiles } = record;
    const context = { input_data_id, hasOuterFile: (name: string) => outerFiles.has(name) };
    const annotation = parseEntry(store.name, json.path, content, (value) => format.read(value, context));
    return { ...annotation, task_id, input_data_id, ...frameFiles(store, record, annotation) };
  };
}
