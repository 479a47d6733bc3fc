import type { ImageSize } from '../shapes/shape.ts';
import type { ReportBuilder } from '../tally.ts';
import type { ImageSource, LocalImage, NamedFrame } from './image-folder.ts';
import { type ImageHeader, shownSize } from './shown-size.ts';

/**
 * The image of a frame. What is missing, or needs attention, is counted.
 *
 * @param known the size of the input data
 */
export function imageOf(
  images: ImageSource,
  frame: NamedFrame,
  known: ImageSize | undefined,
  report: ReportBuilder,
): LocalImage | undefined {
  const image = images.find(frame);
  if (typeof image === 'string') {
    report.imageMissing(image, frame);
    return undefined;
  }
  const { header } = image;
  if (header && header.orientation > 1) report.imageNoted('EXIF orientation', frame);
  if (header && known && !hasSize(header, known)) report.imageNoted('other size', frame);
  return image;
}

/** Annofab does not document whether the size of input data is that before or after the EXIF orientation: both are right. */
function hasSize(header: ImageHeader, known: ImageSize): boolean {
  const isSame = ({ width, height }: ImageSize) => width === known.width && height === known.height;
  return isSame(header.size) || isSame(shownSize(header));
}
