import { expectTypeOf } from 'vitest';
import {
  AnnofabClient,
  type AnnotationSpecsV3,
  type ApiPromise,
  type ApiResponse,
  createSpecsAccessor,
  type InputDataResource,
  type Project,
  type ProjectJobInfo,
  type SupplementaryDataResource,
  type Task,
} from '../../lib/annofab/index.ts';

declare const annofab: AnnofabClient;

// The content is what Annofab's description says, alone or with the response around it.
expectTypeOf(annofab.getTask({ project_id: 'p', task_id: 't' })).toEqualTypeOf<ApiPromise<Task>>();
expectTypeOf(annofab.getTask({ project_id: 'p', task_id: 't' }).withResponse()).resolves.toEqualTypeOf<
  ApiResponse<Task>
>();
expectTypeOf(annofab.getTask({ project_id: 'p', task_id: 't' })).toExtend<Promise<Task>>();

// What an operation needs is needed.
// @ts-expect-error task_id is missing
annofab.getTask({ project_id: 'p' });
// @ts-expect-error everything is missing
annofab.getTask();
// @ts-expect-error a task has no such parameter
annofab.getTask({ project_id: 'p', task_id: 't', phase: 'acceptance' });
// @ts-expect-error an id is text
annofab.getTask({ project_id: 'p', task_id: 1 });
// @ts-expect-error there is no such operation
annofab.getTaks({ project_id: 'p', task_id: 't' });
// @ts-expect-error there is no such query field
annofab.getTasks({ project_id: 'p', query: { stauts: 'complete' } });
// @ts-expect-error the body is required
annofab.patchTasksMetadata({ project_id: 'p' });

// What needs nothing may be given nothing, and still options.
annofab.getMyAccount();
annofab.getMyAccount({}, { signal: AbortSignal.timeout(1), timeoutMs: 1 });
annofab.getTask({ project_id: 'p', task_id: 't' }, { timeoutMs: undefined });
// @ts-expect-error there is no such option
annofab.getMyAccount({}, { timeout: 1 });

// Lists take the query of their operation, without the paging.
expectTypeOf(annofab.tasks.all({ project_id: 'p', query: { status: 'complete' } })).toExtend<AsyncIterable<Task>>();
expectTypeOf(annofab.jobs.all({ project_id: 'p' })).toExtend<AsyncIterable<ProjectJobInfo>>();
expectTypeOf(annofab.projects.all()).toExtend<AsyncIterable<Project>>();
// @ts-expect-error the project is missing
annofab.tasks.all({ query: {} });
// @ts-expect-error not a status
annofab.tasks.all({ project_id: 'p', query: { status: 'completed' } });
// @ts-expect-error paging sets the page
annofab.tasks.all({ project_id: 'p', query: { page: 2 } });
// @ts-expect-error jobs are not cut short, so there is nothing to allow
annofab.jobs.all({ project_id: 'p' }, { allowTruncated: true });
// @ts-expect-error no such role
annofab.projects.idsWithRole(['boss']);

// Who signs in may be left to the environment, and a second factor is asked for by a function.
declare const Client: typeof AnnofabClient;
new Client();
new Client({ credentials: { user_id: 'u', password: 'p', mfaCode: async ({ user_id }) => user_id } });
// @ts-expect-error half a credential
new Client({ credentials: { user_id: 'u' } });
// @ts-expect-error the account is shared by all who ask for it
(await annofab.account()).user_id = 'another';

// An upload has a project and a source.
expectTypeOf(annofab.files.upload({ project_id: 'p', data: 'text' })).toEqualTypeOf<Promise<string>>();
annofab.files.upload({ project_id: 'p', path: 'a.png', contentType: 'image/png' }, { signal: AbortSignal.timeout(1) });
annofab.files.upload({ project_id: 'p', stream: process.stdin });
// @ts-expect-error nothing to upload
annofab.files.upload({ project_id: 'p' });
// @ts-expect-error no project
annofab.files.upload({ data: 'text' });

// These resources are not called InputData and SupplementaryData, which are schemas.
expectTypeOf(annofab.inputData).toEqualTypeOf<InputDataResource>();
expectTypeOf(annofab.supplementaryData).toEqualTypeOf<SupplementaryDataResource>();

// What excludes one another cannot be given together.
declare const task: Task;
declare const specs: AnnotationSpecsV3;
annofab.tasks.assign({ project_id: 'p', task_id: 't', user_id: 'u' });
annofab.tasks.assign({ ...task, account_id: null });
annofab.tasks.find(task);
// @ts-expect-error a task has an account_id, which would win over the user_id
annofab.tasks.assign({ ...task, user_id: 'u' });
// @ts-expect-error one source is enough
annofab.files.upload({ project_id: 'p', path: 'a.png', data: 'b' });
// @ts-expect-error an archive is in one place
annofab.archives.openSimple({ project_id: 'p', path: 'a.zip' });
// @ts-expect-error a label has an id or a name
createSpecsAccessor(specs).label({ id: 'a', name: 'b' });
// @ts-expect-error one way to sign in is enough
new AnnofabClient({ credentials: { pat: 'p', user_id: 'u', password: 'w' } });

// What was read can be changed and written back.
async function readModifyWrite(ids: { project_id: string; task_id: string; input_data_id: string }) {
  const { project_id, task_id, input_data_id } = ids;
  const found = await annofab.getProject({ project_id });
  const { title, overview, project_status, configuration, input_data_type, organization_id, updated_datetime } = found;
  const { organization_name } = await annofab.getOrganizationOfProject({ project_id });
  await annofab.putProject({
    project_id,
    body: {
      ...{ title, overview, input_data_type, organization_name, configuration },
      ...{ status: project_status === 'suspended' ? 'suspended' : 'active', last_updated_datetime: updated_datetime },
    },
  });
  expectTypeOf(organization_id).toBeString();
  const data = await annofab.getInputData({ project_id, input_data_id });
  const { input_data_name, input_data_path, metadata, sign_required } = data;
  await annofab.putInputData({
    ...{ project_id, input_data_id },
    body: { input_data_name, input_data_path, metadata, sign_required, last_updated_datetime: data.updated_datetime },
  });
  const { input_data_id_list, metadata: taskMetadata } = await annofab.getTask({ project_id, task_id });
  await annofab.putTask({ project_id, task_id, body: { input_data_id_list, metadata: taskMetadata } });
  const account = await annofab.getMyAccount();
  const { user_id, username, lang, keylayout, biography } = account;
  await annofab.putMyAccount({ body: { user_id, username, lang, keylayout, biography } });
  for (const webhook of await annofab.getWebhooks({ project_id })) await annofab.webhooks.put(webhook);
  const [supplement] = await annofab.getSupplementaryDataList({ project_id, input_data_id });
  if (supplement) {
    const { supplementary_data_id, url: _, ...body } = supplement;
    await annofab.putSupplementaryData({ project_id, input_data_id, supplementary_data_id, body });
  }
}
expectTypeOf(readModifyWrite).returns.resolves.toBeVoid();

// A provider may return a value or a promise.
new AnnofabClient({ credentials: () => ({ pat: 'p' }) });
new AnnofabClient({ credentials: async () => ({ user_id: 'u', password: 'w', mfaCode: () => '123456' }) });
annofab.files.stream('https://example.com/', { refresh: () => 'https://example.com/' });
