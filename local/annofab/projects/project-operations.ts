import type { ProjectCopyRequest } from '../../../lib/annofab/api-description.ts';
import { isId } from '../../../lib/core/ids.ts';
import { alreadyUpdated, invalidBody, missing, stateMismatch } from '../core/errors.ts';
import { deleteFiles } from '../files/project-files.ts';
import { assertAdministers } from '../organizations/organization-rules.ts';
import { type HandlerTable, reply } from '../server/handler.ts';
import { emptyCopy, fillCopy } from './copy-project.ts';
import { changeProject, createProject } from './put-project.ts';

export const projects = {
  getProject: ({ project }) => project.project,

  getOrganizationOfProject: ({ project: { project }, state }) => {
    const found = state.organizations.get(project.organization_id);
    if (!found) throw missing('organization', project.organization_id);
    return found.organization;
  },

  putProject: (context) => {
    const { project: record, params, body, query, caller } = context;
    if (!body) throw invalidBody('The body is missing');
    if (!record) return createProject(context, params.project_id, body, caller).project;
    const job = changeProject(context, record, body, caller);
    if (!job || query.v !== '2') return record.project;
    return reply(202, structuredClone({ job, project: record.project }));
  },

  deleteProject: ({ project: record, state, jobs }) => {
    const { project } = record;
    if (project.project_status !== 'suspended') {
      throw stateMismatch(`The project ${project.project_id} must be suspended before it is deleted`);
    }
    const job = jobs.start(record, {
      type: 'delete-project',
      run: () => {
        state.projects.delete(project.project_id);
        deleteFiles(state.files, project.project_id);
      },
    });
    return reply(202, structuredClone({ job, project }));
  },

  // The answers of labor control are unknown, so these operations store nothing and answer without a body.
  getLaborControl: () => undefined,
  putLaborControl: () => undefined,
  deleteLaborControl: () => undefined,

  initiateProjectCopy: ({ project, body, caller, state, clock, jobs, webhooks, settings }) => {
    // The owner of the project must also be an administrator of its organization.
    const organization = state.organizations.get(project.project.organization_id);
    if (organization) assertAdministers(organization, caller);
    checkCopyRequest(body);
    if (state.projects.has(body.dest_project_id))
      throw alreadyUpdated(`The project ${body.dest_project_id} exists already`);
    const copy = emptyCopy(project, body, clock.stamp());
    const job = jobs.start(project, {
      type: 'copy-project',
      detail: { _type: 'CopyProject', request: body },
      run: () => {
        const at = clock.stamp();
        fillCopy({ source: project, copy, request: body, files: state.files, settings }, at);
        webhooks.fire(project, 'project-copy-completed', {
          DEST_PROJECT_ID: body.dest_project_id,
          DEST_PROJECT_TITLE: body.dest_title,
          COMPLETE_DATETIME: at,
        });
      },
    });
    state.projects.set(body.dest_project_id, copy);
    return reply(202, { job: structuredClone(job), dest_project: structuredClone(copy.project) });
  },
} satisfies HandlerTable;

const REQUIRED_OPTIONS = {
  copy_tasks: ['copy_inputs'],
  copy_annotations: ['copy_inputs', 'copy_tasks'],
  copy_supplementary_data: ['copy_inputs'],
} as const;

function checkCopyRequest(request: ProjectCopyRequest): void {
  if (!isId(request.dest_project_id))
    throw invalidBody('dest_project_id must be 1 to 256 letters, digits, underscores, hyphens and dots');
  for (const option of ['copy_tasks', 'copy_annotations', 'copy_supplementary_data'] as const) {
    const lacking = request[option] ? REQUIRED_OPTIONS[option].find((other) => !request[other]) : undefined;
    if (lacking) throw invalidBody(`${option} requires ${lacking}`);
  }
}
