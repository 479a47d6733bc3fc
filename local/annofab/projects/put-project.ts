import { randomUUID } from 'node:crypto';
import type { ProjectJobInfo, PutProjectRequest } from '../../../lib/annofab/api-description.ts';
import { invalidBody, stateMismatch } from '../core/errors.ts';
import { checkLock } from '../core/lock.ts';
import type { Services } from '../core/services.ts';
import { type AccountRecord, createProjectRecord, type OrganizationRecord, type ProjectRecord } from '../core/state.ts';
import { assertAdministers, requireOrganization } from '../organizations/organization-rules.ts';
import { emptySpecs, mergeConfiguration, newMember, newProject } from './new-project.ts';
import { assertNotInitializing, checkStatus, setStatus } from './project-status.ts';

/**
 * Creates a project in an organization that the caller administers. The caller becomes its owner.
 *
 * @throws Failure 400 without an organization, 403 or 404 for one that the caller does not administer, 409 with a lock
 */
export function createProject(
  { state, clock }: Pick<Services, 'state' | 'clock'>,
  projectId: string,
  request: PutProjectRequest,
  caller: AccountRecord,
): ProjectRecord {
  const { organization_name: name, title, overview, configuration } = request;
  if (name == null) throw invalidBody('organization_name is required for a new project');
  const { organization } = findAdministered(state, name, caller);
  checkLock('project', undefined, request.last_updated_datetime);
  assertNotInitializing(request);
  const at = clock.stamp();
  const project = newProject(
    {
      project_id: projectId,
      organization_id: organization.organization_id,
      title,
      overview,
      input_data_type: request.input_data_type ?? 'image',
      configuration,
    },
    at,
  );
  const record = createProjectRecord(project, emptySpecs(projectId));
  record.members.set(caller.account.account_id, newMember(projectId, caller, 'owner', at));
  setStatus(record, request.status, at);
  state.projects.set(projectId, record);
  return record;
}

/**
 * Changes a project's title, overview, settings and status, and starts its move when the request names another
 * organization. The type of its input data never changes.
 *
 * @returns the job of the move, if there is one
 * @throws Failure 409 for a stale lock, an invalid status, a move while the project is not suspended or has a job in
 * progress; 403 or 404 for a destination that the caller does not administer
 */
export function changeProject(
  services: Services,
  record: ProjectRecord,
  request: PutProjectRequest,
  caller: AccountRecord,
): ProjectJobInfo | undefined {
  const { project } = record;
  checkLock('project', project.updated_datetime, request.last_updated_datetime);
  checkStatus(record, request);
  const destination = destinationOf(services, record, request, caller);
  const job = destination && startMove(services, record, destination);
  const at = services.clock.stamp();
  project.title = request.title;
  if (request.overview != null) project.overview = request.overview;
  project.configuration = mergeConfiguration(project.configuration, request.configuration);
  project.updated_datetime = at;
  setStatus(record, request.status, at);
  return job;
}

function findAdministered(state: Services['state'], name: string, caller: AccountRecord): OrganizationRecord {
  const organization = requireOrganization(state, name);
  assertAdministers(organization, caller);
  return organization;
}

function destinationOf(
  { state }: Services,
  { project }: ProjectRecord,
  { organization_name: name }: PutProjectRequest,
  caller: AccountRecord,
): OrganizationRecord | undefined {
  const present = state.organizations.get(project.organization_id)?.organization.organization_name;
  if (name == null || name === present) return undefined;
  const destination = findAdministered(state, name, caller);
  if (project.project_status !== 'suspended') {
    throw stateMismatch(`The project ${project.project_id} must be suspended before it moves to another organization`);
  }
  return destination;
}

/** The project keeps its members, also those who are not in the new organization. */
function startMove({ jobs, clock }: Services, record: ProjectRecord, { organization }: OrganizationRecord) {
  const { project } = record;
  const dataSets = { from: project.configuration.input_data_set_id_list[0] ?? project.project_id, to: randomUUID() };
  return jobs.start(record, {
    type: 'move-project',
    detail: {
      _type: 'MoveProject',
      src_organization_id: project.organization_id,
      dest_organization_id: organization.organization_id,
      src_input_data_set_id: dataSets.from,
      dest_input_data_set_id: dataSets.to,
    },
    run: () => {
      project.organization_id = organization.organization_id;
      project.configuration.input_data_set_id_list = [dataSets.to];
      project.updated_datetime = clock.stamp();
      for (const data of [...record.inputData.values(), ...[...record.supplementary.values()].flat()]) {
        data.organization_id = organization.organization_id;
        data.input_data_set_id = dataSets.to;
      }
    },
  });
}
