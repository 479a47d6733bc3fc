/** A source map of version 3, as esbuild writes it. */
export interface SourceMap {
  readonly sources: readonly string[];
  readonly mappings: string;
}

/** A place in a file; line and column begin with 1, as in a stack. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Origin extends Place {
  readonly source: string;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = Uint8Array.from({ length: 128 }, (_, code) => Math.max(0, DIGITS.indexOf(String.fromCharCode(code))));
const COMMA = ','.charCodeAt(0);
const SEMICOLON = ';'.charCodeAt(0);

/**
 * Where places of a bundle come from. It reads the mappings once, and keeps nothing: Node's own `SourceMap` makes an object of
 * each of the 200,000 mappings of a bundle, which takes 80 MB of a function's memory.
 */
export function originsOf({ sources, mappings }: SourceMap, places: readonly Place[]): (Origin | undefined)[] {
  const origins: (Origin | undefined)[] = places.map(() => undefined);
  let at = 0;
  let generatedLine = 1;
  let generatedColumn = 0;
  let onThisLine = indexesOn(generatedLine);
  let [source, line, column] = [0, 0, 0];

  const lastLine = Math.max(0, ...places.map((place) => place.line));

  while (at < mappings.length && generatedLine <= lastLine) {
    const code = mappings.charCodeAt(at);
    if (code === SEMICOLON) {
      generatedLine += 1;
      generatedColumn = 0;
      onThisLine = indexesOn(generatedLine);
      at += 1;
    } else if (code === COMMA) at += 1;
    else readSegment();
  }
  return origins;

  /** The column, and then, unless the place has no source: the source, its line, its column, and perhaps a name. */
  function readSegment(): void {
    generatedColumn += readNumber();
    if (isSegmentOver()) return;
    source += readNumber();
    line += readNumber();
    column += readNumber();
    if (!isSegmentOver()) readNumber();
    for (const index of onThisLine) {
      // The last mapping at or before the place is the right one.
      if (generatedColumn < (places[index]?.column ?? 0)) {
        origins[index] = { source: sources[source] ?? '', line: line + 1, column: column + 1 };
      }
    }
  }

  function indexesOn(line: number): number[] {
    return places.flatMap((place, index) => (place.line === line ? [index] : []));
  }

  function isSegmentOver(): boolean {
    const code = mappings.charCodeAt(at);
    return at >= mappings.length || code === COMMA || code === SEMICOLON;
  }

  /** Base 64 digits of five bits, lowest first; the sixth bit says that more follow, the lowest of all is the sign. */
  function readNumber(): number {
    let value = 0;
    for (let shift = 0; ; shift += 5) {
      const digit = VALUES[mappings.charCodeAt(at)] ?? 0;
      at += 1;
      value += (digit & 31) << shift;
      if ((digit & 32) === 0) return (value & 1) === 1 ? -(value >> 1) : value >> 1;
    }
  }
}
