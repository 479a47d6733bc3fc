/**
 * Annofab and S3 in one server that answers after a latency: with a task, a page of tasks, an annotation of 4 KB or more, or that
 * there is no such object; and it takes every object. Prints its address when it is ready.
 *
 *     node bench/export/cloud-server.ts <latency in ms>
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { LOOPBACK, listen } from '../../local/listen.ts';

const latencyMs = Number(process.argv[2]);
const DATE_TIME = '2026-01-05T11:00:00.000+09:00';
const JSON_TYPE = { 'content-type': 'application/json' };
const NO_SUCH_KEY =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code><Message>No such key</Message></Error>';

/** Of an annotation whose frame does not say how many it has. */
const DETAILS = 16;

function detail(index: number) {
  return {
    label: 'car',
    annotation_id: `annotation-${index}`,
    data: { _type: 'BoundingBox', left_top: { x: index, y: index }, right_bottom: { x: 100 + index, y: 200 + index } },
    attributes: { occluded: false, truncated: index % 2 === 0 },
  };
}

/** The id of a task says how many frames it has: `200-frames-1`. */
function taskOf(task_id: string) {
  const frames = Number.parseInt(task_id, 10);
  return {
    project_id: 'project',
    task_id,
    phase: 'acceptance',
    phase_stage: 1,
    status: 'complete',
    input_data_id_list: Array.from({ length: frames }, (_, frame) => `frame-${frame}`),
    account_id: null,
    histories_by_phase: [],
    work_time_span: 0,
    number_of_rejections: 0,
    started_datetime: DATE_TIME,
    updated_datetime: DATE_TIME,
    operation_updated_datetime: DATE_TIME,
    sampling: null,
    metadata: {},
  };
}

/** The id of a project may say how many tasks it has: `2000-tasks`. */
function pageOf(project_id: string, query: URLSearchParams) {
  const total_count = Number.parseInt(project_id, 10);
  const [limit, page_no] = [Number(query.get('limit') ?? 200), Number(query.get('page') ?? 1)];
  const start = (page_no - 1) * limit;
  const list = Array.from({ length: Math.max(0, Math.min(limit, total_count - start)) }, (_, index) => {
    return { ...taskOf(`1-frames-${start + index}`), project_id };
  });
  const total_page_no = Math.ceil(total_count / limit);
  return { list, page_no, total_page_no, total_count, over_limit: false, aggregations: [] };
}

/** The id of a frame may say how many annotations it has: `1000-details`. */
function annotationOf(task_id: string, input_data_id: string) {
  const length = /^(\d+)-details$/.exec(input_data_id)?.[1] ?? DETAILS;
  return {
    project_id: 'project',
    task_id,
    task_phase: 'acceptance',
    task_phase_stage: 1,
    task_status: 'complete',
    input_data_id,
    input_data_name: `${input_data_id}.png`,
    updated_datetime: DATE_TIME,
    details: Array.from({ length: Number(length) }, (_, index) => detail(index)),
  };
}

function answer({ method, url = '' }: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(url, 'http://bench');
  const [, project, task, frame] =
    /^\/api\/v1\/projects\/([^/]+)\/tasks(?:\/([^/]+))?(?:\/inputs\/([^/]+))?/.exec(pathname) ?? [];
  if (project !== undefined) {
    const body =
      task === undefined
        ? pageOf(project, searchParams)
        : frame === undefined
          ? taskOf(task)
          : annotationOf(task, frame);
    response.writeHead(200, JSON_TYPE).end(JSON.stringify(body));
  } else if (method === 'PUT') {
    response.writeHead(200, { etag: '"0123456789abcdef0123456789abcdef"' }).end();
  } else {
    response.writeHead(404, { 'content-type': 'application/xml' }).end(NO_SUCH_KEY);
  }
}

const server = createServer((request, response) => {
  request.resume().once('end', () => setTimeout(answer, latencyMs, request, response));
});

console.log(JSON.stringify(`http://${LOOPBACK}:${await listen(server)}`));
