const LONGEST_BYTES = 1_024;

/**
 * A reason as a message attribute can carry it: at most 1 KiB, no control characters and none of the characters that SQS
 * refuses (U+FFFE, U+FFFF, halves of surrogate pairs), and never empty.
 */
export function deadLetterReason(reason: string): string {
  const clean = reason
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/[\ufffe\uffff]/g, '\ufffd')
    .trim();
  return firstBytes(clean === '' ? 'no reason given' : clean, LONGEST_BYTES);
}

function firstBytes(text: string, bytes: number): string {
  const encoded = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
  return text.slice(0, encoded.read);
}
