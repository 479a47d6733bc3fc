import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { boolean, explain, integer, isJsonObject, literal, object, optional, parseJson } from '../../lib/core/json.ts';

const FORMAT = 'annofab-functions-state';
/** Raised when the folders of the version before can no longer be read. */
const VERSION = 1;

/** The ports of a local stack. They stay the same, because its state has addresses in it: of queues, of webhooks. */
export interface StackPorts {
  readonly http: number;
  readonly annofab: number;
  readonly files: number;
  readonly aws: number;
}

/** A folder with the state of a local stack, which no other process uses. */
export interface StateFolder {
  readonly path: string;
  /** The folder of the embedded AWS. */
  readonly aws: string;
  /** Annofab's last snapshot; undefined in a new folder. */
  readonly snapshot: string | undefined;
  /** Those of the last run. */
  readonly ports: StackPorts | undefined;
  /** Whether the last run was killed: what Annofab changed after its last snapshot is lost. */
  readonly wasKilled: boolean;
  /** When Annofab's last snapshot was taken. */
  readonly savedAt: Date | undefined;
  keepPorts(ports: StackPorts): Promise<void>;
  saveSnapshot(text: string): Promise<void>;
  /** @param clean whether everything was saved */
  close(clean: boolean): Promise<void>;
}

const port = integer(1, 65_535);
const shape = object({
  format: literal(FORMAT),
  version: literal(VERSION),
  running: boolean,
  ports: optional(object({ http: port, annofab: port, files: port, aws: port })),
});

/** The files that a run leaves which is killed before it has written anything else. */
const OF_FIRST_MOMENT = /^(lock(-journal)?|state\.json\.new)$/;

interface Marker {
  readonly running: boolean;
  readonly ports?: StackPorts | undefined;
}

/**
 * Opens a folder of an earlier run, or makes a new one.
 *
 * @throws Error when another process uses it, when it holds something else, or was written by another version
 */
export async function openStateFolder(folder: string): Promise<StateFolder> {
  const path = resolve(folder);
  await mkdir(path, { recursive: true });
  const marker = await readMarker(path);
  const lock = takeLock(path);
  try {
    return await open(path, marker, lock);
  } catch (error) {
    lock.close();
    throw error;
  }
}

async function open(path: string, before: Marker | undefined, lock: DatabaseSync): Promise<StateFolder> {
  const snapshotFile = join(path, 'annofab.json');
  const snapshot = await readFile(snapshotFile, 'utf8').catch(orMissing);
  let ports = before?.ports;
  await writeMarker(path, { running: true, ports });
  return {
    path,
    aws: join(path, 'aws'),
    snapshot,
    ports,
    wasKilled: before?.running === true,
    savedAt: savedAt(snapshot),
    async keepPorts(present) {
      ports = present;
      await writeMarker(path, { running: true, ports });
    },
    saveSnapshot: (text) => replace(snapshotFile, text),
    async close(clean) {
      if (clean) await writeMarker(path, { running: false, ports });
      lock.close();
    },
  };
}

async function readMarker(path: string): Promise<Marker | undefined> {
  const text = await readFile(join(path, 'state.json'), 'utf8').catch(orMissing);
  if (text === undefined) {
    const names = await readdir(path);
    if (names.every((name) => OF_FIRST_MOMENT.test(name))) return undefined;
    throw new Error(`${path} is not empty, and holds no state of a local stack: choose another folder`);
  }
  const value = parseJson(text);
  if (!isJsonObject(value) || value['format'] !== FORMAT) {
    throw new Error(`${path} holds something else than the state of a local stack: choose another folder`);
  }
  if (value['version'] !== VERSION) {
    throw new Error(
      `${path} was written by another version (${String(value['version'])}, and not ${VERSION}): remove it, or choose another folder`,
    );
  }
  const read = shape.read(value);
  if (!read.ok) throw new Error(`${path}: state.json is damaged: ${explain(read.problems)}`);
  return read.value;
}

/** The system releases the lock of a process that ends, however it ends. */
function takeLock(path: string): DatabaseSync {
  const lock = new DatabaseSync(join(path, 'lock'));
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw new Error(`${path} is used by another process: stop it, or choose another folder`, { cause: error });
  }
}

function writeMarker(path: string, marker: Marker): Promise<void> {
  return replace(join(path, 'state.json'), JSON.stringify({ format: FORMAT, version: VERSION, ...marker }));
}

/** Writes a file so that it has its old or its new content, whenever the process ends. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

function savedAt(snapshot: string | undefined): Date | undefined {
  const [, text] = /"saved_datetime":"([^"]+)"/.exec(snapshot?.slice(0, 1_000) ?? '') ?? [];
  return text === undefined ? undefined : new Date(text);
}

function orMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
