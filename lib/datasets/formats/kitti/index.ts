import type { CuboidShape } from '../../../annofab/index.ts';
import type { Format, ShardContext } from '../../format.ts';
import type { DatasetFrame } from '../../frames.ts';
import { placeOf } from '../../report.ts';
import type { Box, Shape } from '../../shapes/shape.ts';

/**
 * KITTI: `label_2/{part}/{task_id}/{input_data_id}.txt` for each frame, with its cuboids and boxes.
 *
 * A cuboid is turned from the axes of a point cloud (x forward, y left, z up) to those of a camera (x right, y down, z forward)
 * at the same origin; a calibration is not applied. What KITTI asks for and Annofab does not have, has the values that KITTI
 * defines for "unknown".
 *
 * @see https://github.com/bostondiditeam/kitti/blob/master/resources/devkit_object/readme.txt
 */
export function kitti(): Format {
  return {
    name: 'kitti',
    images: 'image_2',
    start: (shard) => ({
      write: (frame) => shard.out.writeFile(`label_2/${frame.part}/${frame.path}.txt`, linesOf(frame, shard)),
      end: async () => {},
    }),
    merge: async () => {},
  };
}

function linesOf(frame: DatasetFrame, { report }: ShardContext): string {
  let lines = '';
  for (const { annotation_id, category, shape } of frame.annotations) {
    const place = placeOf(frame, annotation_id);
    const numbers = numbersOf(shape);
    if (numbers === undefined) {
      report.dropped('not in format', category.name, place, shape.type);
      continue;
    }
    if (shape.type === 'cuboid' && !isUpright(shape.cuboid)) report.changed('set upright', category.name, place);
    const type = typeOf(category.name);
    if (type !== category.name) report.changed('renamed', category.name, place);
    report.written(frame.part, category.name);
    lines += `${type} ${numbers.map(decimals).join(' ')}\n`;
  }
  return lines;
}

/** The fields of a line are separated by spaces, and none is empty. */
function typeOf(label: string): string {
  return label.replaceAll(/\s/g, '_') || '_';
}

/** How much is cut off (-1), how much is hidden (-1), and the angle of observation (-10). */
const UNKNOWN_VISIBILITY = [-1, -1, -10] as const;
const UNKNOWN_BOX = [-1, -1, -1, -1] as const;
const UNKNOWN_CUBOID = [-1, -1, -1, -1_000, -1_000, -1_000, -10] as const;

function numbersOf(shape: Shape): readonly number[] | undefined {
  if (shape.type === 'box') return [...UNKNOWN_VISIBILITY, ...sidesOf(shape), ...UNKNOWN_CUBOID];
  if (shape.type === 'cuboid') return [...UNKNOWN_VISIBILITY, ...UNKNOWN_BOX, ...cuboidNumbers(shape.cuboid)];
  return undefined;
}

function sidesOf({ left, top, right, bottom }: Box): readonly number[] {
  return [left, top, right, bottom];
}

/** Height, width and length; the centre of the lower side; the rotation around the vertical axis, from -π to π. */
function cuboidNumbers({ dimensions, location, rotation }: CuboidShape): readonly number[] {
  const { height, width, depth } = dimensions;
  const lower = location.z - height / 2;
  return [height, width, depth, -location.y, -lower, location.x, normalAngle(-rotation.z - Math.PI / 2)];
}

function normalAngle(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}

/** Smaller angles are noise of the editor. */
const TILT_RADIANS = 1e-6;

function isUpright({ rotation }: CuboidShape): boolean {
  return Math.abs(rotation.x) < TILT_RADIANS && Math.abs(rotation.y) < TILT_RADIANS;
}

function decimals(value: number): number {
  return Math.round(value * 1e6) / 1e6 || 0;
}
