import { startScript } from '../measure.ts';
import { type Bucket, copyArchive, whileArchiveServed } from '../mirror/copy-in-process.ts';
import type { Growing } from './grow.ts';

export const mirrorGrowing: Growing = {
  what: 'mirror of a larger archive',
  sizes: [10, 100, 1_000],
  rounds: 2,
  cpuSeconds: (mebibytes) =>
    whileArchiveServed(mebibytes, async (archive) => {
      const bucket = await startScript<Bucket>(new URL('../mirror/bucket-server.ts', import.meta.url));
      try {
        return (await copyArchive(['mirror'], archive, bucket.first)).cpuSeconds;
      } finally {
        await bucket.stop();
      }
    }),
};
