import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseDocument, type Scalar, visit } from 'yaml';
import { parseJson } from '../../../../lib/core/json.ts';
import { imageSize } from '../../input-data/image-size.ts';
import { videoLength } from '../../input-data/video-length.ts';
import type { Seed, SeedAccount, SeedFile, SeedFrame, SeedInputData, SeedProject, SeedTask } from '../seed.ts';
import {
  type FileAccount,
  type FileFrame,
  type FileInputData,
  type FileProject,
  type FileTask,
  readDocument,
  readFrame,
  readSpecs,
} from './document.ts';
import { readJson, readSource, reasonOf, type SeedFolder, seedFolder } from './files.ts';
import { toSpecs } from './short-specs.ts';

/**
 * Reads a seed file: YAML, or JSON, which is YAML as well. The files that it names are read at once.
 *
 * @throws Error that begins with the place: `projects[0].tasks[1].phase must be one of …`
 */
export async function readSeed(path: string): Promise<Seed> {
  const folder = seedFolder(dirname(path));
  const document = readDocument(parseYaml(await readText(path)));
  const projects = document.projects ?? [];
  return {
    accounts: document.accounts.map(toAccount),
    organizations: document.organizations.map((one) => ({
      ...one,
      organization_id: one.organization_id ?? uuidOf(`organization ${one.organization_name}`),
    })),
    projects: await inOrder(projects, (project, index) => toProject(project, folder, `projects[${index}]`)),
  };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Error(reasonOf(error), { cause: error });
  }
}

function parseYaml(text: string): unknown {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw new Error(`it is neither YAML nor JSON: ${error.message.split('\n')[0]}`);
  visit(document, { Scalar: (_key, node) => void keepNumber(node) });
  return document.toJS();
}

/** A number that JSON would write in the same way is kept as it is written. */
function keepNumber(node: Scalar): void {
  if (typeof node.value === 'number') node.value = parseJson(node.source ?? '', node.value, 'all');
}

function toAccount({ account_id, username, ...account }: FileAccount): SeedAccount {
  const { user_id } = account;
  return { ...account, account_id: account_id ?? uuidOf(`account ${user_id}`), username: username ?? user_id };
}

async function toProject(project: FileProject, folder: SeedFolder, place: string): Promise<SeedProject> {
  const { specs, labels, input_data = [], tasks = [], supplementary_data = [], ...rest } = project;
  if (specs && labels) throw new Error(`${place} has both specs and labels: choose one`);
  return {
    ...rest,
    title: project.title ?? project.project_id,
    specs: specs ? await toFullSpecs(specs, folder, `${place}.specs`) : toSpecs(labels ?? [], `${place}.labels`),
    input_data: await inOrder(input_data, (one, index) => toInputData(one, folder, `${place}.input_data[${index}]`)),
    tasks: await inOrder(tasks, (task, index) => toTask(task, folder, `${place}.tasks[${index}]`)),
    supplementary_data: await inOrder(supplementary_data, async (one, index) => ({
      ...one,
      file: await toFile(one.file, folder, `${place}.supplementary_data[${index}].file`),
    })),
  };
}

async function toFullSpecs(
  specs: NonNullable<FileProject['specs']>,
  folder: SeedFolder,
  place: string,
): Promise<SeedProject['specs']> {
  return 'path' in specs ? readSpecs(await readJson(specs.path, folder, place), place) : specs;
}

async function toInputData(one: FileInputData, folder: SeedFolder, place: string): Promise<SeedInputData> {
  const { input_data_id, input_data_name = input_data_id } = one;
  const file = await toFile(one.file, folder, `${place}.file`);
  return { ...measuresOf(file), ...one, input_data_name, file };
}

/** The size of an image or the length of a video, from the file itself. */
function measuresOf(file: SeedInputData['file']): Pick<SeedInputData, 'width' | 'height' | 'duration'> {
  if (typeof file === 'string' || typeof file.bytes === 'function') return {};
  const duration = videoLength(file.bytes);
  return { ...imageSize(file.bytes), ...(duration !== undefined && { duration }) };
}

async function toFile(source: FileInputData['file'], folder: SeedFolder, place: string): Promise<SeedFile | string> {
  return typeof source === 'string' ? source : await readSource(source, folder, place);
}

async function toTask({ annotations = {}, ...task }: FileTask, folder: SeedFolder, place: string): Promise<SeedTask> {
  const frames = await inOrder(Object.entries(annotations), async ([id, frame]) => [
    id,
    await toFrame(frame, folder, `${place}.annotations.${id}`),
  ]);
  return { ...task, annotations: Object.fromEntries(frames) };
}

async function toFrame(frame: FileFrame, folder: SeedFolder, place: string): Promise<SeedFrame> {
  if ('path' in frame) return readFrame(await readJson(frame.path, folder, place), place);
  const files = await inOrder(Object.entries(frame.files ?? {}), async ([id, source]) => [
    id,
    await readSource(source, folder, `${place}.files.${id}`),
  ]);
  return { details: frame.details, files: Object.fromEntries(files) };
}

/** One after the other, so that a seed with thousands of images does not open all of them at once. */
async function inOrder<From, To>(items: readonly From[], change: (item: From, index: number) => Promise<To>) {
  const changed: To[] = [];
  for (const [index, item] of items.entries()) changed.push(await change(item, index));
  return changed;
}

/** An id in the form of a UUID, always the same for a name. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}
