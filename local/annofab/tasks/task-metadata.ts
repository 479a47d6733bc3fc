import { invalidBody } from '../core/errors.ts';

const METADATA_KEY = /^[A-Za-z0-9_-]+$/;

/** @throws Failure 400 for a key that Annofab does not allow */
export function checkMetadata(metadata: Readonly<Record<string, unknown>>): void {
  const wrong = Object.keys(metadata).find((key) => !METADATA_KEY.test(key));
  if (wrong !== undefined) throw invalidBody(`${wrong} is no metadata key: letters, digits, _ and - only`);
}
