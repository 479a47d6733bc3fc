import { ArchiveEntryError, OuterFileNotFoundError, type SimpleFrame } from '../../annofab/archives/index.ts';
import { freeMemory } from '../../core/free-memory.ts';
import { coveredBox, runLengths } from './run-lengths.ts';
import type { ImageSize } from './shape.ts';
import type { ShapeOrReason } from './to-shape.ts';

/**
 * Reads the mask of an annotation. One that has another size than its image is dropped: nobody can tell how it would have to be
 * scaled or moved.
 */
export async function readMaskShape(
  frame: SimpleFrame,
  annotation_id: string,
  { isSemantic, size }: { readonly isSemantic: boolean; readonly size: ImageSize | undefined },
): Promise<ShapeOrReason> {
  const mask = await decodeMask(frame, annotation_id);
  if (mask === undefined) return 'no mask';
  if (size && (mask.width !== size.width || mask.height !== size.height)) return 'mask size';
  const runs = runLengths(mask);
  freeMemory(mask.pixels);
  const box = coveredBox(runs);
  return box === undefined ? 'empty' : { shape: { type: 'mask', isSemantic, runs, box } };
}

async function decodeMask(frame: SimpleFrame, annotation_id: string) {
  // Only masks need the package that reads PNG.
  const { readMask } = await import('../../annofab/masks/index.ts');
  try {
    return readMask(await frame.outerFile(annotation_id));
  } catch (error) {
    if (error instanceof OuterFileNotFoundError || error instanceof TypeError || error instanceof RangeError)
      return undefined;
    throw error;
  }
}

/** Parquet has the indices in 32 bits. */
const MAX_POINTS = 2 ** 31;

/** Reads which points of a point cloud belong to an annotation. */
export async function readSegment(frame: SimpleFrame, annotation_id: string): Promise<ShapeOrReason> {
  try {
    const { points } = await frame.segment(annotation_id);
    if (points.some((point) => point >= MAX_POINTS)) return 'unreadable';
    return points.length === 0 ? 'empty' : { shape: { type: 'segment', pointIndices: points } };
  } catch (error) {
    if (error instanceof OuterFileNotFoundError) return 'no mask';
    if (error instanceof ArchiveEntryError) return 'unreadable';
    throw error;
  }
}
