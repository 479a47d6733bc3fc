/**
 * The mirror of an archive beside a plain stream copy through the same SDK: speed and memory. File server, bucket and copy run in
 * processes of their own.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, figure, type Run, ratio } from '../figures.ts';
import { interleave, runScript, startScript } from '../measure.ts';

/** What archive-server.ts prints. */
interface Archive {
  readonly api: string;
  readonly archiveUrl: string;
  readonly bytes: number;
}

/** What bucket-server.ts prints. */
interface Bucket {
  readonly bucket: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What copy-archive.ts prints. */
interface Copied {
  readonly bytes: number;
  readonly seconds: number;
  readonly extraBytes: number;
}

const MEBIBYTE = 2 ** 20;

export const run: Run = async ({ quick }) => {
  const directory = await mkdtemp(join(tmpdir(), 'bench-mirror-'));
  const size = quick ? 256 : 1_024;
  const archive = await startScript<Archive>(script('archive-server.ts'), [String(size), directory]);
  try {
    return await compare(archive.first, size, quick ? 3 : 7);
  } finally {
    await archive.stop();
    await rm(directory, { recursive: true });
  }
};

async function compare(archive: Archive, size: number, rounds: number): Promise<Figure[]> {
  const copies = { plain: () => copy('plain', archive), mirror: () => copy('mirror', archive) };
  const { plain, mirror } = await interleave(copies, rounds);
  const speeds = (all: readonly Copied[]) => all.map(({ bytes, seconds }) => bytes / MEBIBYTE / seconds);
  const memory = (all: readonly Copied[]) => all.map(({ extraBytes }) => extraBytes / MEBIBYTE);
  const name = `mirror: archive of ${size.toLocaleString('en')} MiB`;
  return [
    figure(`${name}, speed`, speeds(mirror), 'MiB/s'),
    ratio(`${name}, speed beside a stream copy`, speeds(mirror), speeds(plain)),
    figure(`${name}, extra memory`, memory(mirror), 'MiB'),
    figure(`${name}, extra memory of a stream copy`, memory(plain), 'MiB'),
  ];
}

/** Each copy gets its own bucket, so that neither finds the other's archive in memory. */
async function copy(kind: 'mirror' | 'plain', archive: Archive): Promise<Copied> {
  const server = await startScript<Bucket>(script('bucket-server.ts'));
  try {
    const { env, bucket } = server.first;
    const BENCH = JSON.stringify({ ...archive, bucket });
    const copied = await runScript<Copied>(script('copy-archive.ts'), [kind], { ...env, BENCH });
    if (copied.bytes !== archive.bytes) throw new Error(`${kind} copied ${copied.bytes} of ${archive.bytes} bytes`);
    return copied;
  } finally {
    await server.stop();
  }
}

function script(name: string): URL {
  return new URL(name, import.meta.url);
}
