import {
  type AnnotationDetailContentOutput,
  FileError,
  type Frame,
  placeOf,
  type SimpleAnnotationDetail,
} from '../../annofab/index.ts';
import { lazy } from '../../core/async/lazy.ts';
import { mapInOrder } from '../../core/async/map-in-order.ts';
import { isJsonObject, parseJson } from '../../core/json.ts';
import { LoggableError } from '../../core/loggable-error.ts';
import type { EventContext } from '../../runtime/context.ts';
import { loggableMessage, nameOf } from '../../runtime/loggable-message.ts';
import { NonRetryableError } from '../../runtime/outcomes.ts';
import type { Services } from '../services.ts';

type Context = EventContext<'task-completed', Pick<Services, 'annofab'>>;

/**
 * Reads the outer files (masks, 3D segments) of a frame, a few at a time, and passes each to `use`. The Simple format does
 * not say where they are, so their addresses come from the editor's annotations; an expired address is requested once more.
 *
 * @param details the annotations in the Simple format
 * @returns the results of `use` in the order of the annotations; none for an annotation that turned out to have no file
 * @throws Error naming the annotation when its file cannot be read now, NonRetryableError when it cannot have one
 */
export async function mapOuterFiles<R>(
  ctx: Context,
  frame: Frame,
  details: readonly SimpleAnnotationDetail[],
  use: (annotation_id: string, bytes: Uint8Array) => Promise<R>,
): Promise<R[]> {
  const annotations = details.flatMap((detail) => annotationWithFile(detail, frame) ?? []);
  if (annotations.length === 0) return [];
  const bodies = await readBodies(ctx, frame);
  const readAgain = lazy(() => readBodies(ctx, frame));
  const results = await mapInOrder(annotations, ctx.settings.fileConcurrency, async (annotation) => {
    const file = await readOuterFile(ctx, annotation, bodies, readAgain);
    return file === undefined ? [] : [await use(annotation.annotation_id, file.bytes)];
  });
  return results.flat();
}

/** The failure when Annofab has no annotations of a frame. The task may just have changed, so it is not permanent. */
export function missingAnnotation(frame: Frame, cause?: unknown): LoggableError {
  return new LoggableError(`${placeOf(frame)}: Annofab has no annotation to read, though the task lists it`, { cause });
}

interface AnnotationWithFile {
  readonly annotation_id: string;
  /** False when the Simple format has no data, or data of an unknown type: only the editor's annotation tells. */
  readonly isCertain: boolean;
  /** For error messages. */
  readonly place: string;
}

function annotationWithFile({ annotation_id, data }: SimpleAnnotationDetail, frame: Frame) {
  const withFile = (isCertain: boolean): AnnotationWithFile => {
    return { annotation_id, isCertain, place: `${placeOf(frame)}, annotation ${annotation_id}` };
  };
  switch (data?._type) {
    case 'BoundingBox':
    case 'Points':
    case 'SinglePoint':
    case 'Range':
    case 'Classification':
      return undefined;
    case 'Segmentation':
    case 'SegmentationV2':
      return withFile(true);
    case 'Unknown': // Text that is not JSON usually is the location of a 3D segment's file.
      return isJsonObjectText(data.data) ? undefined : withFile(false);
    default: // An export must be complete, so the editor's annotation decides.
      return withFile(false);
  }
}

/** Only an object counts: an annotation id that consists of digits is valid JSON too. */
function isJsonObjectText(text: unknown): boolean {
  return typeof text === 'string' && isJsonObject(parseJson(text));
}

/** The data of each annotation, by annotation id. */
type Bodies = ReadonlyMap<string, AnnotationDetailContentOutput>;

async function readBodies({ annofab, signal }: Context, frame: Frame): Promise<Bodies> {
  const annotation = await annofab.annotations.findEditor(frame, { signal });
  if (annotation === undefined) throw missingAnnotation(frame);
  return new Map(annotation.details.map(({ annotation_id, body }) => [annotation_id, body]));
}

async function readOuterFile(
  { annofab, signal }: Context,
  annotation: AnnotationWithFile,
  bodies: Bodies,
  readAgain: () => Promise<Bodies>,
) {
  const read = async (current: Bodies) => {
    const body = outerBody(annotation, current);
    return body && (await annofab.annotations.readOuterFile(body, { signal }));
  };
  try {
    return await read(bodies);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
  // The address has expired, or the file was replaced: the current annotation has the current address.
  try {
    return await read(await readAgain());
  } catch (cause) {
    if (!(cause instanceof FileError)) throw cause;
    const why = loggableMessage(cause) ?? nameOf(cause);
    const message = `${annotation.place}: its file could not be read, so the task is not exported: ${why}`;
    throw new LoggableError(message, { cause });
  }
}

/**
 * The body that has the address of an annotation's file; `undefined` when the Simple format has all of its data. Data inside
 * an annotation has no file, even if the annotation specs changed and Annofab no longer knows its type (`InnerUnknown`).
 */
function outerBody({ annotation_id, isCertain, place }: AnnotationWithFile, bodies: Bodies) {
  const body = bodies.get(annotation_id);
  switch (body?._type) {
    case 'Outer':
      return body;
    case 'Inner':
    case 'InnerUnknown':
      if (!isCertain) return undefined;
      throw new NonRetryableError(
        `${place}: it should have a file, but Annofab has its data inside (${body._type}), so the task cannot be exported; ` +
          'if its label was changed in the annotation specs, change it back, or draw the annotation again',
      );
    case 'OuterUnresolved':
      throw new LoggableError(`${place}: Annofab gives no address for its file, so the task is not exported`);
    default:
      throw new LoggableError(`${place}: it is missing from the editor's annotations, so the task is not exported`);
  }
}
