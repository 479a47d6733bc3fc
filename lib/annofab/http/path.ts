import { isId, isPathSegment } from '../../core/ids.ts';
import { InvalidIdError } from '../errors.ts';

/**
 * @param name the parameter that the error names: `task_id`
 * @throws InvalidIdError when {@link isPathSegment} refuses the value
 */
export function assertId(name: string, value: unknown): asserts value is string {
  if (!isPathSegment(value)) throw new InvalidIdError(name);
}

/**
 * Fills the placeholders of a path template.
 *
 * @example
 * buildPath('/api/v1/projects/{project_id}/tasks/{task_id}', { project_id: 'p', task_id: 't' }) // '/api/v1/projects/p/tasks/t'
 *
 * @throws InvalidIdError with the name of the parameter that is missing or invalid, before any URL exists: a URL parser
 * would turn `tasks/../x`, and `tasks/%2e%2e/x` too, into another path
 */
export function buildPath(template: string, parameters: Readonly<Record<string, unknown>>): string {
  let path = '';
  let isText = true;
  for (const part of partsOf(template)) {
    path += isText ? part : encodeId(part, Object.hasOwn(parameters, part) ? parameters[part] : undefined);
    isText = !isText;
  }
  return path;
}

/** The names of the placeholders of a path template. */
export function placeholdersOf(template: string): readonly string[] {
  return partsOf(template).filter((_part, index) => index % 2 === 1);
}

function encodeId(name: string, value: unknown): string {
  // Most ids have no character that would be encoded.
  if (isId(value)) return value;
  assertId(name, value);
  return encodeURIComponent(value);
}

/** There are as many templates as operations, and each request needs the parts of one. */
const partsOfTemplates = new Map<string, readonly string[]>();

/** Text and the name of a placeholder, in turns, beginning with text. */
function partsOf(template: string): readonly string[] {
  const known = partsOfTemplates.get(template);
  if (known !== undefined) return known;
  const parts = template.split(/\{(\w+)\}/);
  partsOfTemplates.set(template, parts);
  return parts;
}
