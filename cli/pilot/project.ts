import { type AnnofabClient, NotFoundError } from '../../lib/annofab/index.ts';
import { UsageError } from '../frame/exit-codes.ts';
import { deleteInvocations } from './invocations.ts';
import { PREFIX } from './parts.ts';

/** What is in the project before the pilot begins. */
export interface ProjectBefore {
  readonly title: string;
  /** What an earlier run left, because it was killed. */
  readonly leftovers: {
    readonly tasks: readonly string[];
    readonly inputData: readonly string[];
    readonly webhooks: readonly string[];
  };
}

interface ProjectToTry {
  readonly project_id: string;
  /** `--any` */
  readonly any: boolean;
}

/** @throws UsageError for a project that is in use, unless `any`; Error when the account cannot try it */
export async function inspectProject(
  annofab: AnnofabClient,
  { project_id, any }: ProjectToTry,
  signal: AbortSignal,
): Promise<ProjectBefore> {
  await annofab.projects.requireRole({ project_id, roles: ['owner'] }, { signal });
  const { title, project_status } = await annofab.getProject({ project_id }, { signal });
  if (project_status !== 'active') throw new Error(`Project ${project_id} is ${project_status}. Make it active first.`);
  const options = { signal, allowTruncated: true };
  const tasks: string[] = [];
  for await (const { task_id } of annofab.tasks.all({ project_id, query: { task_id: PREFIX } }, options)) {
    if (task_id.startsWith(PREFIX)) tasks.push(task_id);
  }
  const inputData: string[] = [];
  const query = { input_data_id: PREFIX };
  for await (const { input_data_id } of annofab.inputData.all({ project_id, query }, options)) {
    if (input_data_id.startsWith(PREFIX)) inputData.push(input_data_id);
  }
  const registered = await annofab.getWebhooks({ project_id }, { signal });
  const isOurs = ({ webhook_id }: { webhook_id: string }) => webhook_id.startsWith(PREFIX);
  const { total_count } = await annofab.getTasks({ project_id, query: { limit: 1 } }, { signal });
  const others = registered.filter((one) => !isOurs(one) && one.webhook_status === 'active').length;
  if (!any) assertUnused(project_id, { tasks: total_count - tasks.length, webhooks: others });
  return { title, leftovers: { tasks, inputData, webhooks: registered.filter(isOurs).map((one) => one.webhook_id) } };
}

/** Removes what an earlier run left. */
export async function removeLeftovers(
  annofab: AnnofabClient,
  project_id: string,
  { tasks, inputData, webhooks }: ProjectBefore['leftovers'],
  signal: AbortSignal,
): Promise<void> {
  const removals = [
    ...webhooks.map((webhook_id) => () => annofab.deleteWebhook({ project_id, webhook_id }, { signal })),
    ...tasks.map((task_id) => () => annofab.deleteTask({ project_id, task_id }, { signal })),
    ...inputData.map((input_data_id) => () => annofab.deleteInputData({ project_id, input_data_id }, { signal })),
  ];
  for (const remove of removals) {
    await remove().catch((error: unknown) => {
      if (!(error instanceof NotFoundError)) throw error;
    });
  }
  await deleteInvocations({ annofab, project_id }, PREFIX, signal);
}

function assertUnused(project_id: string, { tasks, webhooks }: { tasks: number; webhooks: number }): void {
  if (tasks === 0 && webhooks === 0) return;
  throw new UsageError(
    `Project ${project_id} is in use: it has ${tasks} tasks and ${webhooks} active webhooks that this command did not make. ` +
      'Choose a throwaway project, or add --any: the webhooks are then called for a task that is deleted afterwards.',
  );
}
