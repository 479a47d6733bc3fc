import { createHash } from 'node:crypto';
import type { OutputFile, OutputFolder } from './output.ts';

/** A file of a dataset. */
export interface RecordedFile {
  readonly path: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** The list of a dataset's files: a line of JSON for each. */
export const FILE_LIST = 'files.jsonl';

/** Notes the size and the SHA-256 of each file that is written. */
export function recordFiles(out: OutputFolder): OutputFolder & { lines(): string } {
  // A file that is written again has one line.
  const lines = new Map<string, string>();
  const record = (file: RecordedFile) => void lines.set(file.path, `${JSON.stringify(file)}\n`);
  return {
    lines: () => [...lines.values()].join(''),
    writeFile(path, content) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      record({ path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
      return out.writeFile(path, bytes);
    },
    createFile: (path) => recordFile(out.createFile(path), path, record),
    flush: async () => await out.flush?.(),
  };
}

function recordFile(file: OutputFile, path: string, record: (file: RecordedFile) => void): OutputFile {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    write(content) {
      const piece = typeof content === 'string' ? Buffer.from(content) : content;
      hash.update(piece);
      bytes += piece.length;
      return file.write(piece);
    },
    async end() {
      await file.end();
      record({ path, bytes, sha256: hash.digest('hex') });
    },
  };
}
