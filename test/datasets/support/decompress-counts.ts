/**
 * The inverse of `compressCounts`, written after pycocotools.
 *
 * @see https://github.com/cocodataset/cocoapi/blob/master/common/maskApi.c (rleFrString)
 */
export function decompressCounts(text: string): number[] {
  const counts: number[] = [];
  for (let at = 0; at < text.length; ) {
    let [value, shift, hasMore] = [0, 0, true];
    while (hasMore) {
      const bits = text.charCodeAt(at) - 48;
      value |= (bits & 0x1f) << shift;
      hasMore = (bits & 0x20) !== 0;
      [at, shift] = [at + 1, shift + 5];
      if (!hasMore && bits & 0x10) value |= -1 << shift;
    }
    counts.push(counts.length > 2 ? value + (counts.at(-2) ?? 0) : value);
  }
  return counts;
}
