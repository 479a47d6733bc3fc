import { styleText } from 'node:util';
import type { LogLine } from './logs.ts';
import { type Fields, isFields } from './serverless-file/values.ts';

/** Fields of Powertools' structured lines that are redundant on one machine, or shown elsewhere in the line. */
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
  'error_place',
  'error_stack',
]);

type Style = Parameters<typeof styleText>[0];

const STYLES: Readonly<Record<string, Style>> = { ERROR: 'red', CRITICAL: 'red', WARN: 'yellow', DEBUG: 'dim' };

/**
 * Formats a function's log line for a terminal: `13:02:11  on-task-completed  INFO  Exported  task_id=task-1`. Returns undefined
 * for a line of metrics; unstructured lines are left as they are. Colours only where standard output shows them.
 */
export function formatLogLine({ functionName, text }: LogLine, now = new Date()): string | undefined {
  const fields = parse(text);
  if (fields === undefined) return `${dim(clockTime(now))}  ${dim(functionName)}  ${text}`;
  if ('_aws' in fields) return undefined;
  const { timestamp, level, message, error } = fields;
  const at = typeof timestamp === 'string' ? new Date(timestamp) : now;
  const head = [dim(clockTime(at)), dim(functionName), styled(String(level), String(level))];
  if (typeof error === 'string') return [...head, styled(String(level), error)].join('  ');
  const details = Object.entries(fields).flatMap(([name, value]) =>
    HIDDEN.has(name) ? [] : [dim(`${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)],
  );
  return [...head, styled(String(level), String(message)), ...details].join('  ');
}

/** A function's log line as one line of JSON, with the name of the function. Returns undefined for a line of metrics. */
export function logLineAsJson({ functionName, stream, text }: LogLine): string | undefined {
  const fields = parse(text);
  if (fields !== undefined && '_aws' in fields) return undefined;
  return JSON.stringify({ function: functionName, ...(fields ?? { stream, message: text }) });
}

/** `13:02:11`, in the time zone of this machine. */
export function clockTime(date: Date): string {
  return date.toTimeString().slice(0, 8);
}

function styled(level: string, text: string): string {
  const style = STYLES[level];
  return style === undefined ? text : styleText(style, text);
}

function dim(text: string): string {
  return styleText('dim', text);
}

function parse(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
