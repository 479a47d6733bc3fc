import { sourceFrames } from '../../../lib/runtime/source-maps/source-frame.ts';

/** Puts the places of the source files in the stacks of an error, its causes and its parts instead of those in the bundle. */
export function placeInSources(error: Error, seen = new Set<Error>()): Error {
  if (seen.has(error)) return error;
  seen.add(error);
  if (error.stack !== undefined) {
    const [title, ...frames] = error.stack.split(/\n {4}(?=at )/);
    error.stack = [title, ...sourceFrames(frames)].join('\n    ');
  }
  const parts: unknown[] = error instanceof AggregateError ? error.errors : [];
  for (const inner of [error.cause, ...parts]) if (inner instanceof Error) placeInSources(inner, seen);
  return error;
}
