/** What Annofab documents for ids; the upper bound is ours, since Annofab documents none. */
const ID_PATTERN = /^[A-Za-z0-9_.-]{1,256}$/;

/**
 * Whether a value can stand for a project, task, input data … in a storage key.
 *
 * `.` and `..` are refused although Annofab's own rule would allow them: a URL parser turns both, escaped too, into
 * another path.
 */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID_PATTERN.test(value) && value !== '.' && value !== '..';
}

/** Would change the path of a URL, for some server on the way that decodes it twice. */
const UNSAFE_IN_PATH = /[/\\\p{Cc}]|%[\da-f]{2}/iu;

/** Whether a value, percent-encoded, is one segment of a path everywhere: also an id of another form, such as an address. */
export function isPathSegment(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value !== '' &&
    value !== '.' &&
    value !== '..' &&
    value.isWellFormed() &&
    !UNSAFE_IN_PATH.test(value)
  );
}
