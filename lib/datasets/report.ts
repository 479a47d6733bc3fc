import type { FrameKey } from '../annofab/index.ts';

/** Why an annotation is not in the dataset. Every reason has its sentence here, and nowhere else. */
export const DROP_REASONS = {
  unreadable: 'The archive has it in a form that cannot be read.',
  'unknown label': 'Its label is not in the annotation specs.',
  'no data': 'It has no data.',
  'unknown data': 'Its data are of a kind that is not known here.',
  empty: 'Its width, height, length or area is 0, or its mask covers nothing.',
  outside: 'It lies outside of the image.',
  'no mask': 'The archive does not contain its mask, or the mask is not an image.',
  'mask size': 'Its mask has another size than the image.',
  'no size': 'The format needs the size of the image, which is not known.',
  'too large': 'Its image has more than 2^29 pixels, too many for a picture of masks.',
  'no pixel': 'It covers the centre of no pixel: it is too small or too thin for a mask.',
  hidden: 'Other annotations in front of it cover all of it.',
  'not in format': 'The format has no such shape.',
} as const;

/** How an annotation in the dataset differs from the one in the archive. */
export const CHANGE_REASONS = {
  clipped: 'It reached over the border of the image.',
  'set upright': 'The format keeps only its rotation around the vertical axis.',
  renamed: 'The format has no spaces in labels, and none without a name: it has "_" instead.',
  'taken as polygon': 'Without annotation specs, it could also be a polyline.',
} as const;

/** What a user should know about a frame that is in the dataset. */
export const FRAME_NOTES = {
  'unknown size':
    'Nothing says the size of its image, so nothing was clipped: give the list of input data, or the images.',
  'too large': 'Its image has more than 2^29 pixels: it has no picture of masks.',
  'no key': 'Its task has no value of the metadata key that tasks are split by: the id of the task says its part.',
} as const;

/** Why a frame has no image in the dataset. */
export const IMAGE_PROBLEMS = {
  'not found': 'The folder of images has no file with its name or its id.',
  'outside of folder': 'Its name leads out of the folder of images, and no file has its id.',
  'not in Annofab': 'Annofab has no such input data.',
  'no download': 'Annofab gives no address for its file, and it is not at s3://, or there are no AWS credentials.',
  refused: 'The server of its file answered that it does not exist, or that access is denied.',
} as const;

/** What a user should know about an image that is in the dataset. */
export const IMAGE_NOTES = {
  'other size': 'It has another size than its input data: the annotations do not fit its pixels.',
  'EXIF orientation':
    'Its EXIF orientation turns or mirrors it: check that its annotations fit the image as your program reads it.',
} as const;

export type ImageProblem = keyof typeof IMAGE_PROBLEMS;
export type ImageNote = keyof typeof IMAGE_NOTES;
export type FrameNote = keyof typeof FRAME_NOTES;

export type DropReason = keyof typeof DROP_REASONS;
export type ChangeReason = keyof typeof CHANGE_REASONS;

/** An annotation in an archive. */
export interface Place extends FrameKey {
  readonly annotation_id: string | undefined;
}

export function placeOf({ task_id, input_data_id }: FrameKey, annotation_id?: string): Place {
  return { task_id, input_data_id, annotation_id };
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

/** What became of the images of the frames. */
export interface ImagesReport {
  readonly written: number;
  /** Frames without an image. */
  readonly missing: number;
  readonly problems: readonly Tally[];
  /** Images that were written, and need attention. */
  readonly notes: readonly Tally[];
}

/** What became of everything in the archive: `report.json`. */
export interface ConversionReport {
  readonly frames: { readonly written: number; readonly not_selected: number };
  readonly annotations: {
    readonly written: number;
    readonly not_selected: number;
    readonly dropped: number;
  };
  /** Written frames by part. */
  readonly parts: Readonly<Record<string, number>>;
  /** Written annotations by part, then by label. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly dropped: readonly Tally[];
  readonly changed: readonly Tally[];
  /** Frames that need attention. */
  readonly notes: readonly Tally[];
  /** Only where images were asked for. */
  readonly images?: ImagesReport | undefined;
}
