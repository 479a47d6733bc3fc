import type {
  Project,
  ProjectConfigurationGet,
  ProjectConfigurationPut,
  PutProjectRequest,
} from '../../../lib/annofab/generated/schemas.ts';
import { failure, invalidBody, stateMismatch } from '../errors.ts';
import type { HandlerTable } from '../handler.ts';
import { checkLock } from '../lock.ts';
import type { ProjectRecord, State } from '../state.ts';

export const projects = {
  getProject: ({ project }) => project.project,

  putProject: ({ project: record, body, clock, state }) => {
    const { project } = record;
    if (!body) throw invalidBody('The body is missing');
    checkLock('project', project.updated_datetime, body.last_updated_datetime);
    checkOrganization(state, project, body);
    checkStatus(record, body);
    Object.assign(project, {
      title: body.title,
      project_status: body.status,
      configuration: mergeConfiguration(project.configuration, body.configuration),
      updated_datetime: clock.stamp(),
    });
    if (body.overview !== undefined) project.overview = body.overview;
    return project;
  },
} satisfies HandlerTable;

function checkOrganization(state: State, project: Project, body: PutProjectRequest): void {
  const present = state.organizations.get(project.organization_id)?.organization.organization_name;
  if (body.organization_name !== present) {
    throw failure(501, 'NOT_IMPLEMENTED', 'The emulator cannot move a project to another organization yet');
  }
}

function checkStatus({ project, tasks }: ProjectRecord, { status, force_suspend: force }: PutProjectRequest): void {
  if (status === project.project_status) return;
  if (status === 'initializing') throw invalidBody('Only Annofab itself makes a project initializing');
  if (project.project_status === 'initializing') throw stateMismatch('The project is being initialized');
  const isWorkedOn = [...tasks.values()].some((task) => task.status === 'working');
  if (status === 'suspended' && isWorkedOn && !force) {
    throw stateMismatch('A task is being worked on: force_suspend suspends the project all the same');
  }
}

/** What the body leaves out stays. */
function mergeConfiguration(present: ProjectConfigurationGet, given: ProjectConfigurationPut): ProjectConfigurationGet {
  return { ...present, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}
