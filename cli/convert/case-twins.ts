import type { FrameKey } from '../../lib/annofab/index.ts';
import { UsageError } from '../frame/exit-codes.ts';

/** @throws UsageError for frames whose files would be the same where a file system does not tell upper from lower case */
export function assertNoTwins(frames: Iterable<FrameKey>): void {
  const paths = new Map<string, string>();
  for (const { task_id, input_data_id } of frames) {
    const path = `${task_id}/${input_data_id}`;
    const twin = paths.get(path.toLowerCase());
    if (twin !== undefined) {
      throw new UsageError(
        `${twin} and ${path} would be the same file, since the file system of --out does not tell upper from lower case: give an --out in another one.`,
      );
    }
    paths.set(path.toLowerCase(), path);
  }
}
