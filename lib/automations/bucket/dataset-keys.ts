import { InvalidIdError } from '../../annofab/errors.ts';
import { isId } from '../../core/ids.ts';
import { NonRetryableError } from '../../runtime/outcomes.ts';

/** S3 takes no longer key. Keys hold ASCII alone, so characters are bytes. */
const MAX_KEY_BYTES = 1024;

/**
 * The layout of the bucket. Only this file builds keys, from checked ids and fixed names: neither a dot segment nor a title
 * can get into a key.
 *
 * ```
 * projects/{project_id}/tasks/{task_id}/latest.json                                     the newest version
 *                                      /metadata-lock.json                              the writer of the task's metadata
 *                                      /versions/{version}/manifest.json                written last: a version without it is incomplete
 *                                                         /{task_id}/{input_data_id}.json
 *                                                         /{task_id}/{input_data_id}/{annotation_id}
 * projects/{project_id}/archives/latest.json
 *                               /{version}/manifest.json
 *                               /{version}/annotations.zip
 * dataset-work/{project_id}/{version}/plan.json                                        a version that is converted in shards, for 14 days
 *                                    /…
 * projects/{project_id}/datasets/latest.json
 *                               /tags/{name}.json                                       a version that has a name
 *                               /{version}/manifest.json                                written last: a version without it is incomplete
 *                                         /specs.json, inputs.json.gz, tasks.json.gz    what the archive was converted with
 *                                         /{format}/report.json                         written last: a format without it is incomplete
 *                                                  /files.jsonl                         the sizes and SHA-256 of its files
 *                                                  /…                                   the files of the format
 *                                         /work/{format}/…                              while the format is being written
 *                      /changes/{published_at}-{kind}[-{task_id}].json                  what was published, in order
 *                      /withdrawn-checked.json                                          when all tasks were last compared
 *                      /task-lists/{file}                                               put there by a team: see generateTasks
 *                      /copied-from.json                                                the project that this one is a copy of
 * ```
 *
 * The files of a task's version are laid out as in Annofab's own archive.
 *
 * @throws InvalidIdError for an invalid id; NonRetryableError for ids whose key would be longer than S3 takes
 */
export const taskKeys = {
  latest: (task: TaskIds): string => `${taskPrefix(task)}latest.json`,
  metadataLock: (task: TaskIds): string => `${taskPrefix(task)}metadata-lock.json`,
  version: (task: TaskIds, version: string): string => {
    assertKeyId('version', version);
    return `${taskPrefix(task)}versions/${version}/`;
  },
  manifest: (task: TaskIds, version: string): string => `${taskKeys.version(task, version)}manifest.json`,
  /** @param path of a frame or an outer file inside the version */
  file: (task: TaskIds, version: string, path: string): string => {
    const key = taskKeys.version(task, version) + path;
    if (key.length <= MAX_KEY_BYTES) return key;
    const place = `task ${task.task_id} of project ${task.project_id}`;
    throw new NonRetryableError(
      `${place} cannot be stored under its ids: the key of a file would be ${key.length} bytes long, and S3 takes ${MAX_KEY_BYTES}`,
    );
  },
};

/** The path of a frame's annotation inside a version. */
export function framePath(task_id: string, input_data_id: string): string {
  assertKeyId('task_id', task_id);
  assertKeyId('input_data_id', input_data_id);
  return `${task_id}/${input_data_id}.json`;
}

/** The path of an annotation's outer file inside a version. It has no extension, as in Annofab's archive. */
export function outerFilePath(task_id: string, input_data_id: string, annotation_id: string): string {
  assertKeyId('task_id', task_id);
  assertKeyId('input_data_id', input_data_id);
  assertKeyId('annotation_id', annotation_id);
  return `${task_id}/${input_data_id}/${annotation_id}`;
}

export const archiveKeys = {
  latest: (project_id: string): string => `${archivesPrefix(project_id)}latest.json`,
  manifest: (project_id: string, version: string): string => `${archivePrefix(project_id, version)}manifest.json`,
  archive: (project_id: string, version: string): string => `${archivePrefix(project_id, version)}annotations.zip`,
};

