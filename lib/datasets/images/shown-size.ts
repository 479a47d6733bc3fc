import type { ImageSize } from '../shapes/shape.ts';

/** What the first bytes of an image say. */
export interface ImageHeader {
  /** As the image is stored. */
  readonly size: ImageSize;
  /** That of EXIF, from 1 to 8: only a JPEG is looked into. 1 is "as it is stored". */
  readonly orientation: number;
  /** Of files of its kind: `.jpg`. */
  readonly extension: string;
}

/** The size of an image as it is shown, upright by its EXIF orientation. */
export function shownSize({
  size: { width, height },
  orientation,
}: Pick<ImageHeader, 'size' | 'orientation'>): ImageSize {
  return orientation >= 5 && orientation <= 8 ? { width: height, height: width } : { width, height };
}
