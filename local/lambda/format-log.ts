import type { LogLine } from './logs.ts';
import { isFields } from './serverless-file/values.ts';

/** Fields of Powertools' structured lines that are redundant on one machine. */
const HIDDEN = new Set([
  'level',
  'message',
  'timestamp',
  'service',
  'cold_start',
  'function_arn',
  'function_memory_size',
  'function_name',
  'function_request_id',
  'sampling_rate',
  'xray_trace_id',
  'delivery_key',
  'message_id',
]);

/**
 * Formats a function's log line for a terminal: `on-task-completed  INFO  Exported  task_id=task-1`. Returns undefined for a
 * line of metrics; unstructured lines are left as they are.
 */
export function formatLogLine({ functionName, text }: LogLine): string | undefined {
  const fields = parse(text);
  if (fields === undefined) return `${functionName}  ${text}`;
  if ('_aws' in fields) return undefined;
  const details = Object.entries(fields).flatMap(([name, value]) =>
    HIDDEN.has(name) ? [] : [`${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`],
  );
  return [functionName, fields['level'], fields['message'], ...details].map(String).join('  ');
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
