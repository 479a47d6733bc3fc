import { createReadStream } from 'node:fs';
import type { AnnotationSpecs } from '../../lib/annofab/index.ts';
import { createSpecsAccessor, type SpecsAccessor } from '../../lib/annofab/specs/index.ts';
import { isJsonObject, type JsonObject, parseJson } from '../../lib/core/json.ts';
import { splitJson } from '../../lib/core/split-json.ts';
import { type ImageSizes, readImageSizes, type SizedInputData, type TaskMetadata } from '../../lib/datasets/index.ts';
import { fileError, readText } from '../files/read-text.ts';
import { UsageError } from '../frame/exit-codes.ts';

/** Reads the answer of `getAnnotationSpecs`, in any version. @throws UsageError when the file is something else */
export async function readSpecsFile(path: string): Promise<SpecsAccessor> {
  const specs = parseJson(await readText(path));
  if (specs === undefined) throw new UsageError(`${path} is not JSON in UTF-8.`);
  if (!isSpecs(specs)) throw new UsageError(`${path} is not the annotation specs of a project: it has no labels.`);
  return createSpecsAccessor(specs);
}

function isSpecs(value: unknown): value is AnnotationSpecs {
  if (!isJsonObject(value) || !Array.isArray(value['labels'])) return false;
  return value['labels'].every(
    (label) => isJsonObject(label) && isJsonObject(label['label_name']) && typeof label['annotation_type'] === 'string',
  );
}

/** Reads the sizes of images from a list of input data, whatever its length: videos and point clouds have none. @throws UsageError when the file is something else */
export async function readInputsFile(path: string): Promise<ImageSizes> {
  return await readImageSizes(itemsOf(path, isInputData, 'input data'));
}

function isInputData(item: JsonObject): item is JsonObject & SizedInputData {
  return typeof item['input_data_id'] === 'string' && isJsonObject(item['system_metadata']);
}

/** Reads the metadata of the tasks from a list of tasks. @throws UsageError when the file is something else */
export async function readTasksFile(path: string): Promise<ReadonlyMap<string, TaskMetadata>> {
  const metadata = new Map<string, TaskMetadata>();
  for await (const task of itemsOf(path, isTask, 'tasks')) metadata.set(task.task_id, task.metadata ?? {});
  return metadata;
}

function isTask(item: JsonObject): item is JsonObject & { task_id: string; metadata?: TaskMetadata | null } {
  const { task_id, metadata } = item;
  return typeof task_id === 'string' && (metadata === undefined || metadata === null || isJsonObject(metadata));
}

/** The items of a list, one after the other. */
async function* itemsOf<Item extends JsonObject>(
  path: string,
  isItem: (item: JsonObject) => item is Item,
  what: string,
): AsyncGenerator<Item, void, undefined> {
  try {
    for await (const text of splitJson(createReadStream(path))) {
      const item = parseJson(text);
      if (!isJsonObject(item) || !isItem(item)) throw new UsageError(`${path} is not a list of ${what}.`);
      yield item;
    }
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${path} is not a list of ${what}: ${error.message}.`);
    throw fileError(error, path);
  }
}
