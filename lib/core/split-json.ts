const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
/** `[` and `{` differ in one bit, and so do `]` and `}`. */
const [OPENER, CLOSER, PAIR_BIT] = [0x7b, 0x7d, 0x20];

/** The state of the scan between chunks. */
interface Scan {
  /** Whether the outer array or object has started. */
  opened: boolean;
  /** The number of open arrays and objects. */
  depth: number;
  inString: boolean;
  /** Whether the previous byte was a backslash in a string. */
  escaped: boolean;
  /** The part of the current item from earlier chunks. */
  pending: Uint8Array[];
}

/**
 * Splits a streamed JSON array into the texts of its items, or an object into the texts of its fields (`"name": value`).
 * At most one item is in memory. The items are not parsed.
 *
 * @throws SyntaxError when the JSON ends early. Whether an item is valid JSON is not checked.
 */
export async function* splitJson(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const scan: Scan = { opened: false, depth: 0, inString: false, escaped: false, pending: [] };
  for await (const chunk of chunks) yield* itemsOf(chunk, scan);
  if (scan.depth > 0 || !scan.opened) throw new SyntaxError('its JSON is truncated');
}

/** Yields the items that end in this chunk. This loop visits every byte, so it avoids calls and iterators. */
function* itemsOf(chunk: Uint8Array, scan: Scan): Generator<string, void, undefined> {
  let start = 0;
  for (let at = scan.inString ? endOfString(chunk, 0, scan) : 0; at < chunk.length; at += 1) {
    const byte = chunk[at] ?? 0;
    if (byte === QUOTE) {
      scan.inString = true;
      at = endOfString(chunk, at + 1, scan) - 1;
    } else if ((byte | PAIR_BIT) === OPENER) {
      scan.opened = true;
      scan.depth += 1;
      if (scan.depth === 1) start = at + 1;
    } else if ((byte | PAIR_BIT) === CLOSER || (byte === COMMA && scan.depth === 1)) {
      if (byte !== COMMA) scan.depth -= 1;
      if (scan.depth > 1 || (scan.depth === 1 && byte !== COMMA)) continue;
      const text = textUpTo(chunk.subarray(start, at), scan);
      if (text !== '') yield text;
      start = at + 1;
    }
  }
  if (scan.depth > 0) scan.pending.push(chunk.slice(start));
}

/** The index after the open string, or the end of the chunk if the string continues. */
function endOfString(chunk: Uint8Array, from: number, scan: Scan): number {
  for (let at = from; at < chunk.length; at += 1) {
    if (scan.escaped) scan.escaped = false;
    else if (chunk[at] === BACKSLASH) scan.escaped = true;
    else if (chunk[at] === QUOTE) {
      scan.inString = false;
      return at + 1;
    }
  }
  return chunk.length;
}

function textUpTo(rest: Uint8Array, scan: Scan): string {
  const bytes = scan.pending.length === 0 ? rest : Buffer.concat([...scan.pending, rest]);
  scan.pending = [];
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString().trim();
}
