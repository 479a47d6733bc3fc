import { inflateSync } from 'node:zlib';

const SIGNATURE_BYTES = 8;
/** Of a chunk: its length, its type and its checksum. */
const [LENGTH_BYTES, TYPE_BYTES, CHECKSUM_BYTES] = [4, 4, 4];

/** The values of the pixels row by row, as they are in the file: pngjs gives the colours of a palette. */
export function readIndices(png: Buffer): {
  readonly width: number;
  readonly height: number;
  readonly values: number[];
} {
  const chunks = chunksOf(png);
  const header = chunks.find(({ type }) => type === 'IHDR')?.content ?? Buffer.alloc(0);
  const [width, height, bits] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8]];
  const rows = inflateSync(Buffer.concat(chunks.flatMap(({ type, content }) => (type === 'IDAT' ? [content] : []))));
  const bytes = bits === 16 ? 2 : 1;
  const values: number[] = [];
  for (let y = 0; y < height; y += 1) {
    const row = rows.subarray(y * (1 + width * bytes), (y + 1) * (1 + width * bytes));
    if (row[0] !== 0) throw new Error(`Row ${y} has the filter ${row[0]}, which this reader does not know.`);
    for (let x = 0; x < width; x += 1) values.push(row.readUIntBE(1 + x * bytes, bytes));
  }
  return { width, height, values };
}

function chunksOf(png: Buffer): { readonly type: string; readonly content: Buffer }[] {
  const chunks = [];
  for (let at = SIGNATURE_BYTES; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const start = at + LENGTH_BYTES + TYPE_BYTES;
    const type = png.toString('latin1', at + LENGTH_BYTES, start);
    chunks.push({ type, content: png.subarray(start, start + length) });
    at = start + length + CHECKSUM_BYTES;
  }
  return chunks;
}
