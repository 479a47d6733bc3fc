const MIB = 1024 * 1024;

/** S3 wants at least 5 MiB in every part but the last; smaller parts cost more requests. */
export const MIN_PART_BYTES = 8 * MIB;

/** S3 takes 10,000 parts. Some are left free, in case a size that was announced is a little too small. */
export const MAX_PARTS = 9_000;

/** For a stream whose size nobody told: up to 140 GiB. */
const PART_BYTES_OF_UNKNOWN = 16 * MIB;

/**
 * How large the parts of an upload should be, in bytes: at least 8 MiB, and at most 9,000 of them.
 *
 * @param contentLength the size of the whole in bytes, if known
 */
export function partSizeFor(contentLength: number | undefined): number {
  if (contentLength === undefined) return PART_BYTES_OF_UNKNOWN;
  return Math.max(MIN_PART_BYTES, Math.ceil(contentLength / MAX_PARTS));
}
