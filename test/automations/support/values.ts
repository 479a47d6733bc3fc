import { createHash } from 'node:crypto';

/** Hex. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Hex. */
export function md5(data: Uint8Array): string {
  return createHash('md5').update(data).digest('hex');
}

/** What must be there for a test to make sense. */
export function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the emulator holds something else than this test expects');
  return value;
}
