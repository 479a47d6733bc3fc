import { type Cases, frame, freshTask, OWNER_ID, project, task, WORKER_ID, workersTask } from '../world.ts';

export const tasks = {
  getTask: ({ owner }) => owner.getTask(task),

  getTasks: async ({ owner }) => {
    await owner.getTasks({
      ...project,
      query: { page: 1, limit: 10, task_id: 'task', phase: 'acceptance', phase_stage: 1 },
    });
    await owner.getTasks({
      ...project,
      query: { status: 'complete', account_id: OWNER_ID, sort: 'metadata.priority,-updated_datetime' },
    });
    await owner.getTasks({ ...project, query: { no_user: true, metadata: 'priority:>=1' } });
    await owner.getTasks({ ...project, query: { input_data_ids: [frame.input_data_id], rejected_only: true } });
    await owner.getTasks({
      ...project,
      query: { auto_accepted_only: true, annotation: { label_id: 'label-vehicle' } },
    });
    const previous = { previous_account_id: WORKER_ID, previous_phase: 'annotation', previous_phase_stage: 1 } as const;
    await owner.getTasks({ ...project, query: previous });
  },

  getTasksInBulk: ({ owner }) => owner.getTasksInBulk({ ...project, query: { task_id: ['task-1', 'task-2', 'gone'] } }),

  putTask: ({ owner }) =>
    owner.putTask({
      ...project,
      task_id: 'new-task',
      body: { input_data_id_list: [frame.input_data_id], metadata: { priority: 1, site: '渋谷', urgent: true } },
    }),

  deleteTask: ({ owner }) => owner.deleteTask(freshTask),

  batchUpdateTasks: ({ owner }) => owner.batchUpdateTasks({ ...project, body: [{ ...freshTask, _type: 'Delete' }] }),

  getTaskHistories: ({ owner }) => owner.getTaskHistories(task),

  patchTasksMetadata: ({ owner }) =>
    owner.patchTasksMetadata({ ...project, body: { 'task-1': { priority: 2, checked: false } } }),

  operateTask: async ({ owner, worker }) => {
    const { updated_datetime: read } = await owner.getTask(workersTask);
    const hold = { status: 'on_hold', account_id: WORKER_ID, last_updated_datetime: read } as const;
    await worker.operateTask({ ...workersTask, body: hold });
    const { updated_datetime: last_updated_datetime } = await owner.getTask(task);
    await owner.operateTask({ ...task, body: { status: 'rejected', last_updated_datetime, force: true } });
  },

  assignTasks: async ({ owner, worker }) => {
    await worker.assignTasks({ ...project, body: { request_type: { _type: 'Random', phase: 'annotation' } } });
    const task_ids = [freshTask.task_id];
    const body = { request_type: { _type: 'Selection' as const, user_id: 'demo_worker', task_ids } };
    await owner.assignTasks({ ...project, body });
  },

  initiateTasksGeneration: async ({ owner }) => {
    const { updated_datetime } = await owner.getProject(project);
    await owner.initiateTasksGeneration({
      ...project,
      body: {
        task_generate_rule: {
          _type: 'ByCount',
          task_id_prefix: 'made',
          input_data_count: 2,
          allow_duplicate_input_data: true,
          input_data_order: 'name_asc',
        },
        project_last_updated_datetime: updated_datetime,
      },
    });
  },
} satisfies Partial<Cases>;
