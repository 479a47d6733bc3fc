import { crc32 } from 'node:zlib';

/** A part of a PNG. */
export interface PngChunk {
  /** Four letters. */
  readonly type: string;
  readonly content: Buffer;
  /** Whether its checksum fits. */
  isIntact(): boolean;
}

/** Each chunk has a length and a type before its content, and a checksum after it. */
const [SIGNATURE_BYTES, BEFORE_BYTES, CHECKSUM_BYTES] = [8, 8, 4];

/** The chunks of a PNG that are there as a whole, in their order. */
export function* chunksOf(png: Buffer): Generator<PngChunk, void, undefined> {
  for (let at = SIGNATURE_BYTES; at + BEFORE_BYTES + CHECKSUM_BYTES <= png.length; ) {
    const [typeStart, start] = [at + 4, at + BEFORE_BYTES];
    const end = start + png.readUInt32BE(at);
    if (end + CHECKSUM_BYTES > png.length) return;
    yield {
      type: png.toString('latin1', typeStart, start),
      content: png.subarray(start, end),
      isIntact: () => crc32(png.subarray(typeStart, end)) === png.readUInt32BE(end),
    };
    at = end + CHECKSUM_BYTES;
  }
}
