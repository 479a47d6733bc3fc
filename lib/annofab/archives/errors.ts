import { AnnofabError } from '../errors.ts';

/** An annotation archive cannot be read: it is no ZIP, is cut short, or is closed; or what holds it gave an error. */
export class ArchiveError extends AnnofabError {
  declare readonly name: string;
}

/** The archive was rebuilt while it was read: what was read before and what would follow do not belong together. */
export class ArchiveChangedError extends ArchiveError {
  declare readonly name: 'ArchiveChangedError';
}

/** One entry of an archive cannot be read. The others can. */
export class ArchiveEntryError extends ArchiveError {
  declare readonly name: string;
  /** Its path in the archive: `{task_id}/{input_data_id}.json`. It may be of hostile making: never use it as a path. */
  readonly entry: string;
  /** Where in its JSON the problem is, such as `details[3].data.left_top.x`. */
  declare readonly field?: string;

  constructor(message: string, details: { entry: string; field?: string | undefined; cause?: unknown }) {
    super(message, { cause: details.cause });
    this.entry = details.entry;
    if (details.field !== undefined) this.field = details.field;
  }
}

/** An annotation has no outer file in the archive. */
export class OuterFileNotFoundError extends ArchiveEntryError {
  declare readonly name: 'OuterFileNotFoundError';
  readonly annotation_id: string;

  constructor(message: string, details: { entry: string; annotation_id: string }) {
    super(message, details);
    this.annotation_id = details.annotation_id;
  }
}

// On the prototype, so that the first line of a stack says it too; as text, so that a minified bundle does.
for (const [name, errorClass] of Object.entries({
  ArchiveError,
  ArchiveChangedError,
  ArchiveEntryError,
  OuterFileNotFoundError,
})) {
  Object.defineProperty(errorClass.prototype, 'name', { value: name, writable: true, configurable: true });
}