export const datasetKeys = {
  latest: (project_id: string): string => `${datasetsPrefix(project_id)}latest.json`,
  version: (project_id: string, version: string): string => {
    assertKeyId('version', version);
    return `${datasetsPrefix(project_id)}${version}/`;
  },
  manifest: (project_id: string, version: string): string => `${datasetKeys.version(project_id, version)}manifest.json`,
  /** @param path of one of the files that belong to the version */
  file: (project_id: string, version: string, path: string): string => {
    assertKeyId('path', path);
    return `${datasetKeys.version(project_id, version)}${path}`;
  },
  tags: (project_id: string): string => `${datasetsPrefix(project_id)}tags/`,
  tag: (project_id: string, name: string): string => {
    assertKeyId('tag', name);
    return `${datasetKeys.tags(project_id)}${name}.json`;
  },
  /** All versions start with it. */
  versions: (project_id: string): string => datasetsPrefix(project_id),
  /** What a conversion leaves for its end: it is deleted then. */
  work: (project_id: string, version: string, format: string): string => {
    assertKeyId('format', format);
    return `${datasetKeys.version(project_id, version)}work/${format}/`;
  },
  /** All files of the version in a format start with it. */
  format: (project_id: string, version: string, format: string): string => {
    assertKeyId('format', format);
    return `${datasetKeys.version(project_id, version)}${format}/`;
  },
  /** Written last: a format that has it is complete. */
  report: (project_id: string, version: string, format: string): string =>
    `${datasetKeys.format(project_id, version, format)}report.json`,
};

/**
 * What the state machine leaves for its end. It is outside of `projects/`, so that readers do not see it, and a lifecycle rule
 * removes it. The state machine itself writes the results of its map beside it, under `results/`: infra/datasets.yml.
 */
export const datasetWorkKeys = {
  plan: (of: DatasetIds): string => `${workPrefix(of)}plan.json`,
  /** The items of the map: one for each shard of each format. */
  items: (of: DatasetIds, formats: readonly string[]): string => {
    for (const format of formats) assertKeyId('format', format);
    return `${workPrefix(of)}items/${formats.join('-')}.json`;
  },
  imageSizes: (of: DatasetIds): string => `${workPrefix(of)}image-sizes`,
  metadata: (of: DatasetIds): string => `${workPrefix(of)}metadata.json`,
  /** The directory of the part of the archive that a shard reads. */
  directory: (of: DatasetIds, shard: number): string => `${workPrefix(of)}directories/${shard}`,
  /** All pieces of a format start with it. */
  pieces: (of: DatasetIds, format: string): string => {
    assertKeyId('format', format);
    return `${workPrefix(of)}pieces/${format}/`;
  },
};

/** A version of a project's dataset. */
export interface DatasetIds {
  readonly project_id: string;
  readonly version: string;
}

function workPrefix({ project_id, version }: DatasetIds): string {
  assertKeyId('project_id', project_id);
  assertKeyId('version', version);
  return `dataset-work/${project_id}/${version}/`;
}

/** @param path of a file of a dataset, made of checked ids. @throws NonRetryableError when S3 does not take so long a key */
export function keyUnder(prefix: string, path: string): string {
  const key = prefix + path;
  if (key.length <= MAX_KEY_BYTES) return key;
  throw new NonRetryableError(
    `${path} cannot be stored in the bucket: its key would be ${key.length} bytes long, and S3 takes ${MAX_KEY_BYTES}`,
  );
}

export const projectKeys = {
  /** @param published_at in UTC, with milliseconds */
  change: (project_id: string, published_at: string, name: string): string =>
    `${projectPrefix(project_id)}changes/${published_at.replaceAll(/[-:]/g, '')}-${name}.json`,
  withdrawnChecked: (project_id: string): string => `${projectPrefix(project_id)}withdrawn-checked.json`,
  /** All keys of the project's tasks start with it. */
  tasksPrefix: (project_id: string): string => `${projectPrefix(project_id)}tasks/`,
  /** @param file the name of a CSV file, without a folder */
  taskList: (project_id: string, file: string): string => {
    assertKeyId('file', file);
    return `${projectPrefix(project_id)}task-lists/${file}`;
  },
  copiedFrom: (project_id: string): string => `${projectPrefix(project_id)}copied-from.json`,
};

export interface TaskIds {
  readonly project_id: string;
  readonly task_id: string;
}

function taskPrefix({ project_id, task_id }: TaskIds): string {
  assertKeyId('task_id', task_id);
  return `${projectPrefix(project_id)}tasks/${task_id}/`;
}

function archivesPrefix(project_id: string): string {
  return `${projectPrefix(project_id)}archives/`;
}

function datasetsPrefix(project_id: string): string {
  return `${projectPrefix(project_id)}datasets/`;
}

function projectPrefix(project_id: string): string {
  assertKeyId('project_id', project_id);
  return `projects/${project_id}/`;
}

function archivePrefix(project_id: string, version: string): string {
  assertKeyId('version', version);
  return `${archivesPrefix(project_id)}${version}/`;
}

/** Stricter than the client: a key must not need an escape anywhere. @throws InvalidIdError */
function assertKeyId(name: string, value: string): void {
  if (!isId(value)) throw new InvalidIdError(name, '1 to 256 of A-Z a-z 0-9 _ . - and neither "." nor ".."');
}
