import { isJsonObject, type JsonObject } from '../../../core/json.ts';
import { FieldProblem, kindOf, number, objectOf, within } from './read-fields.ts';

/** A point, a direction or angles (radians), by axis. */
export interface Vector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** A cuboid in a point cloud. Lengths are in the unit of the point cloud. */
export interface CuboidShape {
  /** Lengths along the cuboid's own axes: `depth` along X (forward), `width` along Y, `height` along Z (up). */
  readonly dimensions: { readonly width: number; readonly height: number; readonly depth: number };
  /** The centre. */
  readonly location: Vector;
  /** Euler angles in the order z-x-y, radians, right-handed. */
  readonly rotation: Vector;
  /** Unit vectors of the cuboid's own X axis (front) and Z axis (up). */
  readonly direction: { readonly front: Vector; readonly up: Vector };
}

/**
 * Reads a cuboid of version 1 or 2 into the shape of version 2. Version 1 (or none) assigns the lengths to other axes
 * (width along X, height along Y, depth along Z) and has one direction or none; `up` is computed from the rotation.
 *
 * @throws FieldProblem
 */
export function readCuboid(value: JsonObject): { version: '1' | '2'; shape: CuboidShape } {
  const version = versionOf(value['version']);
  const shape = within('shape', () => readShape(objectOf(value['shape']), version));
  return { version, shape };
}

function versionOf(version: unknown): '1' | '2' {
  if (version === undefined || version === null || version === '1') return '1';
  if (version === '2') return '2';
  throw new FieldProblem('version', `must be "1" or "2", not ${JSON.stringify(version).slice(0, 40)}`);
}

function readShape(shape: JsonObject, version: '1' | '2'): CuboidShape {
  const lengths = within('dimensions', () => readLengths(objectOf(shape['dimensions'])));
  const rotation = within('rotation', () => vector(shape['rotation']));
  return {
    dimensions: version === '2' ? lengths : { width: lengths.height, height: lengths.depth, depth: lengths.width },
    location: within('location', () => vector(shape['location'])),
    rotation,
    direction: within('direction', () => readDirection(shape['direction'], rotation)),
  };
}

function readLengths(dimensions: JsonObject): CuboidShape['dimensions'] {
  return {
    width: number(dimensions, 'width'),
    height: number(dimensions, 'height'),
    depth: number(dimensions, 'depth'),
  };
}

/** It may be absent, since the rotation determines it. */
function readDirection(direction: unknown, rotation: Vector): CuboidShape['direction'] {
  if (direction === undefined || direction === null) return directionOf(rotation);
  if (!isJsonObject(direction)) throw new FieldProblem('', `must be an object, not ${kindOf(direction)}`);
  if (!('front' in direction)) return { front: vector(direction), up: directionOf(rotation).up };
  return { front: within('front', () => vector(direction['front'])), up: within('up', () => vector(direction['up'])) };
}

function vector(value: unknown): Vector {
  const object = objectOf(value);
  return { x: number(object, 'x'), y: number(object, 'y'), z: number(object, 'z') };
}

/** The X and Z axes, rotated about z, then x, then y. */
function directionOf({ x, y, z }: Vector): CuboidShape['direction'] {
  const [sx, cx, sy, cy, sz, cz] = [Math.sin(x), Math.cos(x), Math.sin(y), Math.cos(y), Math.sin(z), Math.cos(z)];
  return {
    front: { x: cy * cz + sy * sx * sz, y: cx * sz, z: -sy * cz + cy * sx * sz },
    up: { x: sy * cx, y: -sx, z: cy * cx },
  };
}
