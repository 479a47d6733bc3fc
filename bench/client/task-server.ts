/**
 * Answers every request at once: with a task of 4 KB, a page of 200 tasks, or an annotation of 1,000 details (1 MB), by its path.
 * Prints its address when it is ready.
 */
import { createServer } from 'node:http';
import { LOOPBACK, listen } from '../../local/listen.ts';

const DATE_TIME = '2026-01-05T11:00:00.000+09:00';
const ACCOUNT = '00000000-0000-4000-8000-000000000001';

const bodies = {
  task: JSON.stringify(task(0, 150)),
  tasks: JSON.stringify({
    list: Array.from({ length: 200 }, (_, index) => task(index, 1)),
    page_no: 1,
    total_page_no: 1,
    total_count: 200,
    over_limit: false,
    aggregations: [],
  }),
  annotation: JSON.stringify({
    project_id: 'project',
    task_id: 'task',
    task_phase: 'acceptance',
    task_phase_stage: 1,
    task_status: 'complete',
    input_data_id: 'frame',
    input_data_name: 'frame.png',
    updated_datetime: DATE_TIME,
    details: Array.from({ length: 1_000 }, (_, index) => detail(index)),
  }),
};

function task(index: number, frames: number) {
  return {
    project_id: 'project',
    task_id: `task-${index}`,
    phase: 'acceptance',
    phase_stage: 1,
    status: 'complete',
    input_data_id_list: Array.from({ length: frames }, (_, frame) => `input-data-of-frame-${frame}`),
    account_id: ACCOUNT,
    histories_by_phase: [{ account_id: ACCOUNT, phase: 'annotation', phase_stage: 1, user_id: 'bench', worked: true }],
    work_time_span: 3_600_000,
    number_of_rejections: 0,
    started_datetime: '2026-01-05T10:00:00.000+09:00',
    updated_datetime: DATE_TIME,
    operation_updated_datetime: DATE_TIME,
    sampling: null,
    metadata: { priority: 1 },
  };
}

/** A polygon with 40 points. */
function detail(index: number) {
  return {
    label: 'road',
    annotation_id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    data: {
      _type: 'Points',
      points: Array.from({ length: 40 }, (_, point) => ({ x: 100 + index + point, y: 2_000 - point })),
    },
    attributes: { occluded: false, note: `the ${index}th` },
  };
}

const answers = Object.fromEntries(
  Object.entries(bodies).map(([name, text]) => [name, { body: Buffer.from(text), length: Buffer.byteLength(text) }]),
);

const server = createServer(({ url = '' }, response) => {
  const { body, length } = answerTo(url);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': length }).end(body);
});

function answerTo(url: string) {
  const name = url.endsWith('/simple') ? 'annotation' : url.includes('/tasks/') ? 'task' : 'tasks';
  return answers[name] ?? { body: Buffer.alloc(0), length: 0 };
}

console.log(JSON.stringify(`http://${LOOPBACK}:${await listen(server)}`));
