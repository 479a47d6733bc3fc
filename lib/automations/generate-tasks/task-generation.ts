import type { ProjectJobInfo, TaskGenerateRule } from '../../annofab/index.ts';
import type { EventContext } from '../../runtime/context.ts';
import type { Services } from '../services.ts';
import type { TaskRule } from './input-data-zip-settings.ts';
import type { RegisteredZip } from './registered-zips.ts';
import { readTaskList } from './task-list.ts';

type Context = EventContext<'input-data-zip-registered', Services>;

/** How the tasks of a ZIP are generated. */
export interface TaskGeneration {
  /** Starts the job. @throws ConflictError while another job excludes it */
  start(): Promise<ProjectJobInfo>;
  /** Whether a job is this generation, or one that does the same. */
  isSame(rule: TaskGenerateRule): boolean;
  /** Whether the tasks are known before, from a CSV file: its job is the same only if they are there. */
  readonly isListed: boolean;
  /** Whether a task can be one that it made. */
  mayHaveMade(task_id: string): boolean;
}

/** @throws NonRetryableError when the CSV file of the rule is missing or wrong */
export async function taskGeneration(ctx: Context, rule: TaskRule, zip: RegisteredZip): Promise<TaskGeneration> {
  if (rule.by === 'csv') return byCsv(ctx, rule.file, zip);
  const wanted: TaskGenerateRule =
    rule.by === 'directory'
      ? {
          _type: 'ByDirectory',
          task_id_prefix: rule.taskIdPrefix,
          // Without it, the folders of earlier ZIPs would be generated again, and the job would fail.
          ...(zip.name !== undefined && { input_data_name_prefix: zip.name }),
        }
      : {
          _type: 'ByCount',
          task_id_prefix: rule.taskIdPrefix,
          allow_duplicate_input_data: false,
          input_data_count: rule.inputDataPerTask,
          input_data_order: rule.order ?? 'name_asc',
        };
  return {
    start: () => start(ctx, wanted),
    isSame: (other) => isSameRule(other, wanted),
    isListed: false,
    mayHaveMade: (task_id) => task_id.startsWith(`${rule.taskIdPrefix}_`),
  };
}

async function byCsv(ctx: Context, file: string, zip: RegisteredZip): Promise<TaskGeneration> {
  const { annofab, event, signal } = ctx;
  const { project_id } = event;
  const { text, task_ids } = await readTaskList(ctx, file, zip);
  const listed = new Set(task_ids);
  return {
    start: async () => (await annofab.tasks.generateFromCsv({ project_id, data: text }, { signal })).job,
    // The address of the uploaded file is another one each time.
    isSame: (other) => other._type === 'ByInputDataCsv',
    isListed: true,
    mayHaveMade: (task_id) => listed.has(task_id),
  };
}

async function start({ annofab, event, signal }: Context, task_generate_rule: TaskGenerateRule) {
  const { project_id } = event;
  const { updated_datetime: project_last_updated_datetime } = await annofab.getProject({ project_id }, { signal });
  const body = { task_generate_rule, project_last_updated_datetime };
  return (await annofab.initiateTasksGeneration({ project_id, body }, { signal })).job;
}

function isSameRule(one: TaskGenerateRule, other: TaskGenerateRule): boolean {
  const text = (rule: TaskGenerateRule) =>
    JSON.stringify(
      Object.entries(rule)
        .filter(([, value]) => value !== null && value !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return text(one) === text(other);
}
