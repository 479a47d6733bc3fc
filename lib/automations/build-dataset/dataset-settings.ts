import { TASK_PHASES, TASK_STATUSES } from '../../annofab/generated/enumerations.ts';
import type { TaskPhase, TaskStatus } from '../../annofab/index.ts';
import {
  array,
  boolean,
  check,
  isJsonObject,
  nonEmptyString,
  numberWhere,
  object,
  oneOf,
  optional,
  record,
  type Shape,
} from '../../core/json.ts';
// Not from index.ts: every function reads the settings, and only few make datasets.
import { FORMAT_NAMES, MASK_KINDS, PART_NAME, RLE_FORMS, YOLO_TASKS } from '../../datasets/choices.ts';
import type { FormatName, FormatOptions } from '../../datasets/index.ts';

/** How each mirrored archive of a project becomes a version of a dataset. */
export interface DatasetSettings {
  /** The forms in which the version is also written. By default none: `datasets convert` can write them later. */
  readonly formats?: readonly FormatName[];
  /** As the options of the command `convert`. */
  readonly options?: FormatOptions;
  /** Names of parts and how much of the data each gets: `{ train: 8, val: 1, test: 1 }`. */
  readonly split?: Readonly<Record<string, number>>;
  /** Keeps tasks with the same value of this metadata key in the same part. */
  readonly splitBy?: string;
  readonly selection?: DatasetSelection;
  /** Fails when a format cannot say an annotation, instead of leaving it out. */
  readonly strict?: boolean;
}

export interface DatasetSelection {
  /** `acceptance` by default. */
  readonly phases?: readonly TaskPhase[];
  /** `complete` by default. */
  readonly statuses?: readonly TaskStatus[];
  /** English names. */
  readonly labels?: readonly string[];
  readonly attributes?: readonly string[];
  readonly where?: Readonly<Record<string, string | number | boolean>>;
}

const names = array(nonEmptyString, { isEmptyAllowed: false });
const attributeValue = check(
  (value): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value),
  'must be text, a number, true or false',
);
const ratios: Shape<Record<string, number>> = {
  read(value, path = '') {
    const isEmpty = isJsonObject(value) && Object.keys(value).length === 0;
    if (isEmpty) return { ok: false, problems: [{ path, message: 'must have at least one part, such as train' }] };
    return record(
      numberWhere((ratio) => Number.isFinite(ratio) && ratio > 0, 'a number greater than 0'),
      PART_NAME,
    ).read(value, path);
  },
};

export const datasetShape: Shape<DatasetSettings> = object({
  formats: optional(array(oneOf(FORMAT_NAMES))),
  options: optional(
    object({
      rle: optional(oneOf(RLE_FORMS)),
      yolo: optional(oneOf(YOLO_TASKS)),
      masks: optional(oneOf(MASK_KINDS)),
    }),
  ),
  split: optional(ratios),
  splitBy: optional(nonEmptyString),
  selection: optional(
    object({
      phases: optional(array(oneOf(TASK_PHASES), { isEmptyAllowed: false })),
      statuses: optional(array(oneOf(TASK_STATUSES), { isEmptyAllowed: false })),
      labels: optional(names),
      attributes: optional(names),
      where: optional(record(attributeValue)),
    }),
  ),
  strict: optional(boolean),
});
