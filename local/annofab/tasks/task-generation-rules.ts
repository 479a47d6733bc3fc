import type { InputData } from '../../../lib/annofab/api-description.ts';
import { parseCsv } from '../../../lib/core/csv.ts';
import { isId } from '../../../lib/core/ids.ts';
import { invalidBody } from '../core/errors.ts';
import type { ProjectRecord } from '../core/state.ts';
import type { HandlerContext } from '../server/handler.ts';
import { MAX_INPUTS } from './task.ts';

type Rule = HandlerContext<'initiateTasksGeneration'>['body']['task_generate_rule'];

type ByCount = Extract<Rule, { _type: 'ByCount' }>;

type ByDirectory = Extract<Rule, { _type: 'ByDirectory' }>;

export interface PlannedTask {
  readonly taskId: string;
  readonly inputDataIds: readonly string[];
}

/** Tasks with a fixed number of input data, numbered from 0. Numbers that are in use are skipped. */
export function planByCount(project: ProjectRecord, rule: ByCount): PlannedTask[] {
  const inTasks = new Set([...project.tasks.values()].flatMap((task) => task.input_data_id_list));
  const candidates = [...project.inputData.values()].filter(
    ({ input_data_id: id }) => rule.allow_duplicate_input_data || !inTasks.has(id),
  );
  const groups = chunks(sortInputs(candidates, rule.input_data_order), rule.input_data_count);
  const width = String(groups.length - 1).length;
  let number = -1;
  return groups.map((group) => {
    let taskId: string;
    do {
      number += 1;
      taskId = `${rule.task_id_prefix}_${String(number).padStart(width, '0')}`;
    } while (project.tasks.has(taskId));
    return { taskId, inputDataIds: group.map(({ input_data_id: id }) => id) };
  });
}

/**
 * A task for each directory, with the names of input data read as file paths: `a.zip/dir/image.png`. A directory with
 * more input data than a task may hold is split into numbered tasks.
 *
 * @throws Failure 400 for a directory whose name is not valid in a task id
 */
export function planByDirectory({ inputData }: ProjectRecord, rule: ByDirectory): PlannedTask[] {
  const named = [...inputData.values()].filter(({ input_data_name: name }) =>
    name.startsWith(rule.input_data_name_prefix ?? ''),
  );
  const directories = Map.groupBy(sortInputs(named, 'name_asc'), ({ input_data_name: name }) => directoryOf(name));
  return [...directories].flatMap(([directory, inputs]) => {
    if (directory === undefined) return [];
    const taskId = `${rule.task_id_prefix}_${directory.replaceAll('/', '_')}`;
    if (!isId(taskId)) throw invalidBody(`The directory ${directory} is not valid in a task id`);
    const groups = chunks(inputs, MAX_INPUTS);
    const width = String(inputs.length).length;
    return groups.map((group, index) => ({
      taskId: groups.length === 1 ? taskId : `${taskId}_${String(index + 1).padStart(width, '0')}`,
      inputDataIds: group.map(({ input_data_id: id }) => id),
    }));
  });
}

/** Undefined for a name that is not a file in a directory: `image.png`, `directory/`. */
function directoryOf(name: string): string | undefined {
  return /^(?<directory>.+)\/[^/]+$/.exec(name)?.groups?.['directory'];
}

/**
 * The tasks of a CSV with a row for each input data of each task: `task id,input data name,input data id`. The name is
 * informative and may be empty.
 *
 * @throws Failure 400 that names the invalid row
 */
export function planByCsv({ inputData }: ProjectRecord, bytes: Uint8Array): PlannedTask[] {
  const tasks = new Map<string, string[]>();
  for (const [index, row] of readCsv(bytes).entries()) {
    const [taskId = '', _name, inputDataId = ''] = row;
    const where = `Row ${index + 1} of the CSV`;
    if (row.length !== 3) throw invalidBody(`${where} has ${row.length} columns instead of 3`);
    if (!isId(taskId))
      throw invalidBody(`${where} has a task id with other characters than letters, digits, _, - and .`);
    if (!inputData.has(inputDataId)) throw invalidBody(`${where}: the project has no input data ${inputDataId}`);
    const ids = tasks.get(taskId) ?? [];
    if (ids.includes(inputDataId)) throw invalidBody(`${where}: the task ${taskId} has ${inputDataId} already`);
    tasks.set(taskId, [...ids, inputDataId]);
  }
  return [...tasks].map(([taskId, inputDataIds]) => ({ taskId, inputDataIds }));
}

function sortInputs(inputs: readonly InputData[], order: ByCount['input_data_order']): InputData[] {
  if (order === 'random') {
    const drawn = inputs.map((input) => ({ input, lot: Math.random() }));
    return drawn.sort((a, b) => a.lot - b.lot).map(({ input }) => input);
  }
  const direction = order === 'name_asc' ? 1 : -1;
  return inputs.toSorted((a, b) => direction * compare(a.input_data_name, b.input_data_name));
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/**
 * The rows of a CSV file in UTF-8, with or without a byte order mark, or in UTF-16LE with one. Skips empty lines.
 *
 * @throws Failure 400 for another encoding, and for an unclosed quote
 */
function readCsv(bytes: Uint8Array): string[][] {
  try {
    return parseCsv(decode(bytes));
  } catch (error) {
    throw error instanceof SyntaxError ? invalidBody(error.message) : error;
  }
}

function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw invalidBody('The CSV is neither UTF-8 nor UTF-16LE with a byte order mark');
  }
}
