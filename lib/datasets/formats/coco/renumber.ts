import { isJsonObject, parseJson } from '../../../core/json.ts';
import { numberOf } from '../../hash.ts';
import type { FreeIds } from './id-set.ts';

type Pieces = AsyncIterable<AsyncIterable<Uint8Array>>;

/** An image whose id another one has too. */
interface Sharing {
  readonly path: string;
  /** What it has now. */
  readonly id: number;
}

/**
 * Gives free ids to the images and annotations of a file that have the id of one before them. The order in the file is that of the
 * archive, so that the number of shards changes nothing. Images have to be read first.
 */
export function renumbering(free: { readonly images: FreeIds; readonly annotations: FreeIds }) {
  const sharing = new Map<number, Sharing[]>();
  const [imageId, annotationId] = [idGiver(free.images), idGiver(free.annotations)];
  return {
    images: (pieces: Pieces) =>
      rewrite(pieces, (line) => {
        const id = Number(/^\{"id":(\d+)/.exec(line)?.[1]);
        if (!free.images.has(id)) return line;
        const item = itemOn(line);
        const image = { path: `${item['task_id']}/${item['input_data_id']}`, id: imageId(id) };
        sharing.set(id, [...(sharing.get(id) ?? []), image]);
        return lineOf({ ...item, id: image.id });
      }),
    annotations: (pieces: Pieces) =>
      rewrite(pieces, (line) => {
        const [id = 0, image_id = 0] = (/^\{"id":(\d+),"image_id":(\d+)/.exec(line) ?? []).slice(1).map(Number);
        if (!free.annotations.has(id) && !sharing.has(image_id)) return line;
        const item = itemOn(line);
        // Its id was made of the path of its image.
        const isOf = ({ path }: Sharing) => numberOf(annotationKey(path, String(item['annotation_id']))) === id;
        const image = sharing.get(image_id)?.find(isOf);
        return lineOf({ ...item, id: annotationId(id), image_id: image?.id ?? image_id });
      }),
  };
}

/** The text whose number is the id of an annotation. */
export function annotationKey(path: string, annotation_id: string): string {
  return `${path}/${annotation_id}`;
}

/** The first item keeps its id. */
function idGiver(free: FreeIds): (id: number) => number {
  const seen = new Map<number, number>();
  return (id) => {
    const before = seen.get(id) ?? 0;
    seen.set(id, before + 1);
    return before === 0 ? id : (free.get(id)?.[before - 1] ?? id);
  };
}

async function* rewrite(pieces: Pieces, change: (line: string) => string): AsyncGenerator<AsyncGenerator<Buffer>> {
  for await (const piece of pieces) yield rewritePiece(piece, change);
}

async function* rewritePiece(piece: AsyncIterable<Uint8Array>, change: (line: string) => string) {
  let held = Buffer.alloc(0);
  for await (const chunk of piece) {
    held = Buffer.concat([held, chunk]);
    const end = held.lastIndexOf('\n') + 1;
    if (end === 0) continue;
    // Not by readline: a text may have other characters that end its lines.
    const lines = held.subarray(0, end).toString().split('\n').slice(0, -1);
    held = held.subarray(end);
    yield Buffer.from(lines.map((line) => change(`${line}\n`)).join(''));
  }
  if (held.length > 0) yield held;
}

function itemOn(line: string): Readonly<Record<string, unknown>> {
  const item = parseJson(line.slice(0, -',\n'.length));
  if (!isJsonObject(item)) throw new Error('A piece of the dataset was cut off: convert its shard again.');
  return item;
}

function lineOf(item: object): string {
  return `${JSON.stringify(item)},\n`;
}
