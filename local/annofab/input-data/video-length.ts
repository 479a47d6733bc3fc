/** The length of an MP4 video or an HLS playlist in seconds; undefined for other files, or without a length. */
export function videoLength(bytes: Uint8Array): number | undefined {
  return mp4Length(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) ?? playlistLength(bytes);
}

/** An MP4 file consists of boxes; its movie header holds a duration and its units per second. */
function mp4Length(file: DataView): number | undefined {
  const movie = findBox(file, 'moov');
  const header = movie && findBox(movie, 'mvhd');
  if (!header) return undefined;
  // Version 1 of the header has 64-bit dates and duration.
  const isLong = header.byteLength > 0 && header.getUint8(0) === 1;
  if (header.byteLength < (isLong ? 32 : 20)) return undefined;
  const unitsPerSecond = header.getUint32(isLong ? 20 : 12);
  const duration = isLong ? Number(header.getBigUint64(24)) : header.getUint32(16);
  return unitsPerSecond > 0 ? duration / unitsPerSecond : undefined;
}

/** The content of the first box of a type. */
function findBox(view: DataView, type: string): DataView | undefined {
  for (let at = 0; at + 16 <= view.byteLength; ) {
    const short = view.getUint32(at);
    const [size, head] = short === 1 ? [Number(view.getBigUint64(at + 8)), 16] : [short || view.byteLength - at, 8];
    const end = at + size;
    if (size < head || end > view.byteLength) return undefined;
    if (typeAt(view, at + 4) === type) return new DataView(view.buffer, view.byteOffset + at + head, size - head);
    at = end;
  }
  return undefined;
}

function typeAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}

/** The sum of its segments. */
function playlistLength(bytes: Uint8Array): number | undefined {
  if (Buffer.from(bytes.subarray(0, 7)).toString('latin1') !== '#EXTM3U') return undefined;
  const pieces = [
    ...Buffer.from(bytes)
      .toString('utf8')
      .matchAll(/^#EXTINF:([\d.]+)/gm),
  ];
  return pieces.length > 0 ? pieces.reduce((sum, [, seconds]) => sum + Number(seconds), 0) : undefined;
}

/** Annofab's metadata of a video: its length, if known. */
export function videoMetadata(seconds: number | undefined) {
  return { _type: 'Movie' as const, ...(seconds !== undefined && { input_duration: seconds }) };
}
