/**
 * Frees the memory of bytes that nobody needs any more, and that have a buffer to themselves. The garbage collector would let many of
 * them wait, and would run more often while it does. Afterwards, the bytes have no length.
 */
export function freeMemory({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}
