/**
 * The mirror of an archive beside a plain stream copy through the same SDK: speed, processor time and memory; and what other parts
 * would give. File server, bucket and copy run in processes of their own.
 */
import { type Figure, figure, type Run, ratio } from '../figures.ts';
import { interleave, startScript } from '../measure.ts';
import type { Copied } from './copy-archive.ts';
import { type Archive, type Bucket, copyArchive, whileArchiveServed } from './copy-in-process.ts';

const MEBIBYTE = 2 ** 20;
/** The parts that the mirror uses, beside which the others are measured. */
const CHOSEN = { mebibytes: 8, inFlight: 3 };
const IN_FLIGHT = [1, 2, 3, 4, 8];
const PART_MEBIBYTES = [5, 8, 16, 32];
/** How long a bucket takes for each part beyond its transfer. */
const LATENCIES_MS = [0, 20];
const LARGEST_LATENCY_MS = 50;

interface Parts {
  readonly mebibytes: number;
  readonly inFlight: number;
}

export const run: Run = async ({ quick }) => {
  const [size, partsSize] = quick ? [256, 64] : [1_024, 256];
  return [
    ...(await whileArchiveServed(size, (archive) => compare(archive, size, quick ? 3 : 7))),
    ...(await whileArchiveServed(partsSize, (archive) => measureParts(archive, quick))),
  ];
};

async function compare(archive: Archive, size: number, rounds: number): Promise<Figure[]> {
  const { plain, mirror } = await whileBucketRuns(0, (bucket) => {
    const copies = {
      plain: () => copyArchive(['plain'], archive, bucket),
      mirror: () => copyArchive(['mirror'], archive, bucket),
    };
    return interleave(copies, rounds);
  });
  const perCpu = (all: readonly Copied[]) => all.map(({ bytes, cpuSeconds }) => bytes / cpuSeconds);
  const name = `mirror: archive of ${size.toLocaleString('en')} MiB`;
  return [
    figure(`${name}, speed`, speeds(mirror), 'MiB/s'),
    ratio(`${name}, speed beside a stream copy`, speeds(mirror), speeds(plain)),
    ratio(`${name}, beside a stream copy by processor time`, perCpu(mirror), perCpu(plain)),
    figure(`${name}, extra memory`, memory(mirror), 'MiB'),
    figure(`${name}, extra memory of a stream copy`, memory(plain), 'MiB'),
  ];
}

/** The speed with more and fewer parts in flight and, at the largest latency, with smaller and larger ones too. */
async function measureParts(archive: Archive, quick: boolean): Promise<Figure[]> {
  const { mebibytes, inFlight } = CHOSEN;
  const numbers = IN_FLIGHT.map((each): Parts => ({ mebibytes, inFlight: each }));
  const sizes = PART_MEBIBYTES.map((each): Parts => ({ mebibytes: each, inFlight }));
  const figures: Figure[] = [];
  for (const latencyMs of quick ? [LARGEST_LATENCY_MS] : [...LATENCIES_MS, LARGEST_LATENCY_MS]) {
    const isLargest = latencyMs === LARGEST_LATENCY_MS;
    const parts = new Map([...numbers, ...(isLargest ? sizes : [])].map((each) => [nameOf(each), each]));
    const copies = await copyInParts(archive, { latencyMs, parts, rounds: quick ? 1 : 2 });
    const chosen = copies[nameOf(CHOSEN)] ?? [];
    for (const [name, copied] of Object.entries(copies)) {
      const speed = `mirror: ${name}, ${latencyMs} ms each, speed beside that of the mirror`;
      figures.push(ratio(speed, speeds(copied), speeds(chosen)));
      if (isLargest) figures.push(figure(`mirror: ${name}, extra memory`, memory(copied), 'MiB'));
    }
  }
  return figures;
}

interface CopiesInParts {
  readonly latencyMs: number;
  readonly parts: ReadonlyMap<string, Parts>;
  readonly rounds: number;
}

async function copyInParts(archive: Archive, { latencyMs, parts, rounds }: CopiesInParts) {
  return await whileBucketRuns(latencyMs, (bucket) => {
    const uploads = [...parts].map(([name, { mebibytes, inFlight }]) => {
      const upload = () => copyArchive(['parts', String(mebibytes), String(inFlight)], archive, bucket);
      return [name, upload] as const;
    });
    return interleave(Object.fromEntries(uploads), rounds);
  });
}

function nameOf({ mebibytes, inFlight }: Parts): string {
  return `${inFlight} ${inFlight === 1 ? 'part' : 'parts'} of ${mebibytes} MiB in flight`;
}

async function whileBucketRuns<Result>(latencyMs: number, work: (bucket: Bucket) => Promise<Result>): Promise<Result> {
  const server = await startScript<Bucket>(new URL('bucket-server.ts', import.meta.url), [String(latencyMs)]);
  try {
    return await work(server.first);
  } finally {
    await server.stop();
  }
}

function speeds(all: readonly Copied[]): number[] {
  return all.map(({ bytes, seconds }) => bytes / MEBIBYTE / seconds);
}

function memory(all: readonly Copied[]): number[] {
  return all.map(({ extraBytes }) => extraBytes / MEBIBYTE);
}
