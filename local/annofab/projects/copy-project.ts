import type {
  InputData,
  Project,
  ProjectCopyRequest,
  SupplementaryData,
} from '../../../lib/annofab/api-description.ts';
import { clone } from '../core/clone.ts';
import type { Settings } from '../core/settings.ts';
import { createProjectRecord, type FileStore, type FrameAnnotation, type ProjectRecord } from '../core/state.ts';
import { copyAddress, copyFile, copyFolder } from '../files/project-files.ts';

/** The destination during the copy job: `initializing`, with the settings of the source. */
export function emptyCopy({ project, specs }: ProjectRecord, request: ProjectCopyRequest, at: string): ProjectRecord {
  const copy: Project = {
    ...clone(project),
    project_id: request.dest_project_id,
    title: request.dest_title,
    project_status: 'initializing',
    created_datetime: at,
    updated_datetime: at,
    summary: {},
  };
  delete copy.overview;
  if (request.dest_overview != null) copy.overview = request.dest_overview;
  return createProjectRecord(copy, { ...clone(specs), project_id: copy.project_id });
}

interface CopyContext {
  readonly source: ProjectRecord;
  readonly copy: ProjectRecord;
  readonly request: ProjectCopyRequest;
  readonly files: FileStore;
  readonly settings: Pick<Settings, 'copyWebhooks'>;
}

/**
 * Copies the members, and what the request names, into the destination, and activates it. Files are copied too, so
 * that each project can delete its own.
 */
export function fillCopy(context: CopyContext, at: string): void {
  const { source, copy, request, settings } = context;
  const copiesWebhooks = settings.copyWebhooks === 'asked' ? request.copy_webhooks : settings.copyWebhooks === 'always';
  const ids = { project_id: copy.project.project_id };
  copyInto(copy.members, source.members, (member) => ({ ...member, ...ids }));
  if (request.copy_inputs) copyInto(copy.inputData, source.inputData, (input) => copyInput(context, input));
  if (request.copy_supplementary_data) {
    copyInto(copy.supplementary, source.supplementary, (list) =>
      list.map((item) => copySupplementaryData(context, item)),
    );
  }
  if (request.copy_tasks) copyInto(copy.tasks, source.tasks, (task) => ({ ...task, ...ids }));
  if (request.copy_annotations) copyInto(copy.annotations, source.annotations, (frame) => copyFrame(context, frame));
  if (request.copy_instructions) copyInstructions(context);
  if (copiesWebhooks) copyInto(copy.webhooks, source.webhooks, (webhook) => ({ ...webhook, ...ids }));
  copy.project.project_status = 'active';
  copy.project.updated_datetime = at;
}

function copyInto<T>(target: Map<string, T>, source: ReadonlyMap<string, T>, change: (value: T) => T): void {
  for (const [key, value] of source) target.set(key, change(clone(value)));
}

function idsOf({ source, copy }: CopyContext): [from: string, to: string] {
  return [source.project.project_id, copy.project.project_id];
}

function copyInput(context: CopyContext, input: InputData): InputData {
  const [from, to] = idsOf(context);
  const { input_data_path: path, original_input_data_path: original } = input;
  return {
    ...input,
    project_id: to,
    input_data_path: copyAddress(context.files, path, from, to),
    ...(original != null && { original_input_data_path: copyAddress(context.files, original, from, to) }),
  };
}

function copySupplementaryData(context: CopyContext, item: SupplementaryData): SupplementaryData {
  const [from, to] = idsOf(context);
  const path = copyAddress(context.files, item.supplementary_data_path, from, to);
  return { ...item, project_id: to, supplementary_data_path: path };
}

/** Without the verbatim text of an imported frame, which names the source project. */
function copyFrame(context: CopyContext, { verbatim: _, ...frame }: FrameAnnotation): FrameAnnotation {
  const [from, to] = idsOf(context);
  const details = frame.details.map((detail) => {
    const { body } = detail;
    if (body._type !== 'Outer') return detail;
    return { ...detail, body: { ...body, path: copyFile(context.files, body.path, from, to) } };
  });
  return { ...frame, details };
}

/** With the images; the pages refer to the copies. */
function copyInstructions(context: CopyContext): void {
  const [from, to] = idsOf(context);
  copyFolder(context.files, 'projects', from, to);
  for (const { history, html } of context.source.instructions) {
    const ownHtml = html.replaceAll(`/projects/${from}/instruction-images/`, `/projects/${to}/instruction-images/`);
    context.copy.instructions.push({ history: { ...history }, html: ownHtml });
  }
}
