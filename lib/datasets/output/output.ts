/** Where the files of a dataset are written: a folder, or a prefix of a bucket. Paths have `/`. */
export interface OutputFolder {
  /** Writes a small file at once. A file with that path is replaced. */
  writeFile(path: string, content: string | Uint8Array): void | Promise<void>;
  /** Writes a file of any size piece by piece. A file with that path is replaced. */
  createFile(path: string): OutputFile;
  /**
   * Waits until every small file that was written is there. A folder that writes many of them at the same time has this.
   *
   * @throws the error of a file that could not be written
   */
  flush?(): Promise<void>;
}

export interface OutputFile {
  /** Waits while too much is not written yet. */
  write(content: string | Uint8Array): void | Promise<void>;
  /** The file is complete, and visible, when this has resolved. */
  end(): Promise<void>;
}

/** Where shards leave what the merge joins. */
export interface WorkFolder extends OutputFolder {
  /** The content of a file piece by piece; nothing when there is no such file. */
  readFile(path: string): AsyncIterable<Uint8Array>;
}

/** Pieces up to this size are joined before they are written. */
const PIECE_BYTES = 2 ** 16;

/** Joins many small texts to pieces. */
export function textWriter(file: OutputFile) {
  let text = '';
  return {
    write(more: string): void | Promise<void> {
      text += more;
      if (text.length < PIECE_BYTES) return;
      const piece = text;
      text = '';
      return file.write(piece);
    },
    async end(): Promise<void> {
      if (text !== '') await file.write(text);
      await file.end();
    },
  };
}
