import { expectTypeOf } from 'vitest';
import type {
  AnnotationQuery,
  GetTasksInBulkResponse,
  Message,
  Project,
  PutProjectResponse,
  Task,
} from '../../lib/annofab/api-description.ts';
import type { Args, OperationId, Params, Result } from '../../lib/annofab/index.ts';

declare function call<Id extends OperationId>(id: Id, ...args: Args<Id>): Result<Id>;

// Path parameters are fields, and all of them are needed.
expectTypeOf<Params<'getTask'>>().toEqualTypeOf<{ project_id: string; task_id: string }>();
call('getTask', { project_id: 'p', task_id: 't' });
// @ts-expect-error task_id is missing
call('getTask', { project_id: 'p' });
// @ts-expect-error a task has no such parameter
call('getTask', { project_id: 'p', task_id: 't', phase: 'acceptance' });
// @ts-expect-error no such operation
call('getTaks', { project_id: 'p', task_id: 't' });

// An operation with nothing takes nothing.
call('getMyAccount');
call('getMyAccount', {});
// @ts-expect-error it takes nothing
call('getMyAccount', { user_id: 'u' });

// A query is optional unless one of its fields is required; an optional field may be undefined.
call('getMyProjects');
call('getTasks', { project_id: 'p' });
call('getTasks', { project_id: 'p', query: { status: 'complete', page: undefined, no_user: true } });
// @ts-expect-error not a status
call('getTasks', { project_id: 'p', query: { status: 'completed' } });
// @ts-expect-error the ids are required
call('getTasksInBulk', { project_id: 'p' });

// Ids joined by commas are an array, JSON text is an object or the text itself, a flag is a boolean.
const IDS = ['a', 'b'] as const;
call('getTasksInBulk', { project_id: 'p', query: { task_id: IDS } });
// @ts-expect-error an array is wanted
call('getTasksInBulk', { project_id: 'p', query: { task_id: 'a,b' } });
expectTypeOf<NonNullable<Params<'getAnnotationList'>['query']>['query']>().toEqualTypeOf<
  AnnotationQuery | string | undefined
>();
expectTypeOf<NonNullable<Params<'getTasks'>['query']>['rejected_only']>().toEqualTypeOf<boolean | undefined>();

// A body is demanded where Annofab demands it.
call('patchTasksMetadata', { project_id: 'p', body: { t: { exported: true, count: 3, note: 'x' } } });
// @ts-expect-error the body is required
call('patchTasksMetadata', { project_id: 'p' });
call('putProject', { project_id: 'p' });
call('assignTasks', { project_id: 'p', body: { request_type: { _type: 'Selection', user_id: 'u', task_ids: ['t'] } } });
// @ts-expect-error Random takes no task ids
call('assignTasks', { project_id: 'p', body: { request_type: { _type: 'Random', task_ids: ['t'] } } });

// The answer is the body of any success.
expectTypeOf<Result<'getTask'>>().toEqualTypeOf<Task>();
expectTypeOf<Result<'getTasksInBulk'>>().toEqualTypeOf<GetTasksInBulkResponse>();
expectTypeOf<Result<'patchTasksMetadata'>>().toEqualTypeOf<Message>();
expectTypeOf<Result<'putProject'>>().toEqualTypeOf<Project | PutProjectResponse>();
expectTypeOf<Result<'deleteSupplementaryData'>>().toEqualTypeOf<undefined>();

// A union is told apart by `_type`, or by the field that only one member has.
function countGenerated(job: Result<'getProjectJob'>['list'][number]): number | null | undefined {
  return job.job_detail?._type === 'GenTasks' ? job.job_detail.generated_task_count : undefined;
}
function tokenOf(login: Result<'login'>): string | undefined {
  return 'token' in login ? login.token.id_token : undefined;
}
expectTypeOf(countGenerated).returns.toEqualTypeOf<number | null | undefined>();
expectTypeOf(tokenOf).returns.toEqualTypeOf<string | undefined>();
