import { forbidden, invalidBody } from '../core/errors.ts';
import type { Files } from '../core/services.ts';
import { frameKey, type ProjectRecord, type ThumbnailRecord } from '../core/state.ts';
import { uploadedFile } from '../files/uploads.ts';
import { imageSize } from '../input-data/image-size.ts';
import type { HandlerContext, HandlerTable } from '../server/handler.ts';
import { type FrameIds, findFrame } from '../tasks/task.ts';
import { assertMayPutThumbnail } from './edit-permissions.ts';

export const annotationThumbnails = {
  getAnnotationThumbnail: ({ project, params, files }) => {
    assertCustom(project);
    findFrame(project, params);
    return toThumbnail(params, project.thumbnails.get(frameKey(params.task_id, params.input_data_id)), files);
  },

  putAnnotationThumbnail: (context) => {
    const { project, params, body, member, clock, files } = context;
    assertCustom(project);
    assertMayPutThumbnail(findFrame(project, params), member);
    for (const part of Object.values(body.annotations)) {
      if (part._type === 'ImageSlice' && !body.images[part.image]) throw invalidBody(`There is no image ${part.image}`);
    }
    const thumbnail: ThumbnailRecord = {
      images: storeUploads(context),
      annotations: body.annotations,
      annotation_updated_datetime: body.annotation_updated_datetime,
      created_datetime: clock.stamp(),
    };
    project.thumbnails.set(frameKey(params.task_id, params.input_data_id), thumbnail);
    return toThumbnail(params, thumbnail, files);
  },
} satisfies HandlerTable;

/** Only the editors of custom data draw thumbnails. */
function assertCustom({ project }: ProjectRecord): void {
  if (project.input_data_type !== 'custom') {
    throw forbidden(`The project ${project.project_id} has no thumbnails: its input data is not custom`);
  }
}

/** Copies the uploads, which expire after a day. */
function storeUploads(context: HandlerContext<'putAnnotationThumbnail'>): ThumbnailRecord['images'] {
  const { params, body, state } = context;
  const images = body.images.map(({ temporary_path: address }) => {
    const file = uploadedFile(address, context);
    const size = imageSize(file.bytes);
    if (!size) throw invalidBody(`${address} is not an image`);
    return { file, size };
  });
  return images.map(({ file, size }, index) => {
    const path = `thumbnails/${params.project_id}/${params.task_id}/${params.input_data_id}/${index}`;
    state.files.set(path, file);
    return { path, ...size };
  });
}

/** A frame without thumbnails has no date-times. */
function toThumbnail(frame: FrameIds, thumbnail: ThumbnailRecord | undefined, files: Files) {
  const { project_id, task_id, input_data_id } = frame;
  const { images = [], annotations = {}, ...dateTimes } = thumbnail ?? {};
  return {
    project_id,
    task_id,
    input_data_id,
    images: images.map(({ path, width, height }) => ({
      _type: 'Thumbnail' as const,
      url: files.sign(path),
      width,
      height,
    })),
    annotations,
    ...dateTimes,
  };
}
