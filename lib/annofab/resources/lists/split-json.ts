const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
/** `[` and `{`, `]` and `}`: each pair differs in one bit. */
const [opener, closer, pairBit] = [0x7b, 0x7d, 0x20];

/** What there is of a JSON array or object while it streams in. */
interface Scan {
  /** Whether the array or object has begun. */
  opened: boolean;
  /** How many arrays and objects are open. */
  depth: number;
  inString: boolean;
  /** The byte before was a backslash in a string. */
  escaped: boolean;
  /** Of the item that has begun, what came in earlier chunks. */
  begun: Uint8Array[];
}

/**
 * Splits a JSON array into the texts of its items, or an object into those of its fields (`"name": value`), while it
 * streams in: no more than one item is held in memory, and none is read.
 *
 * @throws SyntaxError when it ends early; that an item is JSON is left to who reads it
 */
export async function* splitJson(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const scan: Scan = { opened: false, depth: 0, inString: false, escaped: false, begun: [] };
  for await (const chunk of chunks) yield* itemsOf(chunk, scan);
  if (scan.depth > 0 || !scan.opened) throw new SyntaxError('it ends before its JSON does');
}

/** The items that end in this chunk. Every byte comes by here: no call, no iterator. */
function* itemsOf(chunk: Uint8Array, scan: Scan): Generator<string, void, undefined> {
  let start = 0;
  for (let at = scan.inString ? endOfString(chunk, 0, scan) : 0; at < chunk.length; at += 1) {
    const byte = chunk[at] ?? 0;
    if (byte === quote) {
      scan.inString = true;
      at = endOfString(chunk, at + 1, scan) - 1;
    } else if ((byte | pairBit) === opener) {
      scan.opened = true;
      scan.depth += 1;
      if (scan.depth === 1) start = at + 1;
    } else if ((byte | pairBit) === closer || (byte === comma && scan.depth === 1)) {
      if (byte !== comma) scan.depth -= 1;
      if (scan.depth > 1 || (scan.depth === 1 && byte !== comma)) continue;
      const text = textUpTo(chunk.subarray(start, at), scan);
      if (text !== '') yield text;
      start = at + 1;
    }
  }
  if (scan.depth > 0) scan.begun.push(chunk.slice(start));
}

/** Where the string that is open goes on to be something else; the end of the chunk where it does not end in it. */
function endOfString(chunk: Uint8Array, from: number, scan: Scan): number {
  for (let at = from; at < chunk.length; at += 1) {
    if (scan.escaped) scan.escaped = false;
    else if (chunk[at] === backslash) scan.escaped = true;
    else if (chunk[at] === quote) {
      scan.inString = false;
      return at + 1;
    }
  }
  return chunk.length;
}

function textUpTo(rest: Uint8Array, scan: Scan): string {
  const bytes = scan.begun.length === 0 ? rest : Buffer.concat([...scan.begun, rest]);
  scan.begun = [];
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString().trim();
}
