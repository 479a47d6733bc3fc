import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

/** A fenced block of a page. */
export interface Block {
  /** Its page, by its path in the repository. */
  readonly page: string;
  /** The number of its first line. */
  readonly line: number;
  /** What follows the opening fence; empty for output and the like. */
  readonly language: string;
  /** Without the fences and their indentation. */
  readonly text: string;
}

/** All pages, by their paths in the repository. */
export const PAGES: readonly string[] = [
  'README.md',
  'README.ja.md',
  ...globSync('docs/**/*.md', { cwd: ROOT }).map((path) => path.replaceAll('\\', '/')),
].sort();

export function readPage(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

/** The fenced blocks of pages, in order. */
export function blocksOf(...pages: readonly string[]): Block[] {
  return pages.flatMap((page) => {
    const text = readPage(page);
    return [...text.matchAll(/^( *)```(\w*)\n(.*?)^\1```$/gms)].map(
      ({ index, 1: indent = '', 2: language = '', 3: body = '' }) => ({
        page,
        line: text.slice(0, index).split('\n').length + 1,
        language,
        text: body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      }),
    );
  });
}

/** For the title of a test. */
export function placeOf({ page, line }: Block): string {
  return `${page}:${line}`;
}
