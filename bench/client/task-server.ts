/** Answers every request at once with one task. Prints its address when it is ready. */
import { createServer } from 'node:http';
import { LOOPBACK, listen } from '../../local/listen.ts';

const task = JSON.stringify({
  project_id: 'project',
  task_id: 'task',
  phase: 'acceptance',
  phase_stage: 1,
  status: 'complete',
  input_data_id_list: Array.from({ length: 20 }, (_, index) => `frame-${index}`),
  account_id: '00000000-0000-4000-8000-000000000001',
  histories_by_phase: [],
  work_time_span: 3_600_000,
  number_of_rejections: 0,
  started_datetime: '2026-01-05T10:00:00.000+09:00',
  updated_datetime: '2026-01-05T11:00:00.000+09:00',
  metadata: { priority: 1 },
});
const headers = {
  'content-type': 'application/json; charset=utf-8',
  'content-length': String(Buffer.byteLength(task)),
};

const server = createServer((_request, response) => {
  response.writeHead(200, headers).end(task);
});
console.log(JSON.stringify(`http://${LOOPBACK}:${await listen(server)}`));
