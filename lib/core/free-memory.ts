/**
 * Frees the memory of bytes that nobody needs any more, if they have all of their buffer. The garbage collector would let many large ones
 * wait, and would run more often while it does. Afterwards, the bytes have no length.
 */
export function freeMemory({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
