const MAX_BYTES = 1_024;

/**
 * A reason that fits into a message attribute: at most 1 KiB, without control characters and without the characters that
 * SQS rejects (U+FFFE, U+FFFF, halves of surrogate pairs), and never empty.
 */
export function deadLetterReason(reason: string): string {
  const clean = reason
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/[\ufffe\uffff]/g, '\ufffd')
    .trim();
  return firstBytes(clean === '' ? 'no reason given' : clean, MAX_BYTES);
}

function firstBytes(text: string, bytes: number): string {
  const encoded = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
  return text.slice(0, encoded.read);
}
