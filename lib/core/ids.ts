/** What Annofab allows in an id; the upper bound is ours, since Annofab documents none. */
const ID_PATTERN = /^[A-Za-z0-9_.-]{1,256}$/;

/**
 * Whether a value can stand for a project, task, input data … in a path or a key.
 *
 * `.` and `..` are refused although Annofab's own rule would allow them: a URL parser turns both, escaped too, into
 * another path.
 */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID_PATTERN.test(value) && value !== '.' && value !== '..';
}
