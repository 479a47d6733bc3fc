import type { Project, ProjectCopyRequest } from '../../lib/annofab/generated/schemas.ts';
import { createProjectRecord, type ProjectRecord } from './state.ts';

/** The destination as it is while the copy is under way: there, with its settings, and `initializing`. */
export function emptyCopy({ project, specs }: ProjectRecord, request: ProjectCopyRequest, at: string): ProjectRecord {
  const copy: Project = {
    ...structuredClone(project),
    project_id: request.dest_project_id,
    title: request.dest_title,
    project_status: 'initializing',
    created_datetime: at,
    updated_datetime: at,
    summary: {},
  };
  delete copy.overview;
  if (request.dest_overview !== undefined) copy.overview = request.dest_overview;
  return createProjectRecord(copy, { ...structuredClone(specs), project_id: copy.project_id });
}

/** Fills the destination: members always, what else the request asks for, and lets it begin its life. */
export function fillCopy(source: ProjectRecord, copy: ProjectRecord, request: ProjectCopyRequest, at: string): void {
  const ids = { project_id: copy.project.project_id };
  copyInto(copy.members, source.members, (member) => ({ ...member, ...ids }));
  if (request.copy_inputs) copyInto(copy.inputData, source.inputData, (input) => ({ ...input, ...ids }));
  if (request.copy_supplementary_data) {
    copyInto(copy.supplementary, source.supplementary, (list) => list.map((item) => ({ ...item, ...ids })));
  }
  if (request.copy_tasks) copyInto(copy.tasks, source.tasks, (task) => ({ ...task, ...ids }));
  if (request.copy_annotations) {
    // An imported frame's text names the source project, so the copy's is written anew.
    copyInto(copy.annotations, source.annotations, ({ verbatim: _, ...frame }) => frame);
  }
  if (request.copy_webhooks) copyInto(copy.webhooks, source.webhooks, (webhook) => ({ ...webhook, ...ids }));
  copy.project.project_status = 'active';
  copy.project.updated_datetime = at;
}

function copyInto<T>(target: Map<string, T>, source: ReadonlyMap<string, T>, change: (value: T) => T): void {
  for (const [key, value] of source) target.set(key, change(structuredClone(value)));
}
