import { appendFileSync, createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isJsonObject, parseJson } from '../../core/json.ts';

const FILE = '.annofab-functions-images.jsonl';

/** A file that a download wrote. */
export interface Downloaded {
  readonly input_data_id: string;
  /** Its name in the folder. */
  readonly file: string;
  readonly bytes: number;
  /** What changes when Annofab has another file. */
  readonly version: string;
}

/** Which files of a folder were downloaded, and in which version. It is written with each file: an interruption loses nothing. */
export interface DownloadRecord {
  /** The input data that a file of the folder was downloaded for: it is not the file of another one that has this name. */
  ownerOf(file: string): string | undefined;
  get(input_data_id: string): Downloaded | undefined;
  add(downloaded: Downloaded): void;
}

export async function openDownloadRecord(folder: string): Promise<DownloadRecord> {
  const path = join(folder, FILE);
  const files = new Map<string, Downloaded>();
  const owners = new Map<string, string>();
  const keep = (downloaded: Downloaded) => {
    files.set(downloaded.input_data_id, downloaded);
    owners.set(downloaded.file, downloaded.input_data_id);
  };
  if (existsSync(path)) {
    for await (const line of createInterface({ input: createReadStream(path) })) {
      const downloaded = read(line);
      if (downloaded) keep(downloaded);
    }
  }
  return {
    ownerOf: (file) => owners.get(file),
    get: (input_data_id) => files.get(input_data_id),
    add(downloaded) {
      keep(downloaded);
      // The line before it may be half a line, where a process was killed.
      appendFileSync(path, `\n${JSON.stringify(downloaded)}`);
    },
  };
}

function read(line: string): Downloaded | undefined {
  let value: unknown;
  try {
    value = parseJson(line);
  } catch {
    return undefined;
  }
  if (!isJsonObject(value)) return undefined;
  const { input_data_id, file, bytes, version } = value;
  const isComplete =
    typeof input_data_id === 'string' &&
    typeof file === 'string' &&
    typeof bytes === 'number' &&
    typeof version === 'string';
  return isComplete ? { input_data_id, file, bytes, version } : undefined;
}
