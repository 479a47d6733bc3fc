import type { ArchiveFormat } from '../frames/frame-format.ts';
import type { FrameKey, FrameLayout } from '../frames/frame-index.ts';
import type { EntryBytes, SharedEntries } from '../shared-entries.ts';

/** The function that is called for each frame: an export of a module. */
export interface MapperAddress {
  readonly module: string;
  readonly exportName: string;
}

/** What a thread gets when it starts. */
export interface ThreadSetup {
  readonly mapper: MapperAddress;
  readonly data: unknown;
  readonly format: ArchiveFormat;
  readonly name: string;
  readonly size: SharedEntries['size'];
  readonly columns: SharedEntries['columns'];
  readonly layout: FrameLayout;
}

export type ToThread =
  | { readonly kind: 'map'; readonly bytes: EntryBytes }
  | { readonly kind: 'read'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'not read'; readonly id: number; readonly error: unknown };

export type FromThread =
  /** The answer to `map`, in the order of the requests. */
  | { readonly kind: 'mapped'; readonly mapped: MappedFrames; readonly memory: ArrayBuffer }
  | { readonly kind: 'read'; readonly id: number; readonly start: number; readonly length: number }
  | { readonly kind: 'not loaded'; readonly error: unknown };

/** What the function returned for the frames of a range, in their order. */
export interface MappedFrames {
  readonly values: readonly unknown[];
  readonly bad: readonly BadEntry[];
  /** The end of the work. */
  readonly failure?: { readonly frame: FrameKey; readonly error: unknown } | undefined;
}

/** An ArchiveEntryError, whose class a message to another thread does not keep. */
export interface BadEntry {
  /** How many values are before it. */
  readonly after: number;
  readonly message: string;
  readonly entry: string;
  readonly field: string | undefined;
  readonly cause: unknown;
}

export function isCloneable(value: unknown): boolean {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}

/** An error that a message can contain. */
export function cloneable(error: unknown): unknown {
  return isCloneable(error) ? error : new Error(String(error));
}
