import { raceSignal } from '../../../core/async/race-signal.ts';
import { readAhead } from '../../../core/async/read-ahead.ts';
import type { SharedEntries } from '../shared-entries.ts';
import { planByteRanges } from './byte-ranges.ts';
import { type ByteSource, readInto } from './byte-source.ts';
import type { EntryTable } from './entry-table.ts';

/** Short enough that the threads end at about the same time, and long enough that a request by URL is worth it. */
const RANGE_BYTES = 2 ** 20;

export function shareEntries(source: ByteSource, table: EntryTable): SharedEntries {
  return {
    size: source.size,
    columns: table.columns,
    workAhead(indices, limit, work, signal) {
      const free: ArrayBuffer[] = [];
      const ranges = planByteRanges(table, indices, source.size, RANGE_BYTES);
      return readAhead(
        ranges,
        limit,
        async ({ indices, start, end }, stop) => {
          const length = end - start;
          const memory = (length <= RANGE_BYTES && free.pop()) || new ArrayBuffer(Math.max(length, RANGE_BYTES));
          await readInto(source, Buffer.from(memory, 0, length), start, stop);
          const done = await raceSignal(stop, () => work({ indices, start, length, memory }));
          if (done.memory.byteLength === RANGE_BYTES) free.push(done.memory);
          return done.result;
        },
        signal,
      );
    },
    read: (start, length) => source.read(start, length),
  };
}
