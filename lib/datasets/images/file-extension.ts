/** The extension of a name in lower case with its dot: `.jpg`; empty if it has none. */
export function fileExtension(name: string): string {
  return /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? '';
}
