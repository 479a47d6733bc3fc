import type { AnnofabApi } from '../api.ts';
import { AnnofabError } from '../errors.ts';
import type { AnnotationOutput, AnnotationV2Output } from '../generated/schemas.ts';
import type { RequestOptions } from '../options.ts';

/** The ids of a frame: one input data of one task. */
export interface Frame {
  project_id: string;
  task_id: string;
  input_data_id: string;
}

/** A frame in the text of an error: `project p1, task t1, input data i1`. */
export function placeOf({ project_id, task_id, input_data_id }: Frame): string {
  return `project ${project_id}, task ${task_id}, input data ${input_data_id}`;
}

/**
 * Reads the annotations of a frame with ids instead of names, and the lock for writing them (getEditorAnnotation, version
 * 2).
 *
 * @throws NotFoundError when there is no such frame
 */
export async function getEditorV2(
  client: AnnofabApi,
  frame: Frame,
  { task_history_id, ...options }: RequestOptions & { task_history_id?: string | undefined } = {},
): Promise<AnnotationV2Output> {
  const { project_id, task_id, input_data_id } = frame;
  const query = { v: 2, task_history_id } as const;
  return inV2(await client.getEditorAnnotation({ project_id, task_id, input_data_id, query }, options), frame);
}

/** @throws AnnofabError when Annofab answered in another version */
export function inV2(annotation: AnnotationOutput, frame: Frame): AnnotationV2Output {
  if ('format_version' in annotation) return annotation;
  throw new AnnofabError(
    `${placeOf(frame)}: Annofab returned the annotations in version 1, although version 2 was requested.`,
  );
}
