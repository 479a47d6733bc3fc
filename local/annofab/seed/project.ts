import type {
  AnnotationSpecsV3,
  InputData,
  Project,
  ProjectMember,
  SystemMetadata,
} from '../../../lib/annofab/api-description.ts';
import type { Clock } from '../core/clock.ts';
import { createProjectRecord, FILE_URI, type ProjectRecord, type State } from '../core/state.ts';
import { imageMetadata } from '../input-data/image-size.ts';
import { videoMetadata } from '../input-data/video-length.ts';
import { emptySpecs, newMember, newProject } from '../projects/new-project.ts';
import { setStatus } from '../projects/project-changes.ts';
import { findOrganization } from '../server/authorization.ts';
import { accountByUserId, assertSeedId, toStoredFile, within } from './checks.ts';
import type { SeedInputData, SeedProject } from './seed.ts';
import { addSupplementaryData } from './supplementary-data.ts';
import { addTask } from './task.ts';
import { addWebhook } from './webhook.ts';

/** @throws Error saying which part of the seed is wrong */
export function addProject(state: State, seed: SeedProject, clock: Clock): void {
  assertSeedId('project_id', seed.project_id);
  if (state.projects.has(seed.project_id)) throw new Error('it is there twice');
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
  for (const task of seed.tasks) within(`task ${task.task_id}`, () => addTask(state, record, task, clock));
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
