import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createGunzip, createGzip } from 'node:zlib';
// Not from index.ts: a bundle would evaluate all of the client at the start of the function, datasets or not.
import { NotFoundError } from '../../annofab/errors.ts';
import type { AnnotationSpecs } from '../../annofab/index.ts';
import { createSpecsAccessor, type SpecsAccessor } from '../../annofab/specs/index.ts';
import type { Dataset } from '../../aws/dataset.ts';
import { isJsonObject, type JsonObject, parseJson } from '../../core/json.ts';
import { LoggableError } from '../../core/loggable-error.ts';
import { splitJson } from '../../core/split-json.ts';
import { type ImageSizes, readImageSizes, type SizedInputData, type TaskMetadata } from '../../datasets/index.ts';
import type { Invocation } from '../../runtime/context.ts';
import { datasetKeys } from '../bucket/dataset-keys.ts';
import type { Services } from '../services.ts';
import { contentTypeOf } from './content-type.ts';
import type { DatasetManifest, StoredFile } from './dataset-manifest.ts';

/** What an archive is converted with, as files beside the manifest. */
export const SOURCE_FILES = { specs: 'specs.json', inputs: 'inputs.json.gz', tasks: 'tasks.json.gz' } as const;

type Context = Pick<Invocation, 'signal'> & Services;

interface Place {
  readonly project_id: string;
  readonly version: string;
}

/** Stores the annotation specs of now. */
export async function storeSpecs(ctx: Context, place: Place): Promise<{ file: StoredFile; specs: SpecsAccessor }> {
  const { project_id, version } = place;
  const specs = await ctx.annofab.getAnnotationSpecs({ project_id, query: { v: 3 } }, { signal: ctx.signal });
  const body = `${JSON.stringify(specs, undefined, 2)}\n`;
  const sha256 = createHash('sha256').update(body).digest('hex');
  const key = datasetKeys.file(project_id, version, SOURCE_FILES.specs);
  await ctx.dataset.put(key, body, { contentType: contentTypeOf(key), sha256, signal: ctx.signal });
  const file = { path: SOURCE_FILES.specs, bytes: Buffer.byteLength(body), sha256 };
  return { file, specs: createSpecsAccessor(specs) };
}

/** Stores a list that Annofab wrote last night, compressed. @returns undefined when there is no list yet */
export async function storeList(
  ctx: Context,
  { project_id, version }: Place,
  list: 'inputs' | 'tasks',
): Promise<StoredFile | undefined> {
  const { annofab, dataset, signal } = ctx;
  const refresh = async () => {
    const ask = list === 'inputs' ? annofab.getProjectInputsUrl : annofab.getProjectTasksUrl;
    return (await ask.call(annofab, { project_id }, { signal })).url;
  };
  const url = await refresh().catch((error: unknown) => {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  });
  if (url === undefined) return undefined;
  const { body, discard } = await annofab.files.stream(url, { refresh, signal });
  try {
    const hash = createHash('sha256');
    const compressed = Readable.from(body, { objectMode: false }).compose(createGzip());
    const key = datasetKeys.file(project_id, version, SOURCE_FILES[list]);
    const options = { contentType: contentTypeOf(key), contentLength: 0, signal };
    const { bytes } = await dataset.upload(key, hashed(compressed, hash), options);
    return { path: SOURCE_FILES[list], bytes, sha256: hash.digest('hex') };
  } finally {
    discard();
  }
}

async function* hashed(chunks: AsyncIterable<Buffer>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

/** What a version was stored with. */
export interface VersionSource {
  readonly specs: SpecsAccessor | undefined;
  readonly imageSizes: ImageSizes | undefined;
  readonly metadata: ReadonlyMap<string, TaskMetadata> | undefined;
}

/** Reads the files beside a manifest. @throws LoggableError when one is missing, or not what it should be */
export async function readSource(
  dataset: Dataset,
  manifest: DatasetManifest,
  signal?: AbortSignal,
): Promise<VersionSource> {
  const has = (path: string) => manifest.files.some((file) => file.path === path);
  const open = (path: string) => openFile(dataset, manifest, path, signal);
  return {
    specs: has(SOURCE_FILES.specs) ? await readSpecs(open(SOURCE_FILES.specs)) : undefined,
    imageSizes: has(SOURCE_FILES.inputs) ? await readImageSizes(inputData(open(SOURCE_FILES.inputs))) : undefined,
    metadata: has(SOURCE_FILES.tasks) ? await readMetadata(open(SOURCE_FILES.tasks)) : undefined,
  };
}

async function* openFile(
  dataset: Dataset,
  { project_id, version }: DatasetManifest,
  path: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer, void, undefined> {
  const key = datasetKeys.file(project_id, version, path);
  const object = await dataset.open(key, { signal });
  if (object === undefined) throw new LoggableError(`${key} is missing, though the manifest of its version names it`);
  const body = Readable.from(object.body, { objectMode: false });
  yield* path.endsWith('.gz') ? body.compose(createGunzip()) : body;
}

async function readSpecs(body: AsyncIterable<Buffer>): Promise<SpecsAccessor> {
  const specs = parseJson(await text(body));
  if (!isSpecs(specs)) throw new LoggableError(`${SOURCE_FILES.specs} is not the annotation specs of a project`);
  return createSpecsAccessor(specs);
}

/** This application stored them as Annofab returned them. */
function isSpecs(value: unknown): value is AnnotationSpecs {
  return isJsonObject(value) && Array.isArray(value['labels']);
}

async function* inputData(body: AsyncIterable<Buffer>): AsyncGenerator<SizedInputData, void, undefined> {
  for await (const item of itemsOf(body)) if (isInputData(item)) yield item;
}

function isInputData(item: JsonObject): item is JsonObject & SizedInputData {
  return typeof item['input_data_id'] === 'string' && isJsonObject(item['system_metadata']);
}

async function readMetadata(body: AsyncIterable<Buffer>): Promise<ReadonlyMap<string, TaskMetadata>> {
  const metadata = new Map<string, TaskMetadata>();
  for await (const { task_id, metadata: own } of itemsOf(body))
    if (typeof task_id === 'string' && isJsonObject(own)) metadata.set(task_id, own);
  return metadata;
}

async function* itemsOf(body: AsyncIterable<Buffer>): AsyncGenerator<JsonObject, void, undefined> {
  for await (const json of splitJson(body)) {
    const item = parseJson(json);
    if (isJsonObject(item)) yield item;
  }
}
