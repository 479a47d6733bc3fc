/** Exports tasks of the benchmark's server, as the function does. */
import { createAgent } from '../../lib/annofab/http/agent.ts';
import { AnnofabClient } from '../../lib/annofab/index.ts';
import { type ExportedTask, exportTask } from '../../lib/automations/export-task/export-task.ts';
import { createDataset } from '../../lib/aws/dataset.ts';
import { createS3Client } from '../../lib/aws/s3-client.ts';
import { silentEvent } from '../silent-event.ts';

export interface Exporter {
  /** @param name makes the task another one */
  export(frames: number, name: string): Promise<ExportedTask>;
  close(): Promise<void>;
}

/** @param url of cloud-server.ts */
export function createExporter(url: string): Exporter {
  const agent = createAgent(32);
  const annofab = new AnnofabClient({ credentials: { pat: 'bench' }, baseUrl: url, dispatcher: agent });
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
  const client = createS3Client({ endpoint: url, region: 'ap-northeast-1', credentials, forcePathStyle: true });
  const dataset = createDataset({ bucket: 'dataset', client });
  return {
    export: (frames, name) =>
      exportTask({
        ...silentEvent(),
        ...{ annofab, dataset },
        event: {
          event_type: 'task-completed',
          project_id: 'project',
          task_id: `${frames}-frames-${name}`,
          complete_datetime: '2026-01-05T11:00:00.000+09:00',
        },
      }),
    async close() {
      await annofab.close();
      await agent.close();
      client.destroy();
    },
  };
}
