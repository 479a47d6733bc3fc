/**
 * A quick search of a JSON text for numbers that a JavaScript number cannot hold, or prints in another way. Every answer is searched,
 * mostly in vain: WebAssembly (number-search.wat) suspects places among 16 characters at once, and what is there is read here.
 */
import { lazy } from '../lazy.ts';
import { MODULE } from './generated/number-search.ts';

const DIGITS = '0123456789';

/** What a character can be, one bit for each; number-search.wat finds neighbours with certain bits. */
const CLASSES = [
  ' \t\n\r\0,]}', // It ends a number, as the end of the text does.
  '0',
  `-.${DIGITS}`, // With a 0 behind it, and the end of the number then: `-0`, `1.0`, and integers, which are harmless.
  `+-${DIGITS}`,
  'eE', // Between a digit and a digit or a sign.
  DIGITS,
  `.${DIGITS}`, // Eight of them: every number of 16 characters has eight whose first is at a multiple of eight.
  '.', // With zeros: 0.0000001 is printed as 1e-7.
];
const END_ZERO = 1 << 2;
const EXPONENT = 1 << 5;
const LONG = 1 << 6;
const SMALL = 1 << 7;

/** Added to a character: the hexadecimal digits of the sum tell the classes apart, but for a few characters that are found in vain. */
const OFFSET = 3;

/** How many characters are searched at once. Pieces overlap by the margin, so that what is cut by one is whole in the next. */
const PIECE = 2 ** 15;
const MARGIN = 64;
/** What is longer may be cut in both pieces. */
const LONGEST = 40;
/** Where the text begins: behind five vectors, and zeros, which are no part of a number. */
const START = 128;

/** TypeScript's library describes it for browsers only. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
  ) => {
    readonly exports: {
      readonly memory: { readonly buffer: ArrayBuffer };
      find(at: number, end: number, endings: number, zeros: number): number;
    };
  };
};

const search = lazy(() => {
  const module = new WebAssembly.Module(Buffer.from(MODULE, 'base64'));
  const { memory, find } = new WebAssembly.Instance(module).exports;
  const bytes = Buffer.from(memory.buffer);
  for (const [bit, characters] of CLASSES.entries()) {
    for (const character of characters) {
      const code = character.charCodeAt(0) + OFFSET;
      bytes[code & 15] = (bytes[code & 15] ?? 0) | (1 << bit);
      bytes[16 + (code >> 4)] = (bytes[16 + (code >> 4)] ?? 0) | (1 << bit);
    }
  }
  bytes.fill(15, 32, 48).fill(OFFSET, 48, 64).fill(LONG, 64, 80);
  return { bytes, text: new DataView(memory.buffer), find };
});

/**
 * Whether a text has a number that passes the test, among those with 16 digits or an exponent, and, if `spelling` is given, those that
 * JavaScript prints in another way: `1.0`, `0.0000001`, `-0`. It may be within a string, and is always found if it is very long.
 */
export function someNumber(json: string, spelling: boolean, test: (number: string) => boolean): boolean {
  const { bytes } = search();
  for (let from = 0; from === 0 || from + MARGIN < json.length; from += PIECE - MARGIN) {
    const piece = json.length <= PIECE ? json : json.slice(from, from + PIECE);
    // The low byte of each character: ASCII stays what it is; what looks like it besides can only be found in vain.
    const end = START + bytes.write(piece, START, 'latin1');
    bytes.fill(0, end, end + 32);
    if (someOfPiece(end, spelling, test)) return true;
  }
  return false;
}

function someOfPiece(end: number, spelling: boolean, test: (number: string) => boolean): boolean {
  const { bytes, text, find } = search();
  const endings = spelling ? END_ZERO | EXPONENT : EXPONENT;
  const zeros = spelling ? SMALL : 0;
  // The zero byte behind the text ends a number, too.
  for (let at = START; ; at += 1) {
    at = find(at, end + 1, endings, zeros);
    if (at > end) return false;
    const start = startOfNumber(text, at);
    at = endOfNumber(text, at);
    if (at - start > LONGEST) return true;
    if (beginsNumber(text.getUint8(start - 1)) && endsNumber(text.getUint8(at)) && !isShortInteger(text, start, at)) {
      if (test(bytes.toString('latin1', start, at))) return true;
    }
  }
}

function startOfNumber(text: DataView, within: number): number {
  let start = within;
  while (isPart(text.getUint8(start - 1))) start -= 1;
  return start;
}

function endOfNumber(text: DataView, within: number): number {
  let end = within;
  while (isPart(text.getUint8(end))) end += 1;
  return end;
}

/** Most of what is found in vain: a multiple of ten. */
function isShortInteger(text: DataView, start: number, end: number): boolean {
  if (end - start > 15) return false;
  for (let at = start; at < end; at += 1) if (!isDigit(text.getUint8(at))) return false;
  return true;
}

const COMMA = 0x2c;

function isPart(byte: number): boolean {
  return isDigit(byte) || byte === 0x2e || byte === 0x2d || byte === 0x2b || (byte | 0x20) === 0x65;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** White space, the begin of the text, `,`, `:`, or `[`. */
function beginsNumber(byte: number): boolean {
  return byte <= 0x20 || byte === COMMA || byte === 0x3a || byte === 0x5b;
}

/** White space, the end of the text, `,`, `]`, or `}`. */
function endsNumber(byte: number): boolean {
  return byte <= 0x20 || byte === COMMA || byte === 0x5d || byte === 0x7d;
}
