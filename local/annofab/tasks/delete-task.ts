import type { Task } from '../../../lib/annofab/api-description.ts';
import { type FileStore, type FrameAnnotation, frameKey, type ProjectRecord } from '../core/state.ts';
import { findTask, recordTaskUpdate } from './task.ts';

export function deleteTask(project: ProjectRecord, files: FileStore, taskId: string, at: string): Task {
  const task = findTask(project, taskId);
  for (const inputDataId of task.input_data_id_list) deleteFrame(project, files, taskId, inputDataId);
  project.tasks.delete(taskId);
  project.taskHistories.delete(taskId);
  project.taskEvents.delete(taskId);
  recordTaskUpdate(project, at);
  return task;
}

/** Deletes everything on one input data of a task: the annotations of all phases with their files, thumbnails, comments. */
export function deleteFrame(project: ProjectRecord, files: FileStore, taskId: string, inputDataId: string): void {
  const key = frameKey(taskId, inputDataId);
  const pastKeys = (project.taskHistories.get(taskId) ?? []).map((past) => frameKey(past.task_history_id, inputDataId));
  const frames = [project.annotations.get(key), ...pastKeys.map((pastKey) => project.pastAnnotations.get(pastKey))];
  const masks = frames.flatMap((frame) => (frame ? filesOf(frame) : []));
  const thumbnails = project.thumbnails.get(key)?.images.map(({ path }) => path) ?? [];
  for (const path of [...masks, ...thumbnails]) files.delete(path);
  for (const pastKey of pastKeys) project.pastAnnotations.delete(pastKey);
  project.annotations.delete(key);
  project.thumbnails.delete(key);
  project.comments.delete(key);
}

function filesOf({ details }: FrameAnnotation): string[] {
  return details.flatMap(({ body }) => (body._type === 'Outer' ? [body.path] : []));
}
