import type { ProjectCopyRequest } from '../../../lib/annofab/api-description.ts';
import { isId } from '../../../lib/core/ids.ts';
import { alreadyUpdated, invalidBody } from '../core/errors.ts';
import { assertAdministers } from '../organizations/organization-rules.ts';
import { type HandlerTable, reply } from '../server/handler.ts';
import { emptyCopy, fillCopy } from './copy-project.ts';

export const projectCopy = {
  initiateProjectCopy: ({ project, body, caller, state, clock, jobs, webhooks, settings }) => {
    // Beside the project's owner it takes an administrator of its organization.
    const organization = state.organizations.get(project.project.organization_id);
    if (organization) assertAdministers(organization, caller);
    checkRequest(body);
    if (state.projects.has(body.dest_project_id))
      throw alreadyUpdated(`There is a project ${body.dest_project_id} already`);
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

const needs = {
  copy_tasks: ['copy_inputs'],
  copy_annotations: ['copy_inputs', 'copy_tasks'],
  copy_supplementary_data: ['copy_inputs'],
} as const;

function checkRequest(request: ProjectCopyRequest): void {
  if (!isId(request.dest_project_id)) throw invalidBody('dest_project_id is no id');
  for (const option of ['copy_tasks', 'copy_annotations', 'copy_supplementary_data'] as const) {
    const lacking = request[option] ? needs[option].find((other) => !request[other]) : undefined;
    if (lacking) throw invalidBody(`${option} needs ${lacking}`);
  }
}
