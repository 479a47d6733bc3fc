/**
 * A quick search of a JSON text for numbers that may lose digits, in WebAssembly: it compares sixteen characters at once, which
 * JavaScript cannot, and takes a quarter of the time of the search for all unusual numbers.
 */
import { lazy } from '../lazy.ts';
import { isE, isExponent, isLongRun, MARGIN, PIECE, searchPieces } from './number-search.ts';

/**
 * The module, of this text (`wat2wasm` makes it):
 *
 *     (module (memory (export "memory") 1)
 *       ;; $at: the address before a block of 16 bytes. $end: the last address. Returns the $at of the next block that has
 *       ;; eight aligned digits or points, or an e with a digit before it and two digits after the next character.
 *       (func (export "find") (param $at i32) (param $end i32) (result i32) (local $x v128)
 *         block loop
 *           (br_if 1 (i32.ge_u (local.get $at) (local.get $end)))
 *           (v128.or
 *             (i64x2.eq (v128.or (digits of (local.tee $x (v128.load offset=1 (local.get $at))))
 *               (i8x16.eq (local.get $x) (points))) (ones))
 *             (v128.and (v128.and (v128.and
 *               (i8x16.eq (v128.or (local.get $x) (0x20 each)) (letters e))
 *               (digits of (v128.load offset=0 (local.get $at))))
 *               (digits of (v128.load offset=3 (local.get $at))))
 *               (digits of (v128.load offset=4 (local.get $at)))))
 *           v128.any_true  br_if 1
 *           (local.set $at (i32.add (local.get $at) (i32.const 16)))  br 0
 *         end end (local.get $at)))
 *
 * where `digits of x` is (i8x16.le_u (i8x16.sub x (zeros, "0")) (9 each)).
 */
const MODULE =
  'AGFzbQEAAAABBwFgAn9/AX8DAgEABQMBAAEHEQIGbWVtb3J5AgAEZmluZAAACpUBAZIBAQF7AkADQCAAIAFPDQEgAP0AAAEiAkEw/Q/9cUEJ/Q/9KiACQS79' +
  'D/0j/VBBf/0P/dYBIAJBIP0P/VBB5QD9D/0jIAD9AAAAQTD9D/1xQQn9D/0q/U4gAP0AAANBMP0P/XFBCf0P/Sr9TiAA/QAABEEw/Q/9cUEJ/Q/9Kv1O/VD9' +
  'Uw0BIABBEGohAAwACwsgAAs=';

const BLOCK = 16;

/** The shortest exponent that is searched, with its sign: 15 digits and an exponent of two digits are always a number. */
const EXPONENT_LENGTH = 3;

interface SearchModule {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** @returns the address before a block, not below `end` if there is none */
  find(at: number, end: number): number;
}

interface Modules {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: SearchModule };
}

/** Node has it; the libraries of TypeScript that this project uses do not describe it. */
const WEB_ASSEMBLY: Modules = Reflect.get(globalThis, 'WebAssembly');

/** Compiled by the first search: most programs need none. */
const search = lazy(() => {
  const module = new WEB_ASSEMBLY.Module(Buffer.from(MODULE, 'base64'));
  const { memory, find } = new WEB_ASSEMBLY.Instance(module).exports;
  const text = new DataView(memory.buffer);
  const searchPiece = (end: number): boolean => {
    // What a longer text has left behind the end is not searched.
    for (let at = end; at < end + 2 * BLOCK; at += 8) text.setBigUint64(at, 0n);
    for (let at = find(MARGIN - 1, end - 1) + 1; at < end; at = find(at + BLOCK - 1, end - 1) + 1) {
      if (mayBlockLoseDigits(text, at)) return true;
    }
    return false;
  };
  return { buffer: Buffer.from(memory.buffer, 0, MARGIN + PIECE + MARGIN), searchPiece };
});

/** Whether a text may hold a number of 16 digits, or one with an exponent of three characters. It may be in a string, or harmless. */
export function mayLoseDigits(json: string): boolean {
  const { buffer, searchPiece } = search();
  return searchPieces(json, buffer, searchPiece);
}

function mayBlockLoseDigits(text: DataView, start: number): boolean {
  for (let at = start; at < start + BLOCK; at += 1) {
    if (isE(text.getUint8(at)) && isExponent(text, at, EXPONENT_LENGTH)) return true;
  }
  return isLongRun(text, start) || isLongRun(text, start + BLOCK / 2);
}
