/** Copies of one archive, each in a process of its own, since the memory that one has grown counts for the next. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript, startScript } from '../measure.ts';
import type { Copied } from './copy-archive.ts';

/** What archive-server.ts prints. */
export interface Archive {
  readonly api: string;
  readonly archiveUrl: string;
  readonly bytes: number;
}

/** What bucket-server.ts prints. */
export interface Bucket {
  readonly bucket: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Makes an archive of a size and serves it until the work is done. */
export async function whileArchiveServed<Result>(
  mebibytes: number,
  work: (archive: Archive) => Promise<Result>,
): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-mirror-'));
  const server = await startScript<Archive>(script('archive-server.ts'), [String(mebibytes), directory]);
  try {
    return await work(server.first);
  } finally {
    await server.stop();
    await rm(directory, { recursive: true });
  }
}

/** @param args of copy-archive.ts */
export async function copyArchive(args: readonly string[], archive: Archive, { env, bucket }: Bucket): Promise<Copied> {
  const BENCH = JSON.stringify({ ...archive, bucket });
  const copied = await runScript<Copied>(script('copy-archive.ts'), args, { ...env, BENCH });
  if (copied.bytes !== archive.bytes)
    throw new Error(`${args.join(' ')} copied ${copied.bytes} of ${archive.bytes} bytes`);
  return copied;
}

function script(name: string): URL {
  return new URL(name, import.meta.url);
}
