/** Reports how much is done. */
export type Progress = (done: number, total?: number) => void;

const BAR_WIDTH = 24;
/** A pseudo-terminal may have no size. */
const DEFAULT_COLUMNS = 80;
/** On a terminal, where the line is written over. */
const REDRAW_MS = 100;
/** Elsewhere, as in a log. */
const LINE_MS = 1_000;

/** Where a bar was drawn whose line is not ended yet. */
let unended: NodeJS.WriteStream | undefined;

/** Ends the line of a bar, so that what is printed next has a line of its own. */
export function endProgressLine(): void {
  unended?.write('\n');
  unended = undefined;
}

/**
 * Shows progress on standard error: a bar on a terminal, elsewhere at most one line a second and one at the end.
 *
 * @param what in the plural, with the verb: `tasks sent`
 * @param total may also come with each call, when it is known only later
 */
export function createProgress(
  what: string,
  total?: number,
  {
    format = String,
    stream = process.stderr,
  }: { format?: (count: number) => string; stream?: NodeJS.WriteStream } = {},
): Progress {
  const begun = performance.now();
  let last = stream.isTTY ? -Infinity : begun;
  return (done, all = total) => {
    const now = performance.now();
    const isEnd = done === all;
    if (!isEnd && now - last < (stream.isTTY ? REDRAW_MS : LINE_MS)) return;
    last = now;
    const left = all === undefined ? undefined : ((now - begun) / 1_000 / done) * (all - done);
    const of = all === undefined ? format(done) : `${format(done)} of ${format(all)}`;
    const text = `${of} ${what}${isEnd || left === undefined || !Number.isFinite(left) ? '' : `, about ${durationText(Math.ceil(left))} left`}`;
    if (!stream.isTTY) {
      stream.write(`${text}\n`);
      return;
    }
    // A line that wraps could not be written over.
    const shown = `${bar(done, all)}${text}`.slice(0, (stream.columns || DEFAULT_COLUMNS) - 1);
    stream.write(`\r${shown}\u001b[K`);
    unended = stream;
    if (isEnd) endProgressLine();
  };
}

export function durationText(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const all = Math.ceil(seconds / 60);
  const [hours, minutes] = [Math.floor(all / 60), all % 60];
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes} min`;
}

/** For `format`: 1.5 MiB. */
export function bytesText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

function bar(done: number, all: number | undefined): string {
  if (all === undefined || all === 0) return '';
  const filled = Math.round((Math.min(done, all) / all) * BAR_WIDTH);
  return `[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}] `;
}
