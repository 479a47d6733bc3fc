import { failure } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import type { ListKind, ProjectRecord } from '../core/state.ts';
import { type HandlerTable, reply } from '../server/handler.ts';
import { redirectTo } from '../server/redirect.ts';
import { writeList } from './list-files.ts';

type Context = Services & { readonly project: ProjectRecord };

export const listFiles = {
  getProjectTasksUrl: (context) => answerList(context, 'tasks'),
  getProjectInputsUrl: (context) => answerList(context, 'inputs'),
  getProjectCommentsUrl: (context) => answerList(context, 'comments'),
  getProjectInspectionsUrl: (context) => answerList(context, 'inspections'),
  getProjectTaskHistoriesUrl: (context) => answerList(context, 'task_histories'),
  getProjectTaskHistoryEventsUrl: (context) => answerList(context, 'task_history_events'),

  postProjectTasksUpdate: (context) => startUpdate(context, 'gen-tasks-list', 'tasks'),
  postProjectInputsUpdate: (context) => startUpdate(context, 'gen-inputs-list', 'inputs'),
} satisfies HandlerTable;

function answerList(context: Context, kind: ListKind) {
  const { project, files, settings } = context;
  const list = project.lists.get(kind);
  if (list) return redirectTo(files, list.path);
  if (settings.listsOnFirstAsk) return redirectTo(files, writeList(context, project, kind));
  throw failure(404, 'MISSING_RESOURCE', `The project has no file of all ${kind.replaceAll('_', ' ')} yet`);
}

function startUpdate(context: Context, type: 'gen-tasks-list' | 'gen-inputs-list', kind: ListKind) {
  const { project, jobs } = context;
  const job = jobs.start(project, {
    type,
    run: () => {
      writeList(context, project, kind);
    },
  });
  return reply(202, { job: structuredClone(job) });
}
