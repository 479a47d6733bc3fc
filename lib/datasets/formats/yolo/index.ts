import type { Format, MergeContext } from '../../format.ts';
import type { DatasetAnnotation, DatasetFrame, DatasetPlan } from '../../frames.ts';
import { keyPointsIn } from '../../labels/key-points.ts';
import { type DropReason, placeOf } from '../../report.ts';
import type { ReportBuilder } from '../../tally.ts';
import { poseLine, type YoloTask, yoloLine } from './line.ts';

export interface YoloOptions {
  /** What the model learns: boxes (`detect`, default), outlines (`segment`), rotated boxes (`obb`), or boxes with key points (`pose`). */
  readonly yolo?: YoloTask | undefined;
}

/**
 * YOLO, as Ultralytics reads it: `labels/{part}/{task_id}/{input_data_id}.txt` for each image, and `data.yaml`. The images belong
 * under the same names in `images/`. An image without annotations has an empty file.
 *
 * @throws RangeError for `pose` when no category has key points
 * @see https://docs.ultralytics.com/datasets/
 */
export function yolo({ yolo: task = 'detect' }: YoloOptions = {}): Format {
  return {
    name: 'yolo',
    images: 'images',
    start({ plan, out, report }) {
      const linesOf = task === 'pose' ? poseLines(keyPointNames(plan)) : taskLines(task);
      return {
        write: (frame) => out.writeFile(`labels/${frame.part}/${frame.path}.txt`, linesOf(frame, report)),
        end: async () => {},
      };
    },
    merge: async (context) => await context.out.writeFile('data.yaml', dataYaml(context, task)),
  };
}

type LinesOf = (frame: DatasetFrame, report: ReportBuilder) => string;

function taskLines(task: Exclude<YoloTask, 'pose'>): LinesOf {
  return (frame, report) => linesOf(frame, report, ({ shape }) => yoloLine(shape, frame.size, task));
}

/** A point that belongs to an object is written with it. */
function poseLines(names: readonly string[]): LinesOf {
  if (names.length === 0)
    throw new RangeError('There are no key points: no label of points must link to a label of boxes.');
  return (frame, report) => {
    const keyPoints = keyPointsIn(frame);
    return linesOf(frame, report, (annotation) => {
      if (keyPoints.has(annotation)) return frame.size ? [] : 'no size';
      return poseLine(annotation.shape, frame.size, { names, points: keyPoints.of(annotation) });
    });
  };
}

/** @param lineOf the numbers behind the class; none when the annotation is written with another one */
function linesOf(
  frame: DatasetFrame,
  report: ReportBuilder,
  lineOf: (annotation: DatasetAnnotation) => readonly number[] | DropReason,
): string {
  let lines = '';
  for (const annotation of frame.annotations) {
    const { annotation_id, category, shape } = annotation;
    const line = lineOf(annotation);
    if (typeof line === 'string') {
      report.dropped(line, category.name, placeOf(frame, annotation_id), shape.type);
      continue;
    }
    if (line.length > 0) lines += `${category.index} ${line.join(' ')}\n`;
    report.written(frame.part, category.name);
  }
  return lines;
}

/** Every object has the same number of key points: those of all categories. */
function keyPointNames({ categories }: DatasetPlan): string[] {
  return [...new Set(categories.flatMap(({ key_points }) => key_points))];
}

/**
 * Ultralytics refuses a dataset without `val`: where the split has no such part, its first part is taken. Without `path`, the paths begin in
 * the folder of this file; with `.`, in the folder that the training is started in.
 */
function dataYaml({ plan }: MergeContext, task: YoloTask): string {
  const parts = plan.split.names;
  const [first = ''] = parts;
  const named = { train: first, val: first, ...Object.fromEntries(parts.map((part) => [part, part])) };
  return [
    ...Object.entries(named).map(([name, part]) => `${keyOf(name)}: images/${part}`),
    'names:',
    ...plan.categories.map(({ index, name }) => `  ${index}: ${yamlOf(name)}`),
    ...(task === 'pose' ? keyPointsYaml(plan) : []),
    '',
  ].join('\n');
}

/** YAML takes some words and everything that begins like a number for something else than text. */
function keyOf(part: string): string {
  return /^(?:\d.*|y|yes|n|no|on|off|true|false|null)$/i.test(part) ? yamlOf(part) : part;
}

function keyPointsYaml(plan: DatasetPlan): string[] {
  const names = keyPointNames(plan);
  return [
    `kpt_shape: [${names.length}, 3]`,
    'kpt_names:',
    ...plan.categories.map(({ index }) => `  ${index}: ${yamlOf(names)}`),
  ];
}

/** JSON is YAML too, but for what YAML takes for the end of a line, or does not print. */
function yamlOf(value: string | readonly string[]): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replaceAll(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, escaped);
}
