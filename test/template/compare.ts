import { isFields } from './resolve.ts';

/**
 * Returns the path of each value that differs from the expected one. Values that are not expected (a default, an id) are
 * ignored. CloudFormation accepts numbers and booleans as text, so that `300` and `'300'` are equal.
 */
export function differences(expected: unknown, found: unknown, path: string): string[] {
  if (Array.isArray(expected)) return listDifferences(expected, found, path);
  if (isFields(expected)) {
    if (!isFields(found)) return [`${path} is ${JSON.stringify(found)}`];
    return Object.entries(expected).flatMap(([key, value]) => differences(value, found[key], `${path}.${key}`));
  }
  return String(expected) === String(found) ? [] : [`${path} is ${JSON.stringify(found)}, not ${expected}`];
}

function listDifferences(expected: readonly unknown[], found: unknown, path: string): string[] {
  if (!Array.isArray(found) || found.length !== expected.length) return [`${path} is ${JSON.stringify(found)}`];
  return expected.flatMap((item, index) => differences(item, found[index], `${path}[${index}]`));
}
