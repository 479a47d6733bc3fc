/** With this each item of a list begins. */
const START = Buffer.from('{"id":');
const NEW_LINE = 10;
const ZERO = 48;

/**
 * Finds the ids in a list that has an item on each line. It is read chunk by chunk, cut anywhere.
 *
 * @param found is called with each id, in the order of the list
 */
export function idScanner(found: (id: number) => void): (chunk: Uint8Array) => void {
  /** How much of `START` this line has so far. */
  let matched = 0;
  let id = 0;
  let isLineDone = false;
  return (chunk) => {
    for (let at = 0; at < chunk.length; at += 1) {
      if (isLineDone) {
        at = chunk.indexOf(NEW_LINE, at);
        if (at < 0) return;
        [matched, id, isLineDone] = [0, 0, false];
        continue;
      }
      const digit = (chunk[at] ?? 0) - ZERO;
      if (matched < START.length && chunk[at] === START[matched]) matched += 1;
      else if (matched === START.length && digit >= 0 && digit <= 9) id = id * 10 + digit;
      else {
        if (matched === START.length) found(id);
        isLineDone = true;
        at -= 1; // It may be the end of the line.
      }
    }
  };
}
