import type { Point, Resolution } from '../../../lib/annofab/api-description.ts';
import { imageSize } from '../input-data/image-size.ts';
import type { SimpleEntryDetail } from './entry.ts';
import type { ImportedFrame } from './frames.ts';

export interface InferredSize {
  size: Resolution;
  from: 'mask' | 'coordinates' | 'nothing';
}

const usual: Resolution = { width: 640, height: 480 };
const SMALLEST = 64;

/**
 * Infers an image's size, because an archive holds no images: from the header of a mask, which is as large as its image,
 * or else from the outermost coordinates, rounded up, or else a default.
 */
export function inferSize(frames: readonly ImportedFrame[]): InferredSize {
  const annotations = frames.flatMap((frame) => frame.annotations);
  for (const { outer } of annotations) {
    const size = Buffer.isBuffer(outer) ? imageSize(outer) : undefined;
    if (size && size.width > 0 && size.height > 0) return { size, from: 'mask' };
  }
  const points = annotations.flatMap(({ detail }) => pointsOf(detail));
  if (points.length === 0) return { size: usual, from: 'nothing' };
  const outermost = (coordinate: (point: Point) => number) =>
    points.reduce((most, point) => Math.max(most, coordinate(point)), 0);
  return {
    size: { width: roundUp(outermost(({ x }) => x)), height: roundUp(outermost(({ y }) => y)) },
    from: 'coordinates',
  };
}

function pointsOf({ data }: SimpleEntryDetail): readonly Point[] {
  if (data?._type === 'BoundingBox') return [data.left_top, data.right_bottom];
  if (data?._type === 'Points') return data.points;
  return data?._type === 'SinglePoint' ? [data.point] : [];
}

/** Coordinates count from 0, so a point at 1,919 needs 1,920 pixels. */
function roundUp(coordinate: number): number {
  const step = 16;
  return Math.max(SMALLEST, Math.ceil((Math.floor(coordinate) + 1) / step) * step);
}
