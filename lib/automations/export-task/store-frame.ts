import { createHash } from 'node:crypto';
import { type Frame, NotFoundError, placeOf, type SimpleAnnotation } from '../../annofab/index.ts';
import { isJsonObject } from '../../core/json.ts';
import { LoggableError } from '../../core/loggable-error.ts';
import type { EventContext } from '../../runtime/context.ts';
import { framePath, outerFilePath } from '../bucket/dataset-keys.ts';
import type { Services } from '../services.ts';
import type { StoredFile, StoredFrame } from './manifest.ts';
import { mapOuterFiles, missingAnnotation } from './outer-files.ts';

type Context = EventContext<'task-completed', Pick<Services, 'annofab'>>;

/** Stores one file of a frame. */
export type StoreFile = (file: StoredFile, body: Uint8Array | string) => Promise<void>;

/**
 * Copies one frame: its Simple annotation byte for byte, and its outer files. Memory holds one frame's annotation and a few
 * of its files at a time.
 *
 * @throws Error naming project, task and input data when there is no annotation, or one of its files cannot be read
 */
export async function storeFrame(ctx: Context, frame: Frame, store: StoreFile): Promise<StoredFrame> {
  const { task_id, input_data_id } = frame;
  const { text, updated_datetime, details } = await readFrame(ctx, frame);
  const keep = async (path: string, body: Uint8Array | string, content_type: string) => {
    const file = { path, bytes: Buffer.byteLength(body), sha256: sha256(body), content_type };
    await store(file, body);
    return file;
  };

  const frameFile = await keep(framePath(task_id, input_data_id), text, 'application/json');
  const outerFiles = await mapOuterFiles(ctx, frame, details, (annotation_id, bytes) =>
    keep(outerFilePath(task_id, input_data_id, annotation_id), bytes, contentTypeOf(bytes)),
  );
  return {
    input_data_id,
    ...(updated_datetime == null ? {} : { updated_datetime }),
    annotation_count: details.length,
    labels: details.map(({ label }) => label),
    files: [frameFile, ...outerFiles],
  };
}

/** The frame's annotations in the Simple format, with the text as Annofab answered it. */
async function readFrame({ annofab, signal }: Context, frame: Frame): Promise<SimpleAnnotation & { text: string }> {
  try {
    const { data, text } = await annofab.getAnnotation({ ...frame }, { signal }).withResponse();
    if (isJsonObject(data) && Array.isArray(data.details)) return { ...data, text };
  } catch (error) {
    throw error instanceof NotFoundError ? missingAnnotation(frame, error) : error;
  }
  throw new LoggableError(`${placeOf(frame)}: Annofab's answer to getAnnotation is not an annotation`);
}

/** Outer files have neither an extension nor a reliable type, so the first bytes decide. */
function contentTypeOf(bytes: Uint8Array): string {
  if (Buffer.from(bytes.subarray(0, 8)).toString('latin1') === '\x89PNG\r\n\x1a\n') return 'image/png';
  return bytes[0] === 0x7b ? 'application/json' : 'application/octet-stream';
}

function sha256(body: Uint8Array | string): string {
  return createHash('sha256').update(body).digest('hex');
}
