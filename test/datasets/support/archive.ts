import { openSimpleArchive, type SimpleArchive } from '../../../lib/annofab/archives/index.ts';
import { type Mask, writeMask } from '../../../lib/annofab/masks/index.ts';
import type { ImageSizes } from '../../../lib/datasets/index.ts';
import { readImageSizes } from '../../../lib/datasets/index.ts';
import { makeZip, type ZipPart } from '../../annofab/archives/make-zip.ts';
import { frameJson } from '../../annofab/archives/samples.ts';

/** An annotation; that of a mask is the mask itself. */
export interface AnnotationSample {
  readonly label: string;
  readonly data: unknown;
  readonly id?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** Becomes the outer file. */
  readonly outer?: Buffer;
}

export interface FrameSample {
  readonly task_id: string;
  readonly input_data_id: string;
  readonly annotations: readonly AnnotationSample[];
  /** Fields of the frame that differ from those of an accepted task. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** The bytes of an archive with these frames. Annotations are called `a0`, `a1` … in each frame. */
export function archiveBytes(frames: readonly FrameSample[]): Buffer {
  return makeZip(frames.flatMap(partsOf));
}

/** Some tests convert the same frames in many ways. */
const archives = new WeakMap<readonly FrameSample[], Buffer>();

export async function openArchive(frames: readonly FrameSample[]): Promise<SimpleArchive> {
  const bytes = archives.get(frames) ?? archiveBytes(frames);
  archives.set(frames, bytes);
  return await openSimpleArchive({ bytes });
}

/** The files of a frame in an archive. */
export function partsOf({ task_id, input_data_id, annotations, fields }: FrameSample): ZipPart[] {
  const details = annotations.map(({ id, label, data, attributes = {} }, index) => ({
    ...{ label, annotation_id: id ?? `a${index}`, attributes },
    data: typeof data === 'object' && data !== null && 'data_uri' in data ? { ...data, data_uri: `a${index}` } : data,
  }));
  const folder = `${task_id}/${input_data_id}`;
  const outer = annotations.flatMap(({ id, outer: content }, index) =>
    content ? [{ path: `${folder}/${id ?? `a${index}`}`, content }] : [],
  );
  return [{ path: `${folder}.json`, content: frameJson(task_id, input_data_id, details, fields) }, ...outer];
}

export const box = (left: number, top: number, right: number, bottom: number) => ({
  _type: 'BoundingBox',
  left_top: { x: left, y: top },
  right_bottom: { x: right, y: bottom },
});

/** @param numbers x and y of each point */
export const points = (...numbers: readonly number[]) => ({
  _type: 'Points',
  points: Array.from({ length: numbers.length / 2 }, (_, at) => ({ x: numbers[2 * at], y: numbers[2 * at + 1] })),
});

/** @param isSemantic for a label of the type `segmentation_v2` */
export function maskAnnotation(label: string, mask: Mask, { isSemantic = false } = {}): AnnotationSample {
  const _type = isSemantic ? 'SegmentationV2' : 'Segmentation';
  return { label, data: { _type, data_uri: '' }, outer: writeMask(mask) };
}

/** A mask from rows of `.` and `#`. */
export function maskOf(...rows: readonly string[]): Mask {
  const pixels = Uint8Array.from(rows.join(''), (pixel) => (pixel === '#' ? 1 : 0));
  return { width: rows[0]?.length ?? 0, height: rows.length, pixels };
}

/** The same size for all input data that are named. */
export async function sizes(width: number, height: number, ids: readonly string[]): Promise<ImageSizes> {
  const original_resolution = { width, height };
  return await readImageSizes(
    ids.map((input_data_id) => ({ input_data_id, system_metadata: { _type: 'Image', original_resolution } })),
  );
}
