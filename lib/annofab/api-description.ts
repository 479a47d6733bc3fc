/** Annofab's API as data and types, without the client: for what stands beside the client, such as an emulator. */
export { operations } from './generated/operations.ts';
export type * from './generated/schemas.ts';
// The table has the name of this type, and so it gets another one.
export type { operations as DescribedOperations } from './generated/schemas.ts';
export type { Operation, QueryEncoding } from './operation.ts';
export type { OperationId, Params, Result } from './operation-types.ts';
export * from './plugins.ts';
export { formatDateTime } from './resources/date-time.ts';
export { JOB_TYPES, jobTypesBefore } from './resources/jobs/job-matrix.ts';
export { PAGE_SIZE, RESULT_WINDOW } from './resources/paging.ts';
export { canEditAnnotations } from './resources/tasks/task-histories.ts';
export { toFieldValues } from './specs/to-specs-v3.ts';
