import type { SimpleArchive } from '../../annofab/index.ts';
import { isId } from '../../core/ids.ts';
import { type Selection, selectsFrame } from '../selection.ts';
import type { NamedFrame } from './image-folder.ts';

/** An input data whose image a dataset needs. */
export interface WantedImage extends NamedFrame {
  readonly project_id: string;
}

/** The input data of the selected frames, once each. */
export async function wantedImages(
  archive: SimpleArchive,
  selection: Selection,
  signal: AbortSignal | undefined,
): Promise<WantedImage[]> {
  const isSelected = selectsFrame(selection);
  const wanted = new Map<string, WantedImage>();
  for await (const frame of archive.frames({ signal })) {
    const { project_id, task_id, input_data_id, input_data_name } = frame;
    // An id that is none could lead out of the folder.
    if (!isSelected(frame) || !isId(input_data_id) || wanted.has(input_data_id)) continue;
    wanted.set(input_data_id, { project_id, task_id, input_data_id, input_data_name });
  }
  return [...wanted.values()];
}

/** As many as one request can ask for: Annofab takes 100, and servers on the way limit the length of an address. */
const MAX_IDS = 100;
const MAX_CHARACTERS = 4_000;

/** The images in batches of one project each. */
export function* batchesOfImages(images: readonly WantedImage[]): Generator<WantedImage[], void, undefined> {
  let batch: WantedImage[] = [];
  let characters = 0;
  for (const image of images) {
    const isFull = batch.length === MAX_IDS || characters + image.input_data_id.length > MAX_CHARACTERS;
    if (batch.length > 0 && (isFull || batch[0]?.project_id !== image.project_id)) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(image);
    characters += image.input_data_id.length + 1;
  }
  if (batch.length > 0) yield batch;
}
