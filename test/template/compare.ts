import { isFields } from './resolve.ts';

/**
 * Where what was found is not what was asked for: a path for each place. What was not asked for (a default, an id) may
 * be there. CloudFormation takes numbers and booleans as text, so that `300` and `'300'` are the same.
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
