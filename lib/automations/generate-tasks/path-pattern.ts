/** Reads values from a path; `undefined` for a path that does not match. */
export type PathPattern = (path: string) => Readonly<Record<string, string>> | undefined;

const TOKEN = /\{(?<name>[^{}]*)\}|\*\*|\*|[^{}*]+|[{}]/g;

/**
 * Compiles a pattern for paths: `{name}` is a value, `*` anything inside a folder's or file's name, and `**` anything at all.
 *
 * @example
 * parsePathPattern('a.zip/{city}/cam-{camera}/*')?.('a.zip/tokyo/cam-2/0001.png') // { city: 'tokyo', camera: '2' }
 * @returns undefined for a pattern without a value, with the same name twice, or with one that metadata cannot have
 */
export function parsePathPattern(pattern: string): PathPattern | undefined {
  const names: string[] = [];
  let source = '';
  for (const { 0: token, groups } of pattern.matchAll(TOKEN)) {
    const name = groups?.['name'];
    if (name !== undefined) {
      if (!/^[A-Za-z0-9_-]+$/.test(name) || names.includes(name)) return undefined;
      names.push(name);
      source += '([^/]+)';
    } else if (token === '**') source += '.*';
    else if (token === '*') source += '[^/]*';
    else if (token === '{' || token === '}') return undefined;
    else source += token.replaceAll(/[\^$\\.*+?()[\]|/]/g, '\\$&');
  }
  if (names.length === 0) return undefined;
  const regexp = new RegExp(`^${source}$`, 'su');
  return (path) => {
    const match = regexp.exec(path);
    return match === null ? undefined : Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? '']));
  };
}
