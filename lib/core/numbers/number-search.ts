/**
 * A quick search of a JSON text for numbers that a JavaScript number cannot hold, or prints in another way. Every answer is
 * searched, mostly in vain: a table says what two characters may belong to, and one branch decides over eight of them.
 */

/** What two neighbouring characters may belong to. */
const LONG = 1;
const EXPONENT = 2;
const FRACTION = 4;
const MINUS_ZERO = 8;

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
const PIECE = 2 ** 15;
const MARGIN = 64;

/** A piece between two margins. */
const BUFFER = Buffer.alloc(MARGIN + PIECE + MARGIN);
const TEXT = new DataView(BUFFER.buffer, BUFFER.byteOffset, BUFFER.length);

/**
 * Whether a text may hold a number of 16 digits, one with an exponent, or, if `spelling` is given, one like `1.0`, `0.0000001` and
 * `-0`. It may be within a string, or harmless.
 *
 * @param exponentLength how long an exponent has to be, with its sign
 */
export function mayHoldUnusualNumber(json: string, exponentLength: number, spelling: boolean): boolean {
  const kinds = spelling ? EXPONENT | FRACTION | MINUS_ZERO : EXPONENT;
  for (let from = 0; from === 0 || from + MARGIN < json.length; from += PIECE - MARGIN) {
    const piece = json.length <= PIECE ? json : json.slice(from, from + PIECE);
    // The low byte of each character: ASCII stays what it is; what looks like it besides can only be found in vain.
    const end = MARGIN + BUFFER.write(piece, MARGIN, 'latin1');
    TEXT.setBigUint64(end, 0n);
    if (searchPiece(end, kinds, exponentLength)) return true;
  }
  return false;
}

function searchPiece(end: number, kinds: number, exponentLength: number): boolean {
  for (let at = findKind(MARGIN, end, kinds); at < end; at = findKind(at + 8, end, kinds)) {
    if (looksUnusual(at, kinds, exponentLength)) return true;
  }
  return false;
}

/** The next eight characters of which two have one of the kinds, or all may be in a long number: a run of 16 fills such eight. */
function findKind(from: number, end: number, kinds: number): number {
  for (let at = from; at < end; at += 8) {
    const left = TEXT.getInt32(at, true);
    const right = TEXT.getInt32(at + 4, true);
    const a = KINDS.getUint8(left & 0xffff);
    const b = KINDS.getUint8(left >>> 16);
    const c = KINDS.getUint8(right & 0xffff);
    const d = KINDS.getUint8(right >>> 16);
    if ((((a | b | c | d) & kinds) | (a & b & c & d & LONG)) !== 0) return at;
  }
  return end;
}

/** What is found in eight characters are the bits of one number: a loop over the pairs would branch in another way each time. */
function looksUnusual(start: number, kinds: number, exponentLength: number): boolean {
  const pairs = kindsAt(start) | (kindsAt(start + 2) << 8) | (kindsAt(start + 4) << 16) | (kindsAt(start + 6) << 24);
  for (let found = pairs & (kinds * EACH_PAIR); found !== 0; found &= found - 1) {
    const bit = 31 - Math.clz32(found & -found);
    if (isUnusualAt(start + ((bit >> 3) << 1), 1 << (bit & 7), exponentLength)) return true;
  }
  return (pairs & ALL_LONG) === ALL_LONG && isLongRun(start);
}

/** One kind, times this, is that kind of each of four pairs. */
const EACH_PAIR = 0x01010101;
const ALL_LONG = LONG * EACH_PAIR;

function kindsAt(at: number): number {
  return KINDS.getUint8(TEXT.getUint16(at, true));
}

function isUnusualAt(at: number, kind: number, exponentLength: number): boolean {
  const first = TEXT.getUint8(at);
  if (kind === MINUS_ZERO) return isMinusZero(first === MINUS ? at : at + 1);
  if (kind === FRACTION) return isOddFraction(first === POINT ? at : at + 1);
  return isExponent(isE(first) ? at : at + 1, exponentLength);
}

const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

function isMinusZero(minus: number): boolean {
  return TEXT.getUint8(minus + 1) === ZERO && endsNumber(minus + 2);
}

/** `.0`, `.50`; and `.0000001`, which JavaScript prints as `1e-7`. */
function isOddFraction(point: number): boolean {
  const end = endOfDigits(point + 1);
  return endsNumber(end) && (TEXT.getUint8(end - 1) === ZERO || (TEXT.getUint8(point + 1) === ZERO && end - point > 6));
}

function isExponent(e: number, length: number): boolean {
  const sign = TEXT.getUint8(e + 1);
  const end = endOfDigits(sign === PLUS || sign === MINUS ? e + 2 : e + 1);
  return end - e > length && endsNumber(end) && isDigit(end - 1) && isDigit(e - 1);
}

function isLongRun(at: number): boolean {
  let start = at;
  let end = at;
  while (isDigit(start - 1) || TEXT.getUint8(start - 1) === POINT) start -= 1;
  while (isDigit(end) || TEXT.getUint8(end) === POINT) end += 1;
  return end - start >= 16;
}

function endOfDigits(start: number): number {
  let end = start;
  while (isDigit(end)) end += 1;
  return end;
}

/** Whether a comma, a closing bracket, white space or the end of the text is here. */
function endsNumber(at: number): boolean {
  const byte = TEXT.getUint8(at);
  return byte <= 0x20 || byte === COMMA || byte === 0x5d || byte === 0x7d;
}

function isDigit(at: number): boolean {
  const byte = TEXT.getUint8(at);
  return byte >= ZERO && byte <= NINE;
}

function isE(byte: number): boolean {
  return byte === 0x65 || byte === 0x45;
}
