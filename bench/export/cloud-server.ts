/**
 * Annofab and S3 in one server that answers after a latency: with a task, with an annotation of 4 KB, or that there is no such
 * object; and it takes every object. Prints its address when it is ready.
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

const details = Array.from({ length: 16 }, (_, index) => ({
  label: 'car',
  annotation_id: `annotation-${index}`,
  data: { _type: 'BoundingBox', left_top: { x: index, y: index }, right_bottom: { x: 100 + index, y: 200 + index } },
  attributes: { occluded: false, truncated: index % 2 === 0 },
}));

/** The id of a task says how many frames it has: `200-frames-1`. */
function taskOf(task_id: string): string {
  const frames = Number.parseInt(task_id, 10);
  return JSON.stringify({
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
  });
}

function annotationOf(task_id: string, input_data_id: string): string {
  return JSON.stringify({
    project_id: 'project',
    task_id,
    task_phase: 'acceptance',
    task_phase_stage: 1,
    task_status: 'complete',
    input_data_id,
    input_data_name: `${input_data_id}.png`,
    updated_datetime: DATE_TIME,
    details,
  });
}

function answer({ method, url = '' }: IncomingMessage, response: ServerResponse): void {
  const [, task, frame] = /^\/api\/v1\/projects\/project\/tasks\/([^/?]+)(?:\/inputs\/([^/]+))?/.exec(url) ?? [];
  if (task !== undefined) {
    response.writeHead(200, JSON_TYPE).end(frame === undefined ? taskOf(task) : annotationOf(task, frame));
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
