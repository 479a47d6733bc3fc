import { AnnofabClient } from '../../lib/annofab/index.ts';
import { type Growing, repeated } from './grow.ts';

/** Requests of the client whose answers get larger. @param url of cloud-server.ts */
export function requestsGrowing(url: string): Growing[] {
  const annofab = new AnnofabClient({ credentials: { pat: 'bench' }, baseUrl: url });
  return [
    {
      what: 'getTasks of more tasks',
      sizes: [20, 200, 2_000],
      cpuSeconds: repeated(2_000, (limit) => annofab.getTasks({ project_id: '2000-tasks', query: { limit, page: 1 } })),
    },
    {
      what: 'getAnnotation of more details',
      sizes: [100, 1_000, 10_000],
      cpuSeconds: repeated(10_000, (details) =>
        annofab.getAnnotation({ project_id: 'project', task_id: 'task', input_data_id: `${details}-details` }),
      ),
    },
  ];
}
