import { type Mask, writeMask } from '../../lib/annofab/masks/index.ts';
import { makeZip } from '../../test/annofab/archives/make-zip.ts';
import { frameJson } from '../../test/annofab/archives/samples.ts';

/** What is on each frame. */
export interface Content {
  readonly name: 'boxes' | 'masks';
  /** Of a frame. */
  readonly annotations: number;
}

const SIZE = { width: 1_920, height: 1_080 };

/** The bytes of an archive with as many frames. */
export function archiveOf(frames: number, { name, annotations }: Content): Buffer {
  const masks = name === 'masks' ? Array.from({ length: 8 }, (_, at) => writeMask(discOf(at))) : [];
  const parts = Array.from({ length: frames }, (_, frame) => {
    const [task_id, input_data_id] = [`task-${Math.floor(frame / 50)}`, `input-${frame}`];
    const details = Array.from({ length: annotations }, (_, at) => detailOf(name, frame, at));
    const outer = masks.length === 0 ? [] : details;
    return [
      { path: `${task_id}/${input_data_id}.json`, content: frameJson(task_id, input_data_id, details) },
      ...outer.map(({ annotation_id }, at) => ({
        path: `${task_id}/${input_data_id}/${annotation_id}`,
        content: masks[(frame + at) % masks.length],
        stored: true,
      })),
    ];
  });
  return makeZip(parts.flat(), { zip64: true });
}

function detailOf(name: Content['name'], frame: number, at: number) {
  const annotation_id = `0b9c1f1e-${String(frame).padStart(8, '0')}-${at}`;
  if (name === 'masks')
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
