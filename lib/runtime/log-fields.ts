/**
 * Every field that a log line may carry beside its message, by the type of its value. An allow-list: a field that is not in it
 * is not written, so that no secret and no content gets into the log.
 */
export const LOG_FIELDS = {
  string: [
    'event_type',
    'project_id',
    'task_id',
    'input_data_id',
    'annotation_id',
    'version',
    'format',
    'execution',
    'phase',
    'status',
    'operation',
    'job_id',
    'account_id',
    'reason',
    'counter',
    'outcome',
    'error_name',
    'error_message',
    'error_code',
    'error_place',
    'error_stack',
    'request_id',
  ],
  number: [
    'attempt',
    'receive_count',
    'seconds',
    'bytes',
    'bytes_per_second',
    'body_bytes',
    'files',
    'frames',
    'entries',
    'annotations',
    'projects',
    'shard',
    'shards',
    'jobs',
    'recovered',
    'inferred',
    'unfired',
    'failed_firings',
    'no_body',
    'elsewhere',
    'days',
    'tasks',
    'described',
    'webhooks',
    'members',
  ],
  boolean: ['changed'],
} as const;

type Typed<Type extends keyof typeof LOG_FIELDS, Value> = {
  readonly [Name in (typeof LOG_FIELDS)[Type][number]]?: Value;
};

export type LogFields = Typed<'string', string> & Typed<'number', number> & Typed<'boolean', boolean>;

/** The fields that may be written. Types alone would not stop plain JavaScript, or an object with more fields than its type. */
export function allowedFields(fields: LogFields = {}): LogFields {
  const allowed: Readonly<Record<string, readonly string[]>> = LOG_FIELDS;
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => allowed[typeof value]?.includes(name)));
}
