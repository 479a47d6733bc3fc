import { AnnofabError } from '../errors.ts';

/** An archive cannot be read: it is not a ZIP, is truncated, is closed, or its file or server failed. */
export class ArchiveError extends AnnofabError {
  declare readonly name: string;
}

/** The archive was rebuilt while it was read, so the frames read before do not belong with the rest. */
export class ArchiveChangedError extends ArchiveError {
  declare readonly name: 'ArchiveChangedError';
}

/** One entry of an archive cannot be read. The others still can. */
export class ArchiveEntryError extends ArchiveError {
  declare readonly name: string;
  /** Its path in the archive, such as `{task_id}/{input_data_id}.json`. It may be hostile: never use it as a path. */
  readonly entry: string;
  /** The invalid field of its JSON, such as `details[3].data.left_top.x`. */
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

/** The function of `mapFrames` failed for a frame, or a thread that called it ended. */
export class FrameMapError extends AnnofabError {
  declare readonly name: 'FrameMapError';
  /** The frame, if it is known: a thread that ends does not tell. */
  declare readonly task_id?: string;
  declare readonly input_data_id?: string;

  /** @param details the cause: what the function threw, or a copy of it from another thread, without its class */
  constructor(message: string, details: { task_id?: string; input_data_id?: string; cause: unknown }) {
    const { cause, ...frame } = details;
    super(message, { cause });
    Object.assign(this, frame);
  }
}

// Set on the prototype so that stacks start with it, and as a literal so that minified bundles keep it.
for (const [name, errorClass] of Object.entries({
  ArchiveError,
  ArchiveChangedError,
  ArchiveEntryError,
  OuterFileNotFoundError,
  FrameMapError,
})) {
  Object.defineProperty(errorClass.prototype, 'name', { value: name, writable: true, configurable: true });
}
