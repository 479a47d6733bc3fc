import { type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameKey } from '../../annofab/index.ts';
import type { ImageProblem } from '../report.ts';
import { type DownloadRecord, openDownloadRecord } from './download-record.ts';
import { fileExtension } from './file-extension.ts';
import type { ImageHeader } from './shown-size.ts';

/** The input data of a frame: an image, or what was annotated instead. */
export interface NamedFrame extends FrameKey {
  readonly input_data_name: string;
}

/** The file of an input data on this machine. */
export interface LocalImage {
  readonly path: string;
  readonly bytes: number;
  /** In lower case with its dot; empty if it has none. */
  readonly extension: string;
  /** Undefined for what is not an image. */
  readonly header: ImageHeader | undefined;
}

/** Where the images of a dataset are found. */
export interface ImageSource {
  /** @returns the image, or why there is none */
  find(frame: NamedFrame): LocalImage | ImageProblem;
}

/** For names without an extension. */
const IMAGE_EXTENSIONS = ['.jpg', '.jpeg', '.png', '.gif', '.webp', '.bmp'] as const;

/**
 * Finds images in a folder of this machine: by the name of the input data, which is often a path, or by its id.
 *
 * @param refused input data whose file could not be downloaded, with the reason: an older file is not taken for them
 */
export async function imageFolder(
  folder: string,
  refused: ReadonlyMap<string, ImageProblem> = new Map(),
): Promise<ImageSource> {
  const { readImageHeader } = await import('./image-header.ts');
  const record = await openDownloadRecord(folder);
  return {
    find(frame) {
      const refusal = refused.get(frame.input_data_id);
      if (refusal !== undefined) return refusal;
      const found = findFile(folder, frame, record);
      if (found) return { ...found, extension: fileExtension(found.path), header: readImageHeader(found.path) };
      return isInside(frame.input_data_name) ? 'not found' : 'outside of folder';
    },
  };
}

/** The file in the folder by name or by id; undefined if there is none. */
export function findFile(
  folder: string,
  frame: NamedFrame,
  record: Pick<DownloadRecord, 'ownerOf'>,
): Pick<LocalImage, 'path' | 'bytes'> | undefined {
  for (const name of namesOf(frame)) {
    if ((record.ownerOf(name) ?? frame.input_data_id) !== frame.input_data_id) continue;
    const path = join(folder, name);
    const found = statOf(path);
    if (found?.isFile()) return { path, bytes: found.size };
  }
  return undefined;
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    // A name of Annofab can be longer than any file's.
    if (error instanceof Error && 'code' in error && error.code === 'ENAMETOOLONG') return undefined;
    throw error;
  }
}

/** The name of the file of an input data, when it is downloaded: no other has it. */
export function fileNameOf({ input_data_id, input_data_name }: NamedFrame): string {
  return input_data_id + (fileExtension(input_data_name) || fileExtension(input_data_id));
}

/** An id of Annofab has no slash, and is no `..`: the reader of frames checks that. */
function* namesOf(frame: NamedFrame): Generator<string, void, undefined> {
  const { input_data_id, input_data_name } = frame;
  if (isInside(input_data_name)) yield input_data_name;
  yield fileNameOf(frame);
  yield input_data_id;
  if (fileExtension(input_data_name) === '') for (const usual of IMAGE_EXTENSIONS) yield input_data_id + usual;
}

/** Whether a name is a path that stays in its folder, on every system: `..`, `/etc` and `C:\` would leave it. */
function isInside(name: string): boolean {
  return !/^[/\\]|^[a-z]:|\0/i.test(name) && !name.split(/[/\\]/).includes('..');
}
