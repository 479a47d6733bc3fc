import type { Format, ShardContext } from '../../format.ts';
import type { DatasetFrame } from '../../frames.ts';
import { type DropReason, placeOf } from '../../report.ts';
import { encodeIndexedPng } from './indexed-png.ts';
import { type MaskKind, paint } from './paint.ts';

export interface MasksOptions {
  /** What the value of a pixel is: that of its category (`semantic`, default), or a number of its own for each object (`instance`). */
  readonly masks?: MaskKind | undefined;
}

/**
 * Masks: `masks/{part}/{task_id}/{input_data_id}.png` for each image, one byte for each pixel, with a palette. 0 is the background. Where
 * annotations overlap, the front-most wins.
 *
 * `semantic`: the value is the place of the category in `categories.json`, from 1. `instance`: the values count the objects of the
 * image from 1, and `{input_data_id}.json` beside it says which object each is.
 */
export function masks({ masks: kind = 'semantic' }: MasksOptions = {}): Format {
  return {
    name: 'masks',
    images: 'images',
    start: (shard) => ({
      write: (frame) => writeFrame(frame, kind, shard),
      end: async () => {},
    }),
    async merge({ plan, out }) {
      const categories = plan.categories.map(({ index, name, color }) => ({ value: index + 1, name, color }));
      await out.writeFile('categories.json', `${JSON.stringify(categories, null, 2)}\n`);
    },
  };
}

async function writeFrame(frame: DatasetFrame, kind: MaskKind, { plan, out, report }: ShardContext): Promise<void> {
  const drop = (reason: DropReason, at: number) => {
    const annotation = frame.annotations[at];
    if (annotation === undefined) return;
    const { annotation_id, category, shape } = annotation;
    report.dropped(reason, category.name, placeOf(frame, annotation_id), shape.type);
  };
  const painted = paint(frame, kind, drop);
  if (painted === undefined) {
    // Its annotations say it otherwise.
    if (frame.annotations.length === 0) report.frameNoted(frame.size ? 'too large' : 'unknown size', frame);
    return;
  }
  for (const { label } of painted.objects) report.written(frame.part, label);
  const palette = kind === 'semantic' ? plan.categories.map(({ color }) => color) : undefined;
  const path = `masks/${frame.part}/${frame.path}`;
  await out.writeFile(`${path}.png`, encodeIndexedPng(painted, palette));
  if (kind === 'instance') await out.writeFile(`${path}.json`, JSON.stringify(painted.objects));
}
