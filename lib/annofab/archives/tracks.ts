import type { FrameKey } from './frames/frame-index.ts';
import type { SimpleDetail } from './frames/simple-annotation.ts';
import type { SimpleFrame } from './open-archive.ts';

/** One annotation of a track: an object in one frame. */
export interface TrackedDetail {
  readonly frame: FrameKey;
  readonly detail: SimpleDetail;
}

/**
 * Groups annotations of one task by their tracking id, which is the value of a tracking attribute: an object in a video or an
 * image sequence has the same id in every frame. Annotations without a value are left out.
 *
 * @param frames in the order of the task
 * @param attribute the English name of the tracking attribute
 * @returns the annotations of each object, by tracking id, in the order of the frames
 * @example
 * for await (const { frames } of archive.tasks()) {
 *   for (const [trackingId, track] of tracksOf(frames, 'object id')) console.log(trackingId, track.length);
 * }
 */
export function tracksOf(
  frames: readonly (FrameKey & Pick<SimpleFrame, 'details'>)[],
  attribute: string,
): Map<string, TrackedDetail[]> {
  const tracked = frames.flatMap(({ task_id, input_data_id, details }) =>
    details.flatMap((detail) => {
      const id = detail.odd ? undefined : detail.attributes[attribute];
      const isTracked = !detail.odd && typeof id === 'string' && id !== '';
      return isTracked ? [{ id, frame: { task_id, input_data_id }, detail }] : [];
    }),
  );
  const groups = Map.groupBy(tracked, ({ id }) => id);
  return new Map([...groups].map(([id, track]) => [id, track.map(({ frame, detail }) => ({ frame, detail }))]));
}
