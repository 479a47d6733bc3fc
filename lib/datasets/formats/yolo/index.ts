import { annotationPlace, type Format, type MergeContext } from '../../format.ts';
import type { DatasetFrame } from '../../frames.ts';
import type { ReportBuilder } from '../../tally.ts';
import { type YoloTask, yoloLine } from './line.ts';

export interface YoloOptions {
  /** What the model learns: boxes (`detect`, default), outlines (`segment`) or rotated boxes (`obb`). */
  readonly yolo?: YoloTask | undefined;
}

/**
 * YOLO, as Ultralytics reads it: `labels/{part}/{task_id}/{input_data_id}.txt` for each image, and `data.yaml`. The images belong
 * under the same names in `images/`. An image without annotations has an empty file.
 *
 * @see https://docs.ultralytics.com/datasets/
 */
export function yolo({ yolo: task = 'detect' }: YoloOptions = {}): Format {
  return {
    name: 'yolo',
    images: 'images',
    start: ({ out, report }) => ({
      write: (frame) => out.writeFile(`labels/${frame.part}/${frame.path}.txt`, linesOf(frame, task, report)),
      end: async () => {},
    }),
    merge: async (context) => await context.out.writeFile('data.yaml', dataYaml(context)),
  };
}

function linesOf(frame: DatasetFrame, task: YoloTask, report: ReportBuilder): string {
  let lines = '';
  for (const { annotation_id, category, shape } of frame.annotations) {
    const line = yoloLine(shape, frame.size, task);
    if (typeof line === 'string') {
      report.dropped(line, category.name, annotationPlace(frame, annotation_id), shape.type);
      continue;
    }
    lines += `${category.index} ${line.join(' ')}\n`;
    report.written(frame.part, category.name);
  }
  return lines;
}

/** Ultralytics refuses a dataset without `val`: where the split has no such part, its first part is taken. */
function dataYaml({ plan }: MergeContext): string {
  const parts = plan.split.names;
  const [first = ''] = parts;
  const named = { train: first, val: first, ...Object.fromEntries(parts.map((part) => [part, part])) };
  return [
    'path: .',
    ...Object.entries(named).map(([name, part]) => `${name}: images/${part}`),
    'names:',
    // A JSON string is a YAML string too.
    ...plan.categories.map(({ index, name }) => `  ${index}: ${JSON.stringify(name)}`),
    '',
  ].join('\n');
}
