import { readFileSync } from 'node:fs';
import { isJsonObject } from '../../core/json.ts';
import { originsOf, type SourceMap } from './source-map.ts';

interface Frame {
  /** Of the function that runs there. */
  readonly name: string | undefined;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The maps of the bundles that have failed; `undefined` for a file without one. */
const maps = new Map<string, SourceMap | undefined>();

/**
 * The frames of a stack by their places in the source: `at exportTask (lib/automations/export-task/export-task.ts:45:11)`. A
 * bundle has its source map beside it, which costs nothing until the first unforeseen error. A frame without a map stays as it is.
 */
export function sourceFrames(frames: readonly string[]): string[] {
  const parsed = frames.map(parseFrame);
  const files = new Set(parsed.flatMap((frame) => frame?.file ?? []));
  const found = new Map([...files].map((file) => [file, placesIn(file, parsed)]));
  return frames.map((frame, index) => found.get(parsed[index]?.file ?? '')?.get(index) ?? frame);
}

/** The place of our own code in a frame: `lib/automations/export-task/export-task.ts:45:11`. */
export function ownPlace(frame: string): string | undefined {
  return frame.includes('node_modules/') ? undefined : /\b(?:functions|lib)\/[^:()]+\.ts:\d+:\d+/.exec(frame)?.[0];
}

/** The frames of one file that its map knows, by their position in the stack. */
function placesIn(file: string, frames: readonly (Frame | undefined)[]): Map<number, string> {
  const map = mapOf(file);
  if (map === undefined) return new Map();
  const own = frames.flatMap((frame, index) => (frame?.file === file ? [{ ...frame, index }] : []));
  const origins = originsOf(map, own);
  return new Map(
    own.flatMap(({ name, index }, position) => {
      const origin = origins[position];
      if (origin === undefined) return [];
      const place = `${shortened(origin.source)}:${origin.line}:${origin.column}`;
      return [[index, name === undefined ? `at ${place}` : `at ${name} (${place})`]];
    }),
  );
}

/** `at name (/var/task/functions/on-task-completed.cjs:12:34)`, or without a name and parentheses. */
function parseFrame(frame: string): Frame | undefined {
  const [, name, file, line, column] = /^at (?:(.+) \()?(?:file:\/\/)?(\/[^()]+):(\d+):(\d+)\)?$/.exec(frame) ?? [];
  return file === undefined ? undefined : { name, file, line: Number(line), column: Number(column) };
}

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) maps.set(file, readMap(`${file}.map`));
  return maps.get(file);
}

function readMap(path: string): SourceMap | undefined {
  try {
    const map: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isSourceMap(map) ? map : undefined;
  } catch {
    return undefined;
  }
}

function isSourceMap(value: unknown): value is SourceMap {
  return isJsonObject(value) && typeof value['mappings'] === 'string' && Array.isArray(value['sources']);
}

/** Sources are named from the folder of the build: only what follows the repository's root is of use. */
function shortened(source: string): string {
  return /\b(?:node_modules|functions|lib)\/.*$/.exec(source)?.[0] ?? source;
}
