import type { FrameKey } from '../annofab/index.ts';

/** Why an annotation is not in the dataset. Every reason has its sentence here, and nowhere else. */
export const DROP_REASONS = {
  unreadable: 'The archive has it in a form that cannot be read.',
  'unknown label': 'Its label is not in the annotation specs.',
  'no data': 'It has no data.',
  'unknown data': 'Its data are of a kind that is not known here.',
  empty: 'Its width, height or area is 0, or its mask covers nothing.',
  outside: 'It lies outside of the image.',
  'no mask': 'The archive does not contain its mask, or the mask is not an image.',
  'mask size': 'Its mask has another size than the image.',
  'no size': 'The format needs the size of the image, which is not known.',
  hidden: 'Other annotations in front of it cover all of it.',
  'not in format': 'The format has no such shape.',
} as const;

/** How an annotation in the dataset differs from the one in the archive. */
export const CHANGE_REASONS = {
  clipped: 'It reached over the border of the image.',
  'set upright': 'The format keeps only its rotation around the vertical axis.',
  'taken as polygon': 'Without annotation specs, it could also be a polyline.',
} as const;

export type DropReason = keyof typeof DROP_REASONS;
export type ChangeReason = keyof typeof CHANGE_REASONS;

/** An annotation in an archive. */
export interface Place extends FrameKey {
  readonly annotation_id: string | undefined;
}

/** How many annotations of a label share a reason, and the first of them. */
export interface Tally {
  readonly reason: string;
  readonly label: string;
  /** What the shape is, where it matters. */
  readonly shape?: string | undefined;
  readonly count: number;
  readonly first: Place;
}

/** What became of everything in the archive: `report.json`. */
export interface ConversionReport {
  readonly frames: { readonly written: number; readonly not_selected: number };
  readonly annotations: {
    readonly written: number;
    readonly not_selected: number;
    readonly dropped: number;
  };
  /** Written annotations by part, then by label. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly dropped: readonly Tally[];
  readonly changed: readonly Tally[];
}
