import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isJsonObject, type JsonObject, parseJson } from '../../../../lib/core/json.ts';
import { contentTypeOf } from '../../input-data/register-input-data.ts';
import type { SeedFile } from '../seed.ts';
import type { FileContent } from './document.ts';

/** Reads the files that a seed file names, relative to its folder. */
export interface SeedFolder {
  /** @throws Error with the place in the seed file, when the file cannot be read */
  read(path: string, place: string): Promise<Buffer>;
}

export function seedFolder(folder: string): SeedFolder {
  return {
    read: async (path, place) => {
      const file = resolve(folder, path);
      try {
        return await readFile(file);
      } catch (error) {
        throw new Error(`${place}: ${path}: ${reasonOf(error)} (${file})`, { cause: error });
      }
    },
  };
}

/** Why a file could not be read. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  return error instanceof Error ? error.message : String(error);
}

/** The content with its type: from the seed, or else from the extension. */
export async function readSource(source: FileContent, folder: SeedFolder, place: string): Promise<SeedFile> {
  if ('path' in source) {
    const bytes = await folder.read(source.path, `${place}.path`);
    return { bytes, content_type: source.content_type ?? contentTypeOf(source.path) };
  }
  if ('text' in source) {
    return { bytes: Buffer.from(source.text), content_type: source.content_type ?? 'text/plain; charset=utf-8' };
  }
  if (!/^[\d+/A-Za-z\s]*={0,2}\s*$/.test(source.base64)) throw new Error(`${place}.base64 is not base64`);
  return {
    bytes: Buffer.from(source.base64, 'base64'),
    content_type: source.content_type ?? 'application/octet-stream',
  };
}

/** @throws Error with the place in the seed file, when it is not a JSON object */
export async function readJson(path: string, folder: SeedFolder, place: string): Promise<JsonObject> {
  const value = parseJson((await folder.read(path, place)).toString(), undefined, 'all');
  if (!isJsonObject(value)) throw new Error(`${place}: ${path} is not a JSON object`);
  return value;
}
