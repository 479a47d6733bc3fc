import type { InputData } from '../annofab/index.ts';
import { hashInto } from './hash.ts';
import type { ImageSize } from './shapes/shape.ts';

/** The sizes of images, by input data. */
export interface ImageSizes {
  readonly count: number;
  /** For another thread: {@link imageSizesOf}. */
  readonly rows: Uint32Array<SharedArrayBuffer>;
  sizeOf(input_data_id: string): ImageSize | undefined;
}

/** The fields of input data that are needed here. */
export type SizedInputData = Pick<InputData, 'input_data_id' | 'system_metadata'>;

/**
 * Keeps the sizes of images in 32 to 64 bytes for each, however many there are: two input data share a place only if 64 bits of
 * the hashes of their ids are the same.
 *
 * @param inputData such as `annofab.lists.read({ project_id, list: 'inputData' })`. Those without a known size are left out
 */
export async function readImageSizes(
  inputData: Iterable<SizedInputData> | AsyncIterable<SizedInputData>,
): Promise<ImageSizes> {
  const table = createTable();
  for await (const { input_data_id, system_metadata } of inputData) {
    const size = sizeIn(system_metadata);
    if (size) table.set(input_data_id, size);
  }
  return table;
}

/** The image as it was registered: annotations are in its pixels, even when Annofab shows a smaller one. */
function sizeIn(metadata: InputData['system_metadata']): ImageSize | undefined {
  const size = metadata._type === 'Image' ? metadata.original_resolution : undefined;
  if (!size) return undefined;
  const [width, height] = [Math.floor(size.width), Math.floor(size.height)];
  return isLength(width) && isLength(height) ? { width, height } : undefined;
}

/** Parquet has sizes in 32 bits. */
function isLength(pixels: number): boolean {
  return pixels >= 1 && pixels < 2 ** 31;
}

/** The sizes that another thread read: the threads share the memory. Nothing can be added any more. */
export function imageSizesOf({ rows, count }: Pick<ImageSizes, 'rows' | 'count'>): ImageSizes {
  return createTable(rows, count);
}

/** Two halves of a hash, width and height. */
const FIELDS = 4;

function emptyRows(places: number): Uint32Array<SharedArrayBuffer> {
  return new Uint32Array(new SharedArrayBuffer(places * FIELDS * Uint32Array.BYTES_PER_ELEMENT));
}

/** An open-addressing hash table in one array of numbers. */
function createTable(rows = emptyRows(1024), count = 0): ImageSizes & { set(id: string, size: ImageSize): void } {
  const hash = new Uint32Array(2);
  /** The place of a hash, or a free one. A free one has the width 0. */
  const placeOf = (low: number, high: number): number => {
    const places = rows.length / FIELDS;
    let place = low & (places - 1);
    for (;;) {
      const at = place * FIELDS;
      if (rows[at + 2] === 0 || (rows[at] === low && rows[at + 1] === high)) return at;
      place = (place + 1) & (places - 1);
    }
  };
  const put = (row: readonly [number, number, number, number]) => {
    const at = placeOf(row[0], row[1]);
    if (rows[at + 2] === 0) count += 1;
    rows.set(row, at);
  };
  const grow = () => {
    const before = rows;
    rows = emptyRows((before.length / FIELDS) * 2);
    count = 0;
    for (let at = 0; at < before.length; at += FIELDS) {
      const [low = 0, high = 0, width = 0, height = 0] = before.subarray(at, at + FIELDS);
      if (width > 0) put([low, high, width, height]);
    }
  };
  return {
    get count() {
      return count;
    },
    get rows() {
      return rows;
    },
    sizeOf(id) {
      hashInto(id, hash);
      const at = placeOf(hash[0] ?? 0, hash[1] ?? 0);
      const [width = 0, height = 0] = [rows[at + 2], rows[at + 3]];
      return width === 0 ? undefined : { width, height };
    },
    set(id, { width, height }) {
      if ((count + 1) * 2 * FIELDS > rows.length) grow();
      hashInto(id, hash);
      put([hash[0] ?? 0, hash[1] ?? 0, width, height]);
    },
  };
}
