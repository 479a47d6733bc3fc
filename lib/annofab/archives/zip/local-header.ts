import type { Chunk } from './byte-source.ts';

/** The size of a local header without its name and its extra fields. */
export const HEADER_BYTES = 30;

const SIGNATURE = 0x04034b50;

/** Where the directory says that an entry is. */
interface Place {
  readonly position: number;
  readonly compressedBytes: number;
}

/**
 * Where the content of an entry begins. Only its local header tells: its extra fields may differ from those in the directory.
 *
 * @param bytes the local header, and what is before and behind it
 * @param at where the local header begins in the bytes
 * @throws Error when there is no header, or the content reaches beyond the end of the archive
 */
export function contentStart(
  bytes: Buffer,
  at: number,
  { position, compressedBytes }: Place,
  archiveBytes: number,
): number {
  const signature = bytes.readUInt32LE(at);
  if (signature !== SIGNATURE) throw new Error(`invalid local file header signature: 0x${signature.toString(16)}`);
  const start = position + HEADER_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (start + compressedBytes <= archiveBytes) return start;
  throw new Error('its content reaches beyond the end of the archive');
}

/** Whether a chunk has the whole entry: its local header and its content. An entry without a header counts: it is damaged. */
export function isWithin({ start, bytes }: Chunk, { position, compressedBytes }: Place): boolean {
  const at = position - start;
  if (at < 0 || at + HEADER_BYTES > bytes.length) return false;
  const content = at + HEADER_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  return content + compressedBytes <= bytes.length || bytes.readUInt32LE(at) !== SIGNATURE;
}

/** Where the content of an entry begins in a chunk; undefined if the chunk does not have all of it, or the entry has no header. */
export function contentWithin({ start, bytes }: Chunk, { position, compressedBytes }: Place): number | undefined {
  const at = position - start;
  if (at < 0 || at + HEADER_BYTES > bytes.length || bytes.readUInt32LE(at) !== SIGNATURE) return undefined;
  const content = at + HEADER_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  return content + compressedBytes <= bytes.length ? content : undefined;
}
