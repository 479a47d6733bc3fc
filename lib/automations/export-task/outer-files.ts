import { type AnnotationDetailContentOutput, FileError } from '../../annofab/index.ts';
import { LoggableError } from '../../core/loggable-error.ts';
import { mapInOrder } from '../../core/map-in-order.ts';
import type { EventContext, Services } from '../../runtime/context.ts';
import { loggableMessage, nameOf } from '../../runtime/loggable-message.ts';
import { NonRetryableError } from '../../runtime/outcomes.ts';
import { type Frame, type OuterAnnotation, placeOf } from './frame-annotation.ts';

type Context = EventContext<'task-completed', Pick<Services, 'annofab'>>;

/** A mask is some hundred bytes, a 3D segment some megabytes. What is far beyond would take the function's memory. */
const MAX_FILE_BYTES = 128 * 1024 * 1024;

export interface OuterFile {
  readonly annotation_id: string;
  readonly bytes: Buffer;
}

/**
 * Reads the outer files of a frame and hands each on as it comes, a few at a time. Their addresses are in the editor's
 * format of the annotations alone; one that has run out is asked for once more.
 *
 * @returns what `use` made of each, in the order of the annotations; nothing for those that turned out to have no file
 * @throws Error naming the annotation when its file cannot be had now, NonRetryableError when there can be none
 */
export async function mapOuterFiles<R>(
  ctx: Context,
  frame: Frame,
  annotations: readonly OuterAnnotation[],
  use: (file: OuterFile) => Promise<R>,
): Promise<R[]> {
  if (annotations.length === 0) return [];
  const bodies = await readBodies(ctx, frame);
  let again: Promise<Bodies> | undefined;
  const readAgain = () => {
    again ??= readBodies(ctx, frame);
    return again;
  };
  const results = await mapInOrder(annotations, ctx.settings.fileConcurrency, async (annotation) => {
    const bytes = await readOuterFile(ctx, frame, annotation, bodies, readAgain);
    return bytes === undefined ? [] : [await use({ annotation_id: annotation.annotation_id, bytes })];
  });
  return results.flat();
}

/** Where the data of each annotation is, by its id. */
type Bodies = ReadonlyMap<string, AnnotationDetailContentOutput>;

async function readBodies({ annofab, signal }: Context, frame: Frame): Promise<Bodies> {
  const annotation = await annofab.getEditorAnnotation({ ...frame, query: { v: 2 } }, { signal });
  if (!('format_version' in annotation)) {
    throw new LoggableError(
      `${placeOf(frame)}: Annofab answered getEditorAnnotation in format 1 where 2 was asked for`,
    );
  }
  return new Map(annotation.details.map(({ annotation_id, body }) => [annotation_id, body]));
}

async function readOuterFile(
  ctx: Context,
  frame: Frame,
  annotation: OuterAnnotation,
  bodies: Bodies,
  readAgain: () => Promise<Bodies>,
): Promise<Buffer | undefined> {
  const place = `${placeOf(frame)}, annotation ${annotation.annotation_id}`;
  const file = outerBody(annotation, bodies, place);
  if (file === undefined) return undefined;
  try {
    return await download(ctx, file);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
  // The address has run out, or the file was replaced since: the annotation as it is now tells.
  const fresh = outerBody(annotation, await readAgain(), place);
  if (fresh === undefined) return undefined;
  try {
    return await download(ctx, fresh);
  } catch (cause) {
    if (!(cause instanceof FileError)) throw cause;
    const why = loggableMessage(cause) ?? nameOf(cause);
    throw new LoggableError(`${place}: its file cannot be had, so the task is not exported: ${why}`, { cause });
  }
}

async function download({ annofab, signal }: Context, { url, etag }: { url: string; etag: string }): Promise<Buffer> {
  const { bytes } = await annofab.files.read(url, { maxBytes: MAX_FILE_BYTES, etag, signal });
  return bytes;
}

/**
 * Where the file of an annotation is. `undefined`: its data is complete in the Simple format. Data inside an annotation has
 * no file, also where Annofab cannot tell its type any more because the annotation specs were changed (`InnerUnknown`).
 */
function outerBody({ annotation_id, hasFile }: OuterAnnotation, bodies: Bodies, place: string) {
  const body = bodies.get(annotation_id);
  switch (body?._type) {
    case 'Outer':
      return body;
    case 'Inner':
    case 'InnerUnknown':
      if (hasFile === 'maybe') return undefined;
      throw new NonRetryableError(
        `${place}: it should have a file, but Annofab has its data inside (${body._type}), so the task cannot be exported; ` +
          'if its label was changed in the annotation specs, change it back, or draw the annotation anew',
      );
    case 'OuterUnresolved':
      throw new LoggableError(`${place}: Annofab gives no address for its file, so the task is not exported`);
    default:
      throw new LoggableError(
        `${place}: it is not among the editor's annotations (any more), so the task is not exported`,
      );
  }
}
