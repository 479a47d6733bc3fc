/** Arrays of numbers that all threads of the process can read. */
export type SharedNumbers = Uint32Array<SharedArrayBuffer> | Float64Array<SharedArrayBuffer>;

export function sharedBytes(length: number): Uint8Array<SharedArrayBuffer> {
  return new Uint8Array(new SharedArrayBuffer(length));
}

export function sharedUint32(length: number): Uint32Array<SharedArrayBuffer> {
  return new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
}

export function sharedInt32(length: number): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
}

/** Numbers from 0 to `largest`, in four bytes if they are enough. */
export function sharedNumbers(length: number, largest: number): SharedNumbers {
  if (largest <= 0xffffffff) return sharedUint32(length);
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}
