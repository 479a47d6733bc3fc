import { isPathSegment } from '../../core/ids.ts';
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
  return template.replaceAll(/\{(\w+)\}/g, (_placeholder, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    assertId(name, value);
    return encodeURIComponent(value);
  });
}
