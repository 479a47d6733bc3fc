/**
 * A quick search of a JSON text for numbers that a JavaScript number cannot hold, or prints in another way. Every answer is
 * searched, mostly in vain: a table says what two characters may belong to, and one branch decides over eight of them.
 */

/** What two neighbouring characters may belong to. */
const LONG = 1;
const EXPONENT = 2;
const FRACTION = 4;
const MINUS_ZERO = 8;
const ALL_BUT_LONG = EXPONENT | FRACTION | MINUS_ZERO;

const DIGITS = '0123456789';

/** By two characters, the first in the low byte. */
const KINDS = new DataView(new ArrayBuffer(2 ** 16));
mark(LONG, `${DIGITS}.`, `${DIGITS}.`);
mark(EXPONENT, DIGITS, 'eE');
mark(EXPONENT, 'eE', `${DIGITS}+-`);
mark(FRACTION, DIGITS, '.');
mark(FRACTION, '.', DIGITS);
mark(MINUS_ZERO, '-', '0');
mark(MINUS_ZERO, ':,[ \n\r\t', '-');

function mark(kind: number, firsts: string, seconds: string): void {
  for (const first of firsts) {
    for (const second of seconds) {
      const pair = first.charCodeAt(0) + second.charCodeAt(0) * 2 ** 8;
      KINDS.setUint8(pair, KINDS.getUint8(pair) | kind);
    }
  }
}

/** How many characters are searched at once. Pieces overlap by the margin, so that what is cut by one is whole in the next. */
export const PIECE = 2 ** 15;
export const MARGIN = 64;

/** A piece between two margins. */
const BUFFER = Buffer.alloc(MARGIN + PIECE + MARGIN);
const TEXT = new DataView(BUFFER.buffer, BUFFER.byteOffset, BUFFER.length);

/** Whether a text may hold a number of 16 digits, one with an exponent, or one like `1.0`, `0.0000001` and `-0`. It may be in a string. */
export function mayHoldUnusualNumber(json: string): boolean {
  return searchPieces(json, BUFFER, searchPiece);
}

/**
 * Searches one piece of a text after the other in a buffer, behind a margin: the low byte of each character. ASCII stays what it
 * is; what looks like it besides can only be found in vain.
 *
 * @param search searches up to the end of a piece
 */
export function searchPieces(json: string, buffer: Buffer, search: (end: number) => boolean): boolean {
  if (json.length <= PIECE) return search(MARGIN + buffer.write(json, MARGIN, 'latin1'));
  for (let from = 0; from + MARGIN < json.length; from += PIECE - MARGIN) {
    if (search(MARGIN + buffer.write(json.slice(from, from + PIECE), MARGIN, 'latin1'))) return true;
  }
  return false;
}

function searchPiece(end: number): boolean {
  TEXT.setBigUint64(end, 0n);
  for (let at = findKind(MARGIN, end); at < end; at = findKind(at + 8, end)) {
    if (looksUnusual(at)) return true;
  }
  return false;
}

/** The next eight characters of which two have one of the kinds, or all may be in a long number: a run of 16 fills such eight. */
function findKind(from: number, end: number): number {
  for (let at = from; at < end; at += 8) {
    const left = TEXT.getInt32(at, true);
    const right = TEXT.getInt32(at + 4, true);
    const a = KINDS.getUint8(left & 0xffff);
    const b = KINDS.getUint8(left >>> 16);
    const c = KINDS.getUint8(right & 0xffff);
    const d = KINDS.getUint8(right >>> 16);
    if ((((a | b | c | d) & ALL_BUT_LONG) | (a & b & c & d & LONG)) !== 0) return at;
  }
  return end;
}

function looksUnusual(start: number): boolean {
  let long = LONG;
  for (let at = start; at < start + 8; at += 2) {
    const kind = KINDS.getUint8(TEXT.getUint16(at, true));
    long &= kind;
    const found = kind & ALL_BUT_LONG;
    if (found === 0) continue;
    const first = TEXT.getUint8(at);
    if ((found & MINUS_ZERO) !== 0 && isMinusZero(first === MINUS ? at : at + 1)) return true;
    if ((found & FRACTION) !== 0 && isOddFraction(first === POINT ? at : at + 1)) return true;
    if ((found & EXPONENT) !== 0 && isExponent(TEXT, isE(first) ? at : at + 1, 1)) return true;
  }
  return long !== 0 && isLongRun(TEXT, start);
}

const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

function isMinusZero(minus: number): boolean {
  return TEXT.getUint8(minus + 1) === ZERO && endsNumber(TEXT, minus + 2);
}

/** `.0`, `.50`; and `.0000001`, which JavaScript prints as `1e-7`. */
function isOddFraction(point: number): boolean {
  const end = endOfDigits(TEXT, point + 1);
  return (
    endsNumber(TEXT, end) && (TEXT.getUint8(end - 1) === ZERO || (TEXT.getUint8(point + 1) === ZERO && end - point > 6))
  );
}

/** @param length how long an exponent has to be, with its sign */
export function isExponent(text: DataView, e: number, length: number): boolean {
  const sign = text.getUint8(e + 1);
  const end = endOfDigits(text, sign === PLUS || sign === MINUS ? e + 2 : e + 1);
  return end - e > length && endsNumber(text, end) && isDigit(text, end - 1) && isDigit(text, e - 1);
}

export function isLongRun(text: DataView, at: number): boolean {
  let start = at;
  let end = at;
  while (isDigit(text, start - 1) || text.getUint8(start - 1) === POINT) start -= 1;
  while (isDigit(text, end) || text.getUint8(end) === POINT) end += 1;
  return end - start >= 16;
}

function endOfDigits(text: DataView, start: number): number {
  let end = start;
  while (isDigit(text, end)) end += 1;
  return end;
}

/** Whether a comma, a closing bracket, white space or the end of the text is here. */
function endsNumber(text: DataView, at: number): boolean {
  const byte = text.getUint8(at);
  return byte <= 0x20 || byte === COMMA || byte === 0x5d || byte === 0x7d;
}

function isDigit(text: DataView, at: number): boolean {
  const byte = text.getUint8(at);
  return byte >= ZERO && byte <= NINE;
}

export function isE(byte: number): boolean {
  return byte === 0x65 || byte === 0x45;
}
