/**
 * The archive that is converted: that of bench/archives, with images of 640 × 360 pixels and masks that are real. The annotations are the
 * same in every thousandth frame, so that an archive of a million is written in seconds.
 */
import { writeMask } from '../../lib/annofab/masks/index.ts';
import { createSpecsAccessor, type SpecsAccessor } from '../../lib/annofab/specs/index.ts';
import type { SizedInputData } from '../../lib/datasets/index.ts';
import { frameContent, frameFields, framePath, hasMask, inputDataId, maskId } from '../archives/frames.ts';
import { deflate, deflateEndings, type ZipFileEntry } from '../archives/zip-writer.ts';

const SIZE = { width: 640, height: 360 };

/** How many different masks there are. */
const MASKS = 32;

/** How many frames have different annotations. A block of frames has none twice. */
const PATTERN = 1_000;

/** Coordinates, beside those of bench/archives. */
const SCALE = 1 / 3;

export function* benchFiles(frames: number): Generator<ZipFileEntry> {
  const masks = Array.from({ length: MASKS }, (_, n) => deflate(drawMask(n)));
  const contents = Array.from({ length: Math.min(frames, PATTERN) }, (_, frame) =>
    deflateEndings(Buffer.from(`,${JSON.stringify(frameContent({ frame, scale: SCALE })).slice(1)}`)),
  );
  for (let frame = 0; frame < frames; frame += 1) {
    const path = framePath(frame);
    const content = contents[frame % PATTERN]?.(Buffer.from(JSON.stringify(frameFields(frame)).slice(0, -1)));
    if (content) yield { path: `${path}.json`, content };
    const mask = masks[(frame / 10) % MASKS];
    if (mask && hasMask(frame)) yield { path: `${path}/${maskId(frame % PATTERN)}`, content: mask };
  }
}

/** A road between two waves, with a hole. */
function drawMask(n: number): Buffer {
  const pixels = new Uint8Array(SIZE.width * SIZE.height);
  for (let at = 0; at < pixels.length; at += 1) {
    const [x, y] = [at % SIZE.width, Math.floor(at / SIZE.width)];
    const isRoad = y > 180 + 30 * Math.sin((x + 20 * n) / 60) && y < 330 + 20 * Math.cos((x * (n + 3)) / 200);
    const isCar = Math.abs(x - 200 - 7 * n) < 40 && Math.abs(y - 280) < 20;
    pixels[at] = isRoad && !isCar ? 1 : 0;
  }
  return writeMask({ ...SIZE, pixels });
}

export function* benchInputs(frames: number): Generator<SizedInputData> {
  for (let frame = 0; frame < frames; frame += 1) {
    const system_metadata = { _type: 'Image', original_resolution: SIZE } as const;
    yield { input_data_id: inputDataId(frame), system_metadata };
  }
}

/** `car` is both boxes and polygons, as in the archive. */
export function benchSpecs(): SpecsAccessor {
  return createSpecsAccessor({
    project_id: 'bench',
    labels: [label('car', 'bounding_box'), label('car', 'polygon'), label('road', 'segmentation')],
    additionals: ATTRIBUTES.map(([name, type]) => ({
      ...{ additional_data_definition_id: name, name: english(name), type, read_only: false },
    })),
    restrictions: [],
    metadata: {},
    inspection_phrases: [],
    format_version: '3.1.0',
    updated_datetime: '2026-05-08T10:00:00.000+09:00',
  });
}

const ATTRIBUTES = [
  ['occluded', 'flag'],
  ['tracking_id', 'tracking'],
  ['type', 'comment'],
] as const;

function label(name: string, annotation_type: string) {
  return {
    ...{
      label_id: `${name}-${annotation_type}`,
      label_name: english(name),
      annotation_type,
      keybind: [],
      field_values: {},
    },
    additional_data_definitions: name === 'car' ? ATTRIBUTES.map(([attribute]) => attribute) : [],
    color: { red: 10, green: 20, blue: 30 },
  };
}

function english(message: string) {
  return { messages: [{ lang: 'en-US', message }], default_lang: 'en-US' };
}
