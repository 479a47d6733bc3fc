const MIB = 1024 * 1024;

/** S3 requires at least 5 MiB for every part except the last; larger parts need fewer requests. */
export const MIN_PART_BYTES = 8 * MIB;

/** How many parts are sent at the same time. `npm run bench -- mirror` measures what more and fewer of them give. */
export const PARTS_IN_FLIGHT = 3;

/** S3 accepts 10,000 parts. The reserve is for a Content-Length that is slightly too small. */
export const MAX_PARTS = 9_000;

/** For a stream of unknown size: enough for 140 GiB. */
const DEFAULT_PART_BYTES = 16 * MIB;

/**
 * The size of the parts of an upload in bytes: at least 8 MiB, and large enough for at most 9,000 parts.
 *
 * @param contentLength the size of the body in bytes, if known
 */
export function partSizeFor(contentLength: number | undefined): number {
  if (contentLength === undefined) return DEFAULT_PART_BYTES;
  return Math.max(MIN_PART_BYTES, Math.ceil(contentLength / MAX_PARTS));
}
