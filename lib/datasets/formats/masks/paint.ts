import type { MASK_KINDS } from '../../choices.ts';
import type { DatasetAnnotation, DatasetFrame } from '../../frames.ts';
import type { DropReason } from '../../report.ts';
import { fillPolygon } from '../../shapes/fill.ts';
import { fillRuns } from '../../shapes/run-lengths.ts';
import type { ImageSize } from '../../shapes/shape.ts';

export type MaskKind = (typeof MASK_KINDS)[number];

/** An object in a painted image, by the value of its pixels. */
export interface PaintedObject {
  readonly value: number;
  readonly annotation_id: string;
  readonly label: string;
  /** From 1, as in a semantic mask. */
  readonly category: number;
}

export interface PaintedImage extends ImageSize {
  /** Row by row; 0 is the background. */
  readonly values: Uint8Array | Uint16Array;
  /** The front-most first. */
  readonly objects: readonly PaintedObject[];
}

/** A picture needs up to six bytes of memory for each pixel. */
const MAX_PIXELS = 2 ** 29;

function isTooLarge({ width, height }: ImageSize): boolean {
  return width * height > MAX_PIXELS;
}

/**
 * Paints the masks and polygons of a frame.
 *
 * @param drop gets the position of each annotation that is not in the picture
 * @returns undefined when the size of the image is not known, or too large
 */
export function paint(
  { annotations, size }: DatasetFrame,
  kind: MaskKind,
  drop: (reason: DropReason, at: number) => void,
): PaintedImage | undefined {
  const problem = size === undefined ? 'no size' : isTooLarge(size) ? 'too large' : undefined;
  const isArea = ({ shape }: DatasetAnnotation) => shape.type === 'mask' || shape.type === 'polygon';
  for (const [at, annotation] of annotations.entries()) {
    if (!isArea(annotation)) drop('not in format', at);
    else if (problem !== undefined) drop(problem, at);
  }
  if (size === undefined || problem !== undefined) return undefined;
  const highest = annotations.reduce((most, { category }) => Math.max(most, category.index + 1), annotations.length);
  const { owners, painted } = ownersOf(annotations, size, highest);
  const visible = new Uint8Array(annotations.length + 1);
  for (let at = 0; at < owners.length; at += 1) visible[owners[at] ?? 0] = 1;
  const values = new Uint16Array(annotations.length + 1);
  const objects: PaintedObject[] = [];
  for (const [at, annotation] of annotations.entries()) {
    if (!isArea(annotation)) continue;
    if (visible[at + 1] === 0) {
      drop(painted.has(at) ? 'hidden' : 'no pixel', at);
      continue;
    }
    const category = annotation.category.index + 1;
    const value = kind === 'semantic' ? category : objects.length + 1;
    values[at + 1] = value;
    objects.push({ value, annotation_id: annotation.annotation_id, label: annotation.category.name, category });
  }
  // In place: the owners are not needed any more.
  for (let at = 0; at < owners.length; at += 1) owners[at] = values[owners[at] ?? 0] ?? 0;
  return { ...size, values: owners, objects };
}

/**
 * Which annotation each pixel belongs to, by its position from 1.
 *
 * @param highest what a pixel must be able to hold
 * @returns also the positions, from 0, of the annotations that cover a pixel
 */
function ownersOf(
  annotations: readonly DatasetAnnotation[],
  size: ImageSize,
  highest: number,
): { readonly owners: Uint8Array | Uint16Array; readonly painted: ReadonlySet<number> } {
  const pixels = size.width * size.height;
  const owners = highest < 2 ** 8 ? new Uint8Array(pixels) : new Uint16Array(pixels);
  const painted = new Set<number>();
  for (let at = annotations.length - 1; at >= 0; at -= 1) {
    const shape = annotations[at]?.shape;
    const set = (start: number, end: number) => {
      owners.fill(at + 1, start, end);
      painted.add(at);
    };
    if (shape?.type === 'polygon') fillPolygon(shape.points, size, set);
    if (shape?.type === 'mask') {
      fillRuns(shape.runs, owners, at + 1);
      painted.add(at);
    }
  }
  return { owners, painted };
}
