import type {
  AnnotationSpecsV3,
  InputData,
  Project,
  ProjectMember,
  SupplementaryData,
  SystemMetadata,
} from '../../../lib/annofab/api-description.ts';
import type { Clock } from '../core/clock.ts';
import { createProjectRecord, FILE_URI, type ProjectRecord, type State } from '../core/state.ts';
import { imageMetadata } from '../input-data/image-size.ts';
import { videoMetadata } from '../input-data/video-length.ts';
import { emptySpecs, newMember, newProject } from '../projects/new-project.ts';
import { setStatus } from '../projects/project-status.ts';
import { findOrganization } from '../server/authorization.ts';
import { accountByUserId, assertSeedId, toStoredFile, within } from './checks.ts';
import type { SeedInputData, SeedProject, SeedSupplementaryData, SeedWebhook } from './seed.ts';
import { addTask } from './task.ts';
import { createWorkTimes } from './work-times.ts';

/** @throws Error saying which part of the seed is wrong */
export function addProject(state: State, seed: SeedProject, clock: Clock, now?: () => Date): void {
  assertSeedId('project_id', seed.project_id);
  if (state.projects.has(seed.project_id)) throw new Error('it exists twice');
  const record = createProjectRecord(toProject(state, seed, clock), toSpecs(seed, clock));
  for (const { user_id, role } of seed.members) addMember(state, record, user_id, role, clock);
  for (const input of seed.input_data) {
    within(`input data ${input.input_data_id}`, () => addInputData(state, record, input, clock));
  }
  for (const item of seed.supplementary_data ?? []) {
    within(`supplementary data ${item.supplementary_data_id}`, () => addSupplementaryData(state, record, item, clock));
  }
  for (const webhook of seed.webhooks ?? [])
    within(`webhook ${webhook.webhook_id}`, () => addWebhook(record, webhook, clock));
  const times = createWorkTimes(clock, now);
  for (const task of seed.tasks) within(`task ${task.task_id}`, () => addTask(state, record, task, clock, times));
  setStatus(record, seed.project_status ?? 'active', clock.stamp());
  state.projects.set(seed.project_id, record);
}

function toProject(state: State, seed: SeedProject, clock: Clock): Project {
  const organization = findOrganization(state, seed.organization_name)?.organization;
  if (!organization) throw new Error(`there is no organization ${seed.organization_name}`);
  const { project_id, title, overview, input_data_type = 'image', configuration } = seed;
  const { organization_id } = organization;
  return newProject({ project_id, organization_id, title, overview, input_data_type, configuration }, clock.stamp());
}

function toSpecs({ project_id, specs }: SeedProject, clock: Clock): AnnotationSpecsV3 {
  return {
    ...emptySpecs(project_id),
    updated_datetime: clock.stamp(),
    ...structuredClone(specs),
    project_id,
  };
}

function addMember(
  state: State,
  record: ProjectRecord,
  userId: string,
  role: ProjectMember['member_role'],
  clock: Clock,
): void {
  const account = accountByUserId(state, userId);
  const member = newMember(record.project.project_id, { account }, role, clock.stamp());
  record.members.set(account.account_id, member);
}

function addInputData(state: State, record: ProjectRecord, seed: SeedInputData, clock: Clock): void {
  assertSeedId('input_data_id', seed.input_data_id);
  const { project_id, organization_id, configuration, input_data_type: type } = record.project;
  const path = `input-data/${project_id}/${seed.input_data_id}`;
  const address = typeof seed.file === 'string' ? seed.file : FILE_URI + path;
  if (typeof seed.file !== 'string') state.files.set(path, toStoredFile(seed.file, clock));
  const input: InputData = {
    input_data_id: seed.input_data_id,
    project_id,
    organization_id,
    input_data_set_id: configuration.input_data_set_id_list[0] ?? project_id,
    input_data_name: seed.input_data_name,
    input_data_path: address,
    ...(typeof seed.file !== 'string' && { original_input_data_path: address }),
    updated_datetime: clock.stamp(),
    sign_required: false,
    metadata: { ...seed.metadata },
    system_metadata: systemMetadata(type, seed),
  };
  record.inputData.set(seed.input_data_id, input);
}

function systemMetadata(type: Project['input_data_type'], { width, height, duration }: SeedInputData): SystemMetadata {
  if (type === 'movie') return videoMetadata(duration);
  if (type === 'custom') return { _type: 'Custom' };
  return imageMetadata(width !== undefined && height !== undefined ? { width, height } : undefined);
}

/** @throws Error when the project has no such input data, or the id is invalid */
function addSupplementaryData(state: State, record: ProjectRecord, seed: SeedSupplementaryData, clock: Clock): void {
  const { input_data_id, supplementary_data_id } = seed;
  const { project_id, organization_id, configuration } = record.project;
  assertSeedId('supplementary_data_id', supplementary_data_id);
  if (!record.inputData.has(input_data_id)) throw new Error(`the project has no input data ${input_data_id}`);
  const path = `supplementary-data/${project_id}/${input_data_id}/${supplementary_data_id}`;
  if (typeof seed.file !== 'string') state.files.set(path, toStoredFile(seed.file, clock));
  const present = record.supplementary.get(input_data_id) ?? [];
  const item: SupplementaryData = {
    organization_id,
    input_data_set_id: configuration.input_data_set_id_list[0] ?? project_id,
    project_id,
    input_data_id,
    supplementary_data_id,
    supplementary_data_name: seed.supplementary_data_name ?? supplementary_data_id,
    supplementary_data_path: typeof seed.file === 'string' ? seed.file : FILE_URI + path,
    supplementary_data_type: seed.supplementary_data_type ?? 'custom',
    supplementary_data_number: seed.supplementary_data_number ?? present.length,
    url: '',
    updated_datetime: clock.stamp(),
  };
  const list = [...present, item].sort((a, b) => a.supplementary_data_number - b.supplementary_data_number);
  record.supplementary.set(input_data_id, list);
}

/** @throws Error when the id or the address is invalid */
function addWebhook({ project, webhooks }: ProjectRecord, seed: SeedWebhook, clock: Clock): void {
  const { webhook_id, method = 'POST', body, url } = seed;
  assertSeedId('webhook_id', webhook_id);
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new Error(`url must be an http or https URL, and not ${url}`);
  if (method === 'GET' && body !== undefined) throw new Error('a webhook with the method GET has no body');
  const now = clock.stamp();
  webhooks.set(webhook_id, {
    project_id: project.project_id,
    webhook_id,
    event_type: seed.event_type,
    webhook_status: seed.webhook_status ?? 'active',
    method,
    headers: structuredClone(seed.headers ?? []),
    ...(body !== undefined && { body }),
    url,
    created_datetime: now,
    updated_datetime: now,
  });
}
