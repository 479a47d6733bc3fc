import {
  CHANGE_REASONS,
  type ConversionReport,
  DROP_REASONS,
  IMAGE_NOTES,
  IMAGE_PROBLEMS,
  type ImagesReport,
  type Tally,
} from '../../lib/datasets/index.ts';
import { textTable } from '../frame/text-table.ts';

/** The result for people. */
export function reportText(report: ConversionReport, out: string): string {
  const { frames, annotations } = report;
  return [
    `${annotations.written} annotations of ${frames.written} frames: ${out}`,
    ...countsText(report),
    ...(frames.not_selected === 0 ? [] : [`${frames.not_selected} frames were not selected by phase and status.`]),
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

const SENTENCES: Readonly<Record<string, string>> = {
  ...DROP_REASONS,
  ...CHANGE_REASONS,
  ...IMAGE_PROBLEMS,
  ...IMAGE_NOTES,
};

function tallyText(tallies: readonly Tally[], what: string): string[] {
  return tallies.map(({ reason, label, shape, count, first }) => {
    const which = [label === '' ? undefined : `label ${label}`, shape].filter(Boolean).join(', ');
    const { task_id, input_data_id, annotation_id } = first;
    const where = `${task_id}/${input_data_id}${annotation_id === undefined ? '' : `, annotation ${annotation_id}`}`;
    return `${count} ${what} (${[which, reason].filter(Boolean).join(': ')}): ${SENTENCES[reason] ?? ''} The first: ${where}.`;
  });
}
