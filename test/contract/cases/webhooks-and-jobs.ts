import { type Cases, organization, project } from '../world.ts';

const webhook = { ...project, webhook_id: 'completed' };
const jobPage = { limit: 10, exclusive_start_created_datetime: '2999-01-01T00:00:00.000+09:00' };

const webhookBody = {
  ...webhook,
  event_type: 'task-completed',
  webhook_status: 'active',
  method: 'POST',
  headers: [{ name: 'Content-Type', value: 'application/json' }],
  body: '{"task_id":"{{TASK_ID}}"}',
  url: 'http://127.0.0.1:9/',
  created_datetime: '2026-01-05T10:00:00.000+09:00',
  updated_datetime: '2026-01-05T10:00:00.000+09:00',
} as const;
const putBody = { ...webhookBody, headers: [...webhookBody.headers] };

export const webhooksAndJobs = {
  getWebhooks: ({ owner }) => owner.getWebhooks(project),

  putWebhook: ({ owner }) => owner.putWebhook({ ...webhook, body: putBody }),

  testWebhook: async ({ owner }) => {
    await owner.putWebhook({ ...webhook, body: putBody });
    await owner.testWebhook({ ...webhook, body: { placeholders: { TASK_ID: 'task-1' } } });
  },

  deleteWebhook: async ({ owner }) => {
    await owner.putWebhook({ ...webhook, body: putBody });
    await owner.deleteWebhook(webhook);
  },

  getProjectJob: ({ owner }) => owner.getProjectJob({ ...project, query: { ...jobPage, type: 'gen-annotation' } }),

  deleteProjectJob: async ({ annofab, owner }) => {
    const { job } = await owner.postAnnotationArchiveUpdate(project);
    await annofab.settled();
    await owner.deleteProjectJob({ ...project, job_type: 'gen-annotation', job_id: job.job_id });
  },

  getOrganizationJob: ({ owner }) =>
    owner.getOrganizationJob({ ...organization, query: { ...jobPage, type: 'none-today' } }),
} satisfies Partial<Cases>;
