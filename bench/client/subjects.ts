/** What is asked of Annofab, by the client and by plain undici. */
import type { AnnofabClient } from '../../lib/annofab/index.ts';

interface Subject {
  readonly what: string;
  readonly path: string;
  /** Requests of one round. */
  readonly turn: number;
  call(annofab: AnnofabClient): PromiseLike<unknown>;
}

export const SUBJECTS: readonly Subject[] = [
  {
    what: 'getTask of 4 KB',
    path: '/api/v1/projects/project/tasks/task',
    turn: 200,
    call: (annofab) => annofab.getTask({ project_id: 'project', task_id: 'task' }),
  },
  {
    what: 'getTasks, 200 of them',
    path: '/api/v1/projects/project/tasks?limit=200&page=1',
    turn: 60,
    call: (annofab) => annofab.getTasks({ project_id: 'project', query: { limit: 200, page: 1 } }),
  },
  {
    what: 'getAnnotation of 1,000 details, 1 MB',
    path: '/api/v1/projects/project/tasks/task/inputs/frame/annotation/simple',
    turn: 20,
    call: (annofab) => annofab.getAnnotation({ project_id: 'project', task_id: 'task', input_data_id: 'frame' }),
  },
];
