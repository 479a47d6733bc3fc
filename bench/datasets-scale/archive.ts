import { type Mask, writeMask } from '../../lib/annofab/masks/index.ts';
import type { SizedInputData } from '../../lib/datasets/index.ts';
import { frameJson } from '../../test/annofab/archives/samples.ts';
import { deflate, type ZipFileEntry } from '../archives/zip-writer.ts';

/** What is on each frame. */
export interface Content {
  readonly shape: 'box' | 'mask';
  /** Of a frame. */
  readonly annotations: number;
}

const SIZE = { width: 1_920, height: 1_080 };

const FRAMES_PER_TASK = 50;

/** How many different masks there are. */
const MASKS = 8;

/** The files of an archive. */
export function* scaleFiles(frames: number, { shape, annotations }: Content): Generator<ZipFileEntry> {
  const masks = shape === 'mask' ? Array.from({ length: MASKS }, (_, at) => deflate(writeMask(discOf(at)))) : [];
  for (let frame = 0; frame < frames; frame += 1) {
    const [task_id, input_data_id] = [`task-${Math.floor(frame / FRAMES_PER_TASK)}`, inputDataId(frame)];
    const details = Array.from({ length: annotations }, (_, at) => detailOf(shape, frame, at));
    const content = Buffer.from(frameJson(task_id, input_data_id, details));
    yield { path: `${task_id}/${input_data_id}.json`, content };
    for (const [at, { annotation_id }] of details.entries()) {
      const mask = masks[(frame + at) % MASKS];
      if (mask) yield { path: `${task_id}/${input_data_id}/${annotation_id}`, content: mask };
    }
  }
}

/** The list of input data, which has the sizes of the images. */
export function scaleInputs(frames: number): SizedInputData[] {
  return Array.from({ length: frames }, (_, frame) => ({
    input_data_id: inputDataId(frame),
    system_metadata: { _type: 'Image', original_resolution: SIZE },
  }));
}

function inputDataId(frame: number): string {
  return `input-${frame}`;
}

function detailOf(shape: Content['shape'], frame: number, at: number) {
  const annotation_id = `0b9c1f1e-${String(frame).padStart(8, '0')}-${at}`;
  if (shape === 'mask')
    return { label: 'person', annotation_id, attributes: {}, data: { _type: 'Segmentation', data_uri: annotation_id } };
  const [left, top] = [(frame * 7 + at * 131) % 1_800, (frame * 3 + at * 71) % 1_000];
  const right_bottom = { x: left + 20 + (at % 80), y: top + 20 + (frame % 50) };
  const data = { _type: 'BoundingBox', left_top: { x: left, y: top }, right_bottom };
  return { label: 'car', annotation_id, attributes: { occluded: at % 2 === 0, track: `t${at}` }, data };
}

/** A disc of a tenth to a fifth of the image's height. */
function discOf(at: number): Mask {
  const { width, height } = SIZE;
  const pixels = new Uint8Array(width * height);
  const [radius, x, y] = [54 + at * 7, 200 + at * 190, 300 + at * 60];
  for (let row = y - radius; row <= y + radius; row += 1) {
    const half = Math.floor(Math.sqrt(radius ** 2 - (row - y) ** 2));
    pixels.fill(1, row * width + x - half, row * width + x + half + 1);
  }
  return { ...SIZE, pixels };
}
