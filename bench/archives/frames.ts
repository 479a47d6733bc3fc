import { createHash } from 'node:crypto';
import type { ZipFileEntry } from './zip-writer.ts';

export const FRAMES_PER_TASK = 100;

/**
 * The files of a generated archive in the Simple format: eight annotations in each frame, on images of about 1,900 × 1,100 pixels, and
 * a mask in every tenth, which is noise.
 *
 * @param order `by-task`, or `scattered` over the archive
 */
export function* archiveFiles(frames: number, order: 'by-task' | 'scattered'): Generator<ZipFileEntry> {
  const step = order === 'by-task' ? 1 : coprimeStep(frames);
  for (let n = 0, frame = 0; n < frames; n += 1, frame = (frame + step) % frames) {
    const path = framePath(frame);
    const annotation = { ...frameFields(frame), ...frameContent({ frame, scale: 1 }) };
    yield { path: `${path}.json`, content: Buffer.from(JSON.stringify(annotation)) };
    if (hasMask(frame)) yield { path: `${path}/${maskId(frame)}`, content: noise(300, frame) };
  }
}

export function inputDataId(frame: number): string {
  return idOf(`input ${frame}`);
}

/** `{task_id}/{input_data_id}` */
export function framePath(frame: number): string {
  return `${taskId(frame)}/${inputDataId(frame)}`;
}

export function hasMask(frame: number): boolean {
  return frame % 10 === 0;
}

/** The annotation of a mask, and the name of its outer file. */
export function maskId(frame: number): string {
  return idOf(`mask ${frame}`);
}

function taskId(frame: number): string {
  return `task-${Math.floor(frame / FRAMES_PER_TASK)}`;
}

/** A step that visits all frames once, with neighbours far apart. */
function coprimeStep(count: number): number {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  let step = Math.max(1, Math.floor(count * 0.382));
  while (gcd(step, count) !== 1) step += 1;
  return step;
}

/** The fields before the annotations. */
export function frameFields(frame: number) {
  return {
    project_id: 'bench',
    annotation_format_version: '1.2.0',
    task_id: taskId(frame),
    task_phase: 'acceptance',
    task_phase_stage: 1,
    task_status: 'complete',
    input_data_id: inputDataId(frame),
    input_data_name: `camera/${frame}.png`,
  };
}

/** The annotations, and what follows them. */
export function frameContent({ frame, scale }: Drawn) {
  return {
    details: Array.from({ length: 8 }, (_, index) => detailOf({ frame, scale }, index)),
    updated_datetime: '2026-05-08T10:00:00.000+09:00',
  };
}

interface Drawn {
  readonly frame: number;
  /** Of all coordinates. */
  readonly scale: number;
}

function detailOf({ frame, scale }: Drawn, index: number) {
  if (index === 0 && hasMask(frame)) {
    const mask = maskId(frame);
    return { label: 'road', annotation_id: mask, data: { data_uri: mask, _type: 'Segmentation' }, attributes: {} };
  }
  const scaled = (value: number) => Math.round(value * scale);
  const [x, y] = [(frame * 7 + index * 131) % 1_800, (frame * 11 + index * 71) % 1_000];
  const pointAt = (left: number, top: number) => ({ x: scaled(x + left), y: scaled(y + top) });
  const data =
    index % 2 === 0
      ? { left_top: pointAt(0, 0), right_bottom: pointAt(90, 60), _type: 'BoundingBox' }
      : { points: Array.from({ length: 12 }, (_, n) => pointAt(n * 3, (n * n) % 40)), _type: 'Points' };
  const attributes = { occluded: index % 3 === 0, tracking_id: idOf(`track ${index}`), type: 'car' };
  return { label: 'car', annotation_id: idOf(`${frame}/${index}`), data, attributes };
}

/** An id in the form of a UUID, the same for the same text. */
function idOf(text: string): string {
  const hex = createHash('md5').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function noise(bytes: number, seed: number): Buffer {
  return createHash('shake256', { outputLength: bytes }).update(String(seed)).digest();
}
