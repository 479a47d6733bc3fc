import type { FrameKey, SimpleArchive, SimpleDetail, SimpleFrame } from '../annofab/index.ts';
import { isId } from '../core/ids.ts';
import type { ImageSizes } from './image-sizes.ts';
import { fileExtension } from './images/file-extension.ts';
import type { ImageSource, LocalImage } from './images/image-folder.ts';
import { imageOf } from './images/image-of.ts';
import { shownSize } from './images/shown-size.ts';
import type { Category } from './labels/categories.ts';
import { placeOf } from './report.ts';
import { type Selection, selectAttributes, selectsAnnotation, selectsFrame } from './selection.ts';
import { readMaskShape, readSegment } from './shapes/outer-shapes.ts';
import { type ImageSize, isInImage, type Shape } from './shapes/shape.ts';
import { type ShapeOrReason, toShape } from './shapes/to-shape.ts';
import type { Split, TaskMetadata } from './split.ts';
import type { ReportBuilder } from './tally.ts';

/** What a dataset is made from. */
export interface DatasetSource {
  readonly archive: Pick<SimpleArchive, 'frames'>;
  /** Undefined when they are not known: then only masks have a size. */
  readonly imageSizes?: ImageSizes | undefined;
  /** Where the images are. An image gives its size where `imageSizes` does not. */
  readonly images?: ImageSource | undefined;
  /** Of a task. Needed only to split by metadata. */
  readonly metadataOf?: ((task_id: string) => TaskMetadata | undefined) | undefined;
}

/** An attribute by its English name, with what its values are wherever it has that name. */
export interface AttributeColumn {
  readonly name: string;
  readonly values: 'boolean' | 'number' | 'text';
  /** Its values are tracking ids: the same object has the same in several frames. */
  readonly isTracking?: true | undefined;
}

/** What is decided before the first frame is read. */
export interface DatasetPlan {
  readonly categories: readonly Category[];
  /** Those that are selected, once for each name; empty without annotation specs. */
  readonly attributes: readonly AttributeColumn[];
  readonly selection: Selection;
  readonly split: Split;
}

/** An annotation that is part of a dataset. */
export interface DatasetAnnotation {
  readonly annotation_id: string;
  readonly category: Category;
  readonly shape: Shape;
  /** By English name: those that are selected and have a value. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Of a point that can be a key point: the annotation of the object that it is linked to. */
  readonly object_id?: string | undefined;
}

/** An image, a frame of a video or a point cloud, with its annotations. */
export interface DatasetFrame extends FrameKey {
  readonly project_id: string;
  readonly input_data_name: string;
  readonly task_phase: string;
  readonly task_status: string;
  /** Absent if it was never annotated. */
  readonly updated_datetime?: string | null | undefined;
  /** `{task_id}/{input_data_id}`: unique in the dataset, and safe as a path, which the name of the input data is not. */
  readonly path: string;
  /** That of its image, its name or its id, in lower case with its dot: `.jpg`; empty if they have none. */
  readonly extension: string;
  /** The part of the dataset, such as `train`. */
  readonly part: string;
  readonly size?: ImageSize | undefined;
  /** Undefined when images were not asked for, or this one is missing. */
  readonly image?: LocalImage | undefined;
  /** Front-most first. */
  readonly annotations: readonly DatasetAnnotation[];
}

/** Which frames to read: positions in archive order, the end excluded. */
export interface FrameRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the frames of a dataset in archive order. Whatever it leaves out or changes is counted in the report.
 *
 * @throws ArchiveEntryError for a frame that cannot be read, unless the archive was opened with `onBadEntry`; the errors of reading
 */
export async function* readDatasetFrames(
  { archive, imageSizes, images, metadataOf }: DatasetSource,
  { categories, selection, split }: DatasetPlan,
  report: ReportBuilder,
  range: FrameRange & { readonly signal?: AbortSignal | undefined },
): AsyncGenerator<DatasetFrame, void, undefined> {
  const isSelected = selectsFrame(selection);
  const read = annotationReader(categories, selection, report);
  for await (const frame of archive.frames({ range, signal: range.signal })) {
    if (!isSelected(frame)) {
      report.frameNotSelected();
      continue;
    }
    const known = imageSizes?.sizeOf(frame.input_data_id);
    const path = pathOf(frame);
    const image = images && imageOf(images, frame, known, report);
    const { annotations, size } = await read(frame, known ?? (image?.header && shownSize(image.header)));
    const metadata = metadataOf?.(frame.task_id);
    const part = split.of(frame.task_id, metadata);
    report.frameWritten(part);
    if (split.lacksKey(metadata)) report.frameNoted('no key', frame);
    if (size === undefined && annotations.some(({ shape }) => isInImage(shape)))
      report.frameNoted('unknown size', frame);
    const { task_id, input_data_id, input_data_name, project_id, task_phase, task_status, updated_datetime } = frame;
    yield {
      ...{ project_id, task_id, input_data_id, input_data_name, task_phase, task_status, updated_datetime },
      path,
      extension: extensionOf(frame, image),
      part,
      size,
      image,
      annotations,
    };
  }
}

