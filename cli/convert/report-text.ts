import {
  CHANGE_REASONS,
  type ConversionReport,
  DROP_REASONS,
  FRAME_NOTES,
  IMAGE_NOTES,
  IMAGE_PROBLEMS,
  type ImagesReport,
  type Tally,
} from '../../lib/datasets/index.ts';
import { printable, textTable } from '../frame/text-table.ts';

/** The result for people. */
export function reportText(report: ConversionReport, out: string): string {
  const { frames, annotations } = report;
  return [
    `${annotations.written} annotations of ${frames.written} frames: ${out}`,
    ...countsText(report),
    ...emptyPartsText(report),
    ...(frames.not_selected === 0
      ? []
      : [
          `${frames.not_selected} frames were not selected by the phase and the status of their tasks: see --all-tasks.`,
        ]),
    ...(annotations.not_selected === 0
      ? []
      : [`${annotations.not_selected} annotations were not selected by their labels and attributes.`]),
    ...tallyText(report.notes, 'frames to check'),
    ...tallyText(report.changed, 'changed'),
    ...tallyText(report.dropped, 'left out'),
    ...imagesText(report.images),
  ].join('\n');
}

/** Why a strict conversion failed. */
export function lossesText(report: ConversionReport): string {
  const lines = [
    ...tallyText(report.dropped, 'left out'),
    ...tallyText(report.images?.problems ?? [], 'images missing'),
  ];
  return ['The dataset would not have every annotation and image, which --strict asks for.', ...lines].join('\n');
}

function imagesText(images: ImagesReport | undefined): string[] {
  if (images === undefined) return [];
  return [
    `${images.written} images.`,
    ...tallyText(images.problems, 'images missing'),
    ...tallyText(images.notes, 'images to check'),
  ];
}

function countsText({ counts }: ConversionReport): string[] {
  const rows = Object.entries(counts).flatMap(([part, labels]) =>
    Object.entries(labels).map(([label, count]) => [part, label, String(count)]),
  );
  return rows.length === 0 ? [] : [textTable(rows, ['PART', 'LABEL', 'ANNOTATIONS'])];
}

function emptyPartsText({ frames, parts }: ConversionReport): string[] {
  if (frames.written === 0) return [];
  const empty = Object.keys(parts).filter((part) => parts[part] === 0);
  return empty.map((part) => `No task is in the part ${part}: there are few tasks for its share of the split.`);
}

const SENTENCES: Readonly<Record<string, string>> = {
  ...DROP_REASONS,
  ...CHANGE_REASONS,
  ...IMAGE_PROBLEMS,
  ...IMAGE_NOTES,
  ...FRAME_NOTES,
};

function tallyText(tallies: readonly Tally[], what: string): string[] {
  return tallies.map(({ reason, label, shape, count, first }) => {
    const which = [label === '' ? undefined : `label ${label}`, shape].filter(Boolean).join(', ');
    const { task_id, input_data_id, annotation_id } = first;
    const where = `${task_id}/${input_data_id}${annotation_id === undefined ? '' : `, annotation ${annotation_id}`}`;
    // Labels and ids come from others.
    const text = `${count} ${what} (${[which, reason].filter(Boolean).join(': ')}): ${SENTENCES[reason] ?? ''} The first: ${where}.`;
    return printable(text);
  });
}
