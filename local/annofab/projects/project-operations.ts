import { invalidBody, missing, stateMismatch } from '../core/errors.ts';
import { deleteFiles } from '../files/project-files.ts';
import { type HandlerTable, reply } from '../server/handler.ts';
import { changeProject, createProject } from './project-changes.ts';

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
} satisfies HandlerTable;
