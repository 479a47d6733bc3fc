import type { InputDataOrder } from '../../annofab/index.ts';
import { isId } from '../../core/ids.ts';
import {
  check,
  integer,
  isJsonObject,
  literal,
  object,
  oneOf,
  optional,
  ownField,
  pattern,
  type Shape,
} from '../../core/json.ts';
import { parsePathPattern } from './path-pattern.ts';

/** What happens when a ZIP file of input data was registered in a project. */
export interface InputDataZipSettings {
  /** How tasks are generated. */
  readonly tasks: TaskRule;
  /**
   * Metadata of the generated tasks, from the names of their input data, which are paths in the ZIP: `road.zip/{city}/{date}/*`
   * makes `{ city: 'tokyo', date: '2026-01-31' }` of `road.zip/tokyo/2026-01-31/0001.png`. `*` stands for anything inside the
   * name of a folder or file, `**` for anything at all. A value in which the input data of a task differ is left out.
   */
  readonly metadata?: string;
}

export type TaskRule =
  /** A task for each folder of the ZIP. */
  | { readonly by: 'directory'; readonly taskIdPrefix: string }
  /** Tasks with a fixed number of input data each; only input data that no task has yet are taken. */
  | {
      readonly by: 'count';
      readonly taskIdPrefix: string;
      readonly inputDataPerTask: number;
      /** `name_asc` by default. */
      readonly order?: InputDataOrder;
    }
  /**
   * Tasks as a CSV file in the bucket lists them: `projects/{project_id}/task-lists/{file}`. `{zip}` in its name is the name of
   * the ZIP.
   */
  | { readonly by: 'csv'; readonly file: string };

/** The most input data that a task of Annofab can hold. */
export const MAX_INPUT_DATA = 200;

/** Where the name of the ZIP goes in the name of the CSV file. */
export const ZIP_PLACE = '{zip}';

const prefix = pattern(/^[A-Za-z0-9_.-]{1,100}$/, 'must be 1 to 100 of A-Z a-z 0-9 _ . -');
const fileName = check(
  (value): value is string => typeof value === 'string' && isId(value.replaceAll(ZIP_PLACE, 'zip')),
  `must be the name of a file, of A-Z a-z 0-9 _ . - and ${ZIP_PLACE}`,
);
const pathPattern = check(
  (value): value is string => typeof value === 'string' && parsePathPattern(value) !== undefined,
  'must be a path like */{city}/{date}/*, with at least one name of A-Z a-z 0-9 _ - in braces, and each once',
);

const rules: Readonly<Record<TaskRule['by'], Shape<TaskRule>>> = {
  directory: object({ by: literal('directory'), taskIdPrefix: prefix }),
  count: object({
    by: literal('count'),
    taskIdPrefix: prefix,
    inputDataPerTask: integer(1, MAX_INPUT_DATA),
    order: optional(oneOf(['name_asc', 'name_desc', 'random'])),
  }),
  csv: object({ by: literal('csv'), file: fileName }),
};

const taskRule: Shape<TaskRule> = {
  read(value, path = '') {
    const by = isJsonObject(value) ? ownField(value, 'by') : undefined;
    if (by === 'directory' || by === 'count' || by === 'csv') return rules[by].read(value, path);
    return { ok: false, problems: [{ path: `${path}.by`, message: 'must be directory, count or csv' }] };
  },
};

export const inputDataZipShape: Shape<InputDataZipSettings> = object({
  tasks: taskRule,
  metadata: optional(pathPattern),
});
