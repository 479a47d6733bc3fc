import type { Resolution } from '../../../lib/annofab/api-description.ts';

/** Annofab shrinks uploaded images to this long side; coordinates stay those of the original. */
const LONGEST_SIDE = 4096;

/** The size of a PNG, GIF or JPEG image, from its header; undefined for other files. */
export function imageSize(bytes: Uint8Array): Resolution | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return pngSize(view) ?? gifSize(view) ?? jpegSize(view);
}

/** Annofab's metadata of an image: its size, and the size that it was shrunk to. */
export function imageMetadata(size: Resolution | undefined) {
  if (!size) return { _type: 'Image' as const };
  const resized = shrunk(size);
  return {
    _type: 'Image' as const,
    original_resolution: size,
    ...(resized.width === size.width && resized.height === size.height ? {} : { resized_resolution: resized }),
  };
}

/** The size that Annofab stores an image in. */
export function shrunk({ width, height }: Resolution): Resolution {
  const factor = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

function pngSize(view: DataView): Resolution | undefined {
  const isPng = view.byteLength >= 24 && view.getUint32(0) === 0x89504e47 && view.getUint32(12) === 0x49484452;
  return isPng ? { width: view.getUint32(16), height: view.getUint32(20) } : undefined;
}

function gifSize(view: DataView): Resolution | undefined {
  const isGif = view.byteLength >= 10 && view.getUint32(0) === 0x47494638;
  return isGif ? { width: view.getUint16(6, true), height: view.getUint16(8, true) } : undefined;
}

/** A JPEG is a chain of segments. The start of frame (C0 to CF, except three other markers) holds the size. */
function jpegSize(view: DataView): Resolution | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const startsFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (startsFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
