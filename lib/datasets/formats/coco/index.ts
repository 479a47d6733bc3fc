import type { Format, FrameWriter, MergeContext, ShardContext } from '../../format.ts';
import type { DatasetAnnotation, DatasetFrame } from '../../frames.ts';
import { numberOf } from '../../hash.ts';
import type { Category } from '../../labels/categories.ts';
import { type KeyPoints, keyPointNumbers, keyPointsIn } from '../../labels/key-points.ts';
import { joinLists } from '../../output/join-lists.ts';
import { textWriter } from '../../output/output.ts';
import { placeOf } from '../../report.ts';
import { type CocoOptions, cocoGeometry } from './geometry.ts';
import { idScanner } from './id-scanner.ts';
import { createIdSet } from './id-set.ts';
import { annotationKey, renumbering } from './renumber.ts';

/**
 * COCO: one `annotations/instances_{part}.json` for each part.
 *
 * Ids are numbers of 53 bits made from Annofab's ids, so that they are the same in every version of the dataset. No two images or
 * annotations of a file have the same: the merge gives another one to what has the id of one before it. Category ids are
 * the places of the categories in the annotation specs, from 1. Attributes are in `attributes`, where CVAT, datumaro and FiftyOne read them.
 * Key points are written with the box that they are linked to.
 * An annotation with a tracking id has a `track_id`, as COCO's extensions for videos do.
 *
 * @see https://cocodataset.org/#format-data
 */
export function coco(options: CocoOptions = {}): Format {
  return {
    name: 'coco',
    images: 'images',
    start: (shard) => createWriter(shard, options),
    async merge(context) {
      for (const part of context.plan.split.names) await writeInstances(context, part);
    },
  };
}

function createWriter({ plan, piece, report }: ShardContext, options: CocoOptions): FrameWriter {
  const parts = new Map(
    plan.split.names.map((part) => [
      part,
      { images: textWriter(piece(`${part}.images`)), annotations: textWriter(piece(`${part}.annotations`)) },
    ]),
  );
  const tracking = plan.attributes.filter(({ isTracking }) => isTracking).map(({ name }) => name);
  return {
    async write(frame) {
      const part = parts.get(frame.part);
      if (part === undefined) return;
      const image_id = numberOf(frame.path);
      await part.images.write(`${JSON.stringify(imageOf(frame, image_id))},\n`);
      const keyPoints = keyPointsIn(frame);
      for (const annotation of frame.annotations) {
        if (keyPoints.has(annotation)) {
          report.written(frame.part, annotation.category.name);
          continue;
        }
        const geometry = cocoGeometry(annotation.shape, options);
        if (typeof geometry === 'string') {
          const place = placeOf(frame, annotation.annotation_id);
          report.dropped(geometry, annotation.category.name, place, annotation.shape.type);
          continue;
        }
        report.written(frame.part, annotation.category.name);
        const item = {
          ...idsOf(frame, annotation, image_id),
          ...trackOf(frame, annotation, tracking),
          ...geometry,
          ...keyPointsOf(annotation, keyPoints),
        };
        const written = part.annotations.write(`${JSON.stringify(item)},\n`);
        if (written) await written;
      }
    },
    async end() {
      for (const { images, annotations } of parts.values()) {
        await images.end();
        await annotations.end();
      }
    },
  };
}

/** Its `id` comes first: the merge finds it there. */
function imageOf(frame: DatasetFrame, id: number) {
  const { path, extension, size, task_id, input_data_id, input_data_name } = frame;
  return {
    id,
    ...(size ? { width: size.width, height: size.height } : {}),
    file_name: `${path}${extension}`,
    task_id,
    input_data_id,
    input_data_name,
  };
}

/** Its first fields. */
function idsOf({ path }: DatasetFrame, { annotation_id, category, attributes }: DatasetAnnotation, image_id: number) {
  return {
    id: numberOf(annotationKey(path, annotation_id)),
    image_id,
    category_id: category.index + 1,
    annotation_id,
    attributes,
  };
}

/** The fields of an object whose category has key points. */
function keyPointsOf(annotation: DatasetAnnotation, keyPoints: KeyPoints) {
  const { key_points } = annotation.category;
  if (key_points.length === 0 || annotation.shape.type !== 'box') return undefined;
  const points = keyPoints.of(annotation);
  return { num_keypoints: points.size, keypoints: keyPointNumbers(key_points, points) };
}

function categoryOf({ index, name, key_points }: Category) {
  const keyPoints = key_points.length === 0 ? undefined : { keypoints: key_points, skeleton: [] };
  return { id: index + 1, name, supercategory: '', ...keyPoints };
}

/** The same number wherever a task has the tracking id at the same label: ids of another task or label are other objects. */
function trackOf(
  { task_id }: DatasetFrame,
  { category, attributes }: DatasetAnnotation,
  tracking: readonly string[],
): { track_id?: number } {
  const name = tracking.find((one) => attributes[one] !== undefined);
  if (name === undefined) return {};
  return { track_id: numberOf(JSON.stringify([task_id, category.name, String(attributes[name])])) };
}

type Pieces = ReturnType<MergeContext['pieces']>;

/** How the lists of a file get their items. */
interface Lists {
  images(pieces: Pieces): Pieces;
  annotations(pieces: Pieces): Pieces;
}

/** Writes the file of a part; where ids turn out to be taken, once more, with other ones. */
async function writeInstances(context: MergeContext, part: string): Promise<void> {
  const ids = { images: createIdSet(), annotations: createIdSet() };
  await writeFile(context, part, {
    images: (pieces) => watched(pieces, idScanner(ids.images.add)),
    annotations: (pieces) => watched(pieces, idScanner(ids.annotations.add)),
  });
  const free = { images: ids.images.repeated(), annotations: ids.annotations.repeated() };
  if (free.images.size + free.annotations.size > 0) await writeFile(context, part, renumbering(free));
}

async function* watched(pieces: Pieces, watch: (chunk: Uint8Array) => void): AsyncGenerator<AsyncIterable<Uint8Array>> {
  for await (const piece of pieces) yield watchedPiece(piece, watch);
}

async function* watchedPiece(piece: AsyncIterable<Uint8Array>, watch: (chunk: Uint8Array) => void) {
  for await (const chunk of piece) {
    watch(chunk);
    yield chunk;
  }
}

async function writeFile({ plan, out, pieces, title }: MergeContext, part: string, lists: Lists): Promise<void> {
  const file = out.createFile(`annotations/instances_${part}.json`);
  await file.write(`{"info":${JSON.stringify({ description: title })},"licenses":[],"categories":[\n`);
  await file.write(plan.categories.map((category) => JSON.stringify(categoryOf(category))).join(',\n'));
  await file.write('\n],"images":[\n');
  await joinLists(lists.images(pieces(`${part}.images`)), file);
  await file.write('\n],"annotations":[\n');
  await joinLists(lists.annotations(pieces(`${part}.annotations`)), file);
  await file.write('\n]}\n');
  await file.end();
}
