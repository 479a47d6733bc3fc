import { parseCsv } from '../../core/csv.ts';
import { isId } from '../../core/ids.ts';
import type { EventContext } from '../../runtime/context.ts';
import { NonRetryableError } from '../../runtime/outcomes.ts';
import { projectKeys } from '../bucket/dataset-keys.ts';
import type { Services } from '../services.ts';
import { MAX_INPUT_DATA, ZIP_PLACE } from './input-data-zip-settings.ts';
import type { RegisteredZip } from './registered-zips.ts';

type Context = EventContext<'input-data-zip-registered', Pick<Services, 'dataset'>>;

/** A CSV file of tasks. */
export interface TaskList {
  /** As it is in the bucket. */
  readonly text: string;
  readonly task_ids: readonly string[];
}

/** A column for each: task id, input data name, input data id. */
const COLUMNS = 3;

/**
 * Reads and checks the CSV file of a rule, so that a mistake is named by its line: Annofab's job would only fail.
 *
 * @param file its name, with {@link ZIP_PLACE} for the name of the ZIP
 * @throws NonRetryableError that says what to put where
 */
export async function readTaskList(ctx: Context, file: string, zip: RegisteredZip): Promise<TaskList> {
  const key = projectKeys.taskList(ctx.event.project_id, fileName(file, zip));
  const stored = await ctx.dataset.read(key, { signal: ctx.signal });
  if (stored === undefined) {
    throw new NonRetryableError(`there is no ${key} in the bucket: put it there, and send the delivery again`);
  }
  return { text: stored.text, task_ids: taskIds(stored.text, key) };
}

function fileName(file: string, { name, job_id }: RegisteredZip): string {
  if (!file.includes(ZIP_PLACE)) return file;
  const named = file.replaceAll(ZIP_PLACE, name ?? '');
  if (name !== undefined && isId(named)) return named;
  throw new NonRetryableError(
    `the name of the ZIP of gen-inputs ${job_id} cannot be part of a file's name: it may have A-Z a-z 0-9 _ . - only`,
  );
}

function taskIds(text: string, key: string): string[] {
  const bad = (problem: string) => new NonRetryableError(`${key} ${problem}: correct it, and send the delivery again`);
  const inputs = new Map<string, Set<string>>();
  for (const [index, row] of rowsOf(text, bad).entries()) {
    const [taskId = '', _name, inputDataId = ''] = row;
    const where = `has, in its row ${index + 1},`;
    if (row.length !== COLUMNS) throw bad(`${where} ${row.length} columns instead of ${COLUMNS}`);
    if (!isId(taskId)) throw bad(`${where} a task id with other characters than A-Z a-z 0-9 _ . -`);
    if (!isId(inputDataId)) throw bad(`${where} an input data id with other characters than A-Z a-z 0-9 _ . -`);
    const ids = inputs.get(taskId) ?? new Set();
    if (ids.has(inputDataId)) throw bad(`${where} an input data that the task has already`);
    if (inputs.set(taskId, ids.add(inputDataId)) && ids.size > MAX_INPUT_DATA)
      throw bad(`${where} input data number ${MAX_INPUT_DATA + 1} of a task; a task holds ${MAX_INPUT_DATA}`);
  }
  if (inputs.size === 0) throw bad('has no rows');
  return [...inputs.keys()];
}

function rowsOf(text: string, bad: (problem: string) => NonRetryableError): string[][] {
  if (text.includes('\ufffd') || text.includes('\0')) throw bad('is not in UTF-8');
  try {
    return parseCsv(text);
  } catch (error) {
    // The parser's texts name a line, and quote nothing.
    throw error instanceof SyntaxError ? bad(`is not CSV (${error.message})`) : error;
  }
}
