import { assertId } from '../http/path.ts';

interface Base {
  /** Default `https://annofab.com`. */
  baseUrl?: string | undefined;
}

interface TaskIds {
  project_id: string;
  task_id: string;
}

/** The position at which the editor opens: an input data, and optionally an annotation in it. */
type Place =
  | { input_data_id?: undefined; annotation_id?: undefined }
  | { input_data_id: string; annotation_id?: string | undefined };

const ANNOFAB_URL = 'https://annofab.com';
const POINT_CLOUD_EDITOR_BASE = 'https://d2rljy8mjgrfyd.cloudfront.net/3d-editor-latest/index.html';

/**
 * Returns the URL of a project's page.
 *
 * @example
 * projectUrl({ project_id: 'p1' }) // https://annofab.com/projects/p1
 * @throws InvalidIdError when an id cannot be part of a URL
 */
export function projectUrl({ project_id }: { project_id: string }, { baseUrl = ANNOFAB_URL }: Base = {}): string {
  assertId('project_id', project_id);
  return `${baseUrl.replace(/\/+$/, '')}/projects/${encodeURIComponent(project_id)}`;
}

/**
 * Returns the URL of a task in the image editor.
 *
 * @example
 * editorUrl({ project_id: 'p1', task_id: 't1', input_data_id: 'i1', annotation_id: 'a1' })
 * // https://annofab.com/projects/p1/tasks/t1/editor?#i1/a1
 * @throws InvalidIdError when an id cannot be part of a URL
 */
export function editorUrl(params: TaskIds & Place, options?: Base): string {
  const place = placeOf(params);
  return `${taskUrl(params, options)}/editor${place === '' ? '' : `?#${place}`}`;
}

/**
 * Returns the URL of a task in the video editor.
 *
 * @param params.seconds the position in the video, in seconds
 * @example
 * videoEditorUrl({ project_id: 'p1', task_id: 't1', annotation_id: 'a1', seconds: 3.3 })
 * // https://annofab.com/projects/p1/tasks/t1/timeline?#a1/3.3
 * @throws InvalidIdError when an id cannot be part of a URL
 */
export function videoEditorUrl(
  params: TaskIds & { annotation_id?: string | undefined; seconds?: number | undefined },
  options?: Base,
): string {
  const { annotation_id, seconds } = params;
  if (annotation_id !== undefined) assertId('annotation_id', annotation_id);
  const place = `${encodeURIComponent(annotation_id ?? '')}${seconds === undefined ? '' : `/${Math.round(seconds * 1_000) / 1_000}`}`;
  return `${taskUrl(params, options)}/timeline${place === '' ? '' : `?#${place}`}`;
}

/**
 * Returns the URL of a task in the point-cloud editor, which is a plugin on another host.
 *
 * @param options.baseUrl default: the URL of Annofab's own plugin
 * @example
 * pointCloudEditorUrl({ project_id: 'p1', task_id: 't1', input_data_id: 'i1' })
 * // https://d2rljy8mjgrfyd.cloudfront.net/3d-editor-latest/index.html?p=p1&t=t1#/i1
 * @throws InvalidIdError when an id cannot be part of a URL
 */
export function pointCloudEditorUrl(params: TaskIds & Place, { baseUrl = POINT_CLOUD_EDITOR_BASE }: Base = {}): string {
  const { project_id, task_id } = params;
  assertId('project_id', project_id);
  assertId('task_id', task_id);
  const place = placeOf(params);
  return `${baseUrl}?p=${encodeURIComponent(project_id)}&t=${encodeURIComponent(task_id)}${place === '' ? '' : `#/${place}`}`;
}

function taskUrl({ project_id, task_id }: TaskIds, options?: Base): string {
  assertId('task_id', task_id);
  return `${projectUrl({ project_id }, options)}/tasks/${encodeURIComponent(task_id)}`;
}

function placeOf({ input_data_id, annotation_id }: Place): string {
  if (input_data_id === undefined) return '';
  assertId('input_data_id', input_data_id);
  if (annotation_id === undefined) return encodeURIComponent(input_data_id);
  assertId('annotation_id', annotation_id);
  return `${encodeURIComponent(input_data_id)}/${encodeURIComponent(annotation_id)}`;
}
