import { type JsonObject, ownField, problem, type Shape } from './json.ts';
import { LoggableError } from './loggable-error.ts';

/**
 * Everything that one release stores and another reads: the field with its format version, and the number that this release
 * writes. It reads that number and all before it. What lacks the field was written before there were numbers, which is format 1.
 *
 * A number is raised only by a change that an older release would misread: it then refuses what a newer one wrote, instead of
 * processing it wrongly. A field that an older release may ignore raises none. CHANGELOG.md names each change.
 */
export const FORMATS = {
  /** A message in a queue. */
  message: { field: 'v', version: 1 },
  /** A delivery in the ledger, and beside it how far the reconciliation has come, and the state of the circuit breaker. */
  ledger: { field: 'format', version: 1 },
  /** `manifest.json` of a task's version. */
  taskManifest: { field: 'manifest_version', version: 1 },
  /** `manifest.json` of a mirrored archive, and `archives/latest.json`. */
  archiveManifest: { field: 'manifest_version', version: 1 },
  /** `manifest.json` of a version of a dataset. */
  datasetManifest: { field: 'manifest_version', version: 1 },
  /** `latest.json` of a dataset, and its tags. */
  datasetPointer: { field: 'format', version: 1 },
  /** `latest.json` of a task. */
  latest: { field: 'format', version: 1 },
  /** An object in the feed of changes. */
  change: { field: 'format', version: 1 },
  /** The small objects that only the functions read: the lock of a task's metadata, a project's origin and last comparison. */
  internal: { field: 'format', version: 1 },
} as const;

export type StoredKind = keyof typeof FORMATS;

/** A newer release wrote it. Reading it would misread it, and overwriting it would lose what it has. */
export class NewerFormatError extends LoggableError {
  constructor(what: string, kind: StoredKind, found: unknown) {
    super(`${what} ${newerText(kind, found)}`);
  }
}

/**
 * @param what names it for the error: a key, or `delivery …`
 * @throws NewerFormatError
 */
export function assertReadable(kind: StoredKind, json: JsonObject, what: string): void {
  const found = ownField(json, FORMATS[kind].field);
  if (!isReadable(kind, found)) throw new NewerFormatError(what, kind, found);
}

/** The field of a message with its format version, which no message lacks. */
export const messageFormat: Shape<typeof FORMATS.message.version> = {
  read: (value, path = '') => {
    const { version } = FORMATS.message;
    if (value === version) return { ok: true, value: version };
    const isNewer = Number.isSafeInteger(value) && !isReadable('message', value);
    return problem(path, isNewer ? newerText('message', value) : `must be ${version}`);
  },
};

function isReadable(kind: StoredKind, found: unknown): boolean {
  return found === undefined || (Number.isSafeInteger(found) && Number(found) <= FORMATS[kind].version);
}

function newerText(kind: StoredKind, found: unknown): string {
  const format = Number.isSafeInteger(found) ? `format ${found}` : 'an unknown format';
  return `has ${format}, and this release reads up to ${FORMATS[kind].version}: upgrade to the release that wrote it, or to a later one`;
}
