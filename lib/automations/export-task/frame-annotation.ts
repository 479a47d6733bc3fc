import type { SimpleAnnotationDetail } from '../../annofab/index.ts';
import { isJsonObject } from '../../core/json.ts';
import { LoggableError } from '../../core/loggable-error.ts';
import type { EventContext, Services } from '../../runtime/context.ts';

/** One input data of a task. */
export interface Frame {
  readonly project_id: string;
  readonly task_id: string;
  readonly input_data_id: string;
}

/** A frame's annotations as Annofab tells them in its Simple format. */
export interface FrameAnnotation {
  /** What Annofab answered, unchanged. */
  readonly text: string;
  readonly updated_datetime?: string;
  /** The label of each annotation. */
  readonly labels: readonly string[];
  /** The annotations whose data is, or may be, in a file beside. The Simple format says nothing of where. */
  readonly outer: readonly OuterAnnotation[];
}

export interface OuterAnnotation {
  readonly annotation_id: string;
  /**
   * `maybe`: no data, or data of a kind that Annofab or we do not know. Text that is not JSON usually is the place of a 3D
   * segment's file.
   */
  readonly hasFile: 'yes' | 'maybe';
}

/** Where an error happened, for people. */
export function placeOf({ project_id, task_id, input_data_id }: Frame): string {
  return `project ${project_id}, task ${task_id}, input data ${input_data_id}`;
}

/** @throws ApiError as the client does; Error when the answer is no annotation */
export async function readFrameAnnotation(
  { annofab, signal }: EventContext<'task-completed', Pick<Services, 'annofab'>>,
  frame: Frame,
): Promise<FrameAnnotation> {
  const { data, text } = await annofab.getAnnotation({ ...frame }, { signal }).withResponse();
  if (!isJsonObject(data) || !Array.isArray(data.details)) {
    throw new LoggableError(`${placeOf(frame)}: Annofab's answer to getAnnotation is not an annotation`);
  }
  const updated_datetime = data.updated_datetime ?? undefined;
  return {
    text,
    ...(updated_datetime === undefined ? {} : { updated_datetime }),
    labels: data.details.map(({ label }) => label),
    outer: data.details.flatMap((detail) => outerAnnotation(detail) ?? []),
  };
}

function outerAnnotation({ annotation_id, data }: SimpleAnnotationDetail): OuterAnnotation | undefined {
  switch (data?._type) {
    case 'BoundingBox':
    case 'Points':
    case 'SinglePoint':
    case 'Range':
    case 'Classification':
      return undefined;
    case 'Segmentation':
    case 'SegmentationV2':
      return { annotation_id, hasFile: 'yes' };
    case 'Unknown':
      return isJsonObjectText(data.data) ? undefined : { annotation_id, hasFile: 'maybe' };
    default: // Asked for rather than left out: an export is whole, or it is not there.
      return { annotation_id, hasFile: 'maybe' };
  }
}

/** An object, and not just any JSON: an annotation id of digits alone is JSON too. */
function isJsonObjectText(text: unknown): boolean {
  if (typeof text !== 'string') return false;
  try {
    return isJsonObject(JSON.parse(text));
  } catch {
    return false;
  }
}