interface Annotations {
  readonly annotations: readonly DatasetAnnotation[];
  readonly size: ImageSize | undefined;
}

function annotationReader(categories: readonly Category[], selection: Selection, report: ReportBuilder) {
  const byName = new Map(categories.map((category) => [category.name, category]));
  const [isSelected, selected] = [selectsAnnotation(selection), selectAttributes(selection)];
  return async (frame: SimpleFrame, known: ImageSize | undefined): Promise<Annotations> => {
    const annotations: DatasetAnnotation[] = [];
    const sized = known
      ? { size: known }
      : await sizeByMask(frame, ({ label, attributes }) => byName.has(label) && isSelected(label, attributes));
    const { size, mask } = sized;
    for (const detail of frame.details) {
      const place = () => placeOf(frame, detail.annotation_id);
      if (detail.odd) {
        report.dropped('unreadable', '', place());
        continue;
      }
      const { label, attributes, annotation_id } = detail;
      if (!isSelected(label, attributes)) {
        report.notSelected();
        continue;
      }
      const category = byName.get(label);
      if (category === undefined) {
        report.dropped('unknown label', label, place());
        continue;
      }
      const pending = mask?.detail === detail ? mask.shape : shapeOf(frame, detail, category, size);
      const result = pending instanceof Promise ? await pending : pending;
      if (typeof result === 'string') {
        report.dropped(result, label, place());
        continue;
      }
      if (result.changed) report.changed(result.changed, label, place());
      annotations.push({
        ...{ annotation_id, category, shape: result.shape, attributes: selected(attributes) },
        ...(category.object_links.length > 0 && { object_id: objectOf(attributes, category) }),
      });
    }
    return { annotations, size };
  };
}

/** The size of an image, with the mask that says it where nothing else does. */
interface SizedFrame {
  readonly size?: ImageSize | undefined;
  readonly mask?: { readonly detail: SimpleDetail; readonly shape: ShapeOrReason } | undefined;
}

/** Before any shape is read: the same rules hold for those in front of the mask and behind it. */
async function sizeByMask(frame: SimpleFrame, isSelected: (detail: SimpleDetail) => boolean): Promise<SizedFrame> {
  for (const detail of frame.details) {
    if (detail.odd || !isMask(detail.data) || !isSelected(detail)) continue;
    const shape = await readMask(frame, detail, undefined);
    if (typeof shape !== 'string' && shape.shape.type === 'mask')
      return { size: shape.shape.runs, mask: { detail, shape } };
  }
  return {};
}

type MaskData = Extract<SimpleDetail['data'], { _type: 'Segmentation' | 'SegmentationV2' }>;

function isMask(data: SimpleDetail['data']): data is MaskData {
  return data?._type === 'Segmentation' || data?._type === 'SegmentationV2';
}

function readMask(frame: SimpleFrame, { annotation_id, data }: SimpleDetail, size: ImageSize | undefined) {
  return readMaskShape(frame, annotation_id, { isSemantic: data?._type === 'SegmentationV2', size });
}

/** The attributes need not be selected. */
function objectOf(attributes: Readonly<Record<string, unknown>>, { object_links }: Category): string | undefined {
  return object_links.map((name) => attributes[name]).find(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** A promise only for what lies in another file of the archive. */
function shapeOf(
  frame: SimpleFrame,
  detail: SimpleDetail,
  category: Category,
  size: ImageSize | undefined,
): ShapeOrReason | Promise<ShapeOrReason> {
  const { data, annotation_id } = detail;
  if (data === null) return 'no data';
  if (isMask(data)) return readMask(frame, detail, size);
  if (data._type === 'Unknown' && data.kind === 'SEGMENT') return readSegment(frame, annotation_id);
  return toShape(data, category, size);
}

/** Not empty for an id that ends like the name of a file: `a.jpg` would be the file of `a` with the extension `.jpg`. */
function extensionOf({ input_data_id, input_data_name }: SimpleFrame, image: LocalImage | undefined): string {
  const own = image ? image.extension || image.header?.extension : fileExtension(input_data_name);
  return own || fileExtension(input_data_id);
}

/** @throws RangeError for ids that are not Annofab's: an archive of another origin could lead out of the folder */
function pathOf({ task_id, input_data_id }: FrameKey): string {
  if (isId(task_id) && isId(input_data_id)) return `${task_id}/${input_data_id}`;
  throw new RangeError(
    `The frame ${JSON.stringify(`${task_id}/${input_data_id}`)} cannot be a file: an id has only A-Z a-z 0-9 _ . and -.`,
  );
}
