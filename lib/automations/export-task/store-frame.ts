import { createHash } from 'node:crypto';
import { NotFoundError } from '../../annofab/index.ts';
import { LoggableError } from '../../core/loggable-error.ts';
import type { EventContext, Services } from '../../runtime/context.ts';
import { framePath, outerFilePath } from '../bucket/dataset-keys.ts';
import { type Frame, placeOf, readFrameAnnotation } from './frame-annotation.ts';
import type { StoredFile, StoredFrame } from './manifest.ts';
import { mapOuterFiles } from './outer-files.ts';

type Context = EventContext<'task-completed', Pick<Services, 'annofab'>>;

/** Where the files of a frame go. */
export type StoreFile = (file: StoredFile, body: Uint8Array | string) => Promise<void>;

/**
 * Copies one frame: its Simple annotation exactly as Annofab answered it, its outer files beside it. It holds one frame's
 * annotation and a few of its files at a time.
 *
 * @throws Error naming project, task and input data when there is no annotation, or a file of it cannot be had
 */
export async function storeFrame(ctx: Context, frame: Frame, store: StoreFile): Promise<StoredFrame> {
  try {
    return await copyFrame(ctx, frame, store);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    // It passes: when the task was changed just now, it no longer lists the input data at the next look.
    throw new LoggableError(`${placeOf(frame)}: Annofab has no annotation to read, though the task lists it`, {
      cause: error,
    });
  }
}

async function copyFrame(ctx: Context, frame: Frame, store: StoreFile): Promise<StoredFrame> {
  const { task_id, input_data_id } = frame;
  const annotation = await readFrameAnnotation(ctx, frame);
  const keep = async (path: string, body: Uint8Array | string, content_type: string) => {
    const file = { path, bytes: Buffer.byteLength(body), sha256: sha256(body), content_type };
    await store(file, body);
    return file;
  };

  const frameFile = await keep(framePath(task_id, input_data_id), annotation.text, 'application/json');
  const outerFiles = await mapOuterFiles(ctx, frame, annotation.outer, ({ annotation_id, bytes }) =>
    keep(outerFilePath(task_id, input_data_id, annotation_id), bytes, contentTypeOf(bytes)),
  );
  return {
    input_data_id,
    ...(annotation.updated_datetime == null ? {} : { updated_datetime: annotation.updated_datetime }),
    annotation_count: annotation.labels.length,
    labels: annotation.labels,
    files: [frameFile, ...outerFiles],
  };
}

/** Outer files have neither extension nor a reliable type: told by how they begin. */
function contentTypeOf(bytes: Buffer): string {
  if (bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n') return 'image/png';
  return bytes[0] === 0x7b ? 'application/json' : 'application/octet-stream';
}

function sha256(body: Uint8Array | string): string {
  return createHash('sha256').update(body).digest('hex');
}
