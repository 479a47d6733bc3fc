import { ExactNumber } from '../../../core/numbers/exact-number.ts';
import type { AttributeColumn, DatasetAnnotation, DatasetFrame } from '../../frames.ts';
import { areaOf, boundsOf } from '../../shapes/polygon.ts';
import { compressCounts, coveredPixels } from '../../shapes/run-lengths.ts';
import type { Box, Point, Shape } from '../../shapes/shape.ts';

/** What a cell of a table can have: undefined is null. The writer makes JSON of an object. */
export type Cell = string | number | boolean | readonly number[] | Readonly<Record<string, unknown>> | undefined;

/** The types of cells. */
export type CellType = 'text' | 'json' | 'integer' | 'number' | 'boolean' | 'numbers' | 'integers';

/** The columns of every table, by name. Coordinates are pixels; those of cuboids are in the unit of the point cloud. */
export const COLUMN_TYPES = {
  ...{ task_id: 'text', input_data_id: 'text', file_name: 'text', input_data_name: 'text' },
  ...{ width: 'integer', height: 'integer' },
  ...{ task_phase: 'text', task_status: 'text', updated_datetime: 'text' },
  ...{ annotation_id: 'text', label: 'text', category: 'integer' },
  // box, polygon, polyline, point, mask, semantic_mask, cuboid, segment, range, classification or custom
  shape: 'text',
  ...{ left: 'number', top: 'number', right: 'number', bottom: 'number', area: 'number' },
  // x and y of each point
  points: 'numbers',
  // run lengths of a mask, in COCO's compressed form
  rle: 'text',
  ...{ x: 'number', y: 'number', z: 'number', cuboid_width: 'number', cuboid_height: 'number', cuboid_depth: 'number' },
  ...{ rotation_x: 'number', rotation_y: 'number', rotation_z: 'number' },
  point_indices: 'integers',
  ...{ begin_ms: 'number', end_ms: 'number' },
  custom: 'text',
  attributes: 'json',
} as const satisfies Readonly<Record<string, CellType>>;

export type Cells = { readonly [Name in keyof typeof COLUMN_TYPES]?: Cell };

/** The cells of an annotation. Those that its shape does not have are null. */
export function cellsOf(frame: DatasetFrame, annotation: DatasetAnnotation): Cells {
  const { task_id, input_data_id, input_data_name, task_phase, task_status, updated_datetime } = frame;
  const { annotation_id, category, attributes } = annotation;
  return {
    ...{ task_id, input_data_id, input_data_name, task_phase, task_status },
    updated_datetime: updated_datetime ?? undefined,
    file_name: `${frame.path}${frame.extension}`,
    width: frame.size?.width,
    height: frame.size?.height,
    annotation_id,
    label: category.name,
    category: category.index,
    ...shapeCells(annotation.shape),
    attributes: jsonCell(attributes),
  };
}

/**
 * The writer takes objects apart before it makes JSON of them, and would write the fields of an ExactNumber. Objects without a prototype it
 * leaves to `JSON.stringify`.
 */
function jsonCell(attributes: DatasetAnnotation['attributes']): Cell {
  const isPlain = Object.values(attributes).every((value) => typeof value !== 'object');
  return isPlain ? attributes : { __proto__: null, toJSON: () => attributes };
}

function shapeCells(shape: Shape): Cells {
  switch (shape.type) {
    case 'box':
      return { shape: 'box', ...sides(shape), area: (shape.right - shape.left) * (shape.bottom - shape.top) };
    case 'polygon':
      return { shape: 'polygon', ...pointCells(shape.points), area: areaOf(shape.points) };
    case 'polyline':
      return { shape: 'polyline', ...pointCells(shape.points) };
    case 'point':
      return { shape: 'point', ...pointCells([shape.point]) };
    case 'mask': {
      const { isSemantic, runs, box } = shape;
      const name = isSemantic ? 'semantic_mask' : 'mask';
      return { shape: name, ...sides(box), area: coveredPixels(runs), rle: compressCounts(runs.counts) };
    }
    case 'cuboid': {
      const { dimensions, location, rotation } = shape.cuboid;
      const { width: cuboid_width, height: cuboid_height, depth: cuboid_depth } = dimensions;
      const turned = { rotation_x: rotation.x, rotation_y: rotation.y, rotation_z: rotation.z };
      return { shape: 'cuboid', ...location, cuboid_width, cuboid_height, cuboid_depth, ...turned };
    }
    case 'segment':
      return { shape: 'segment', point_indices: shape.pointIndices };
    case 'range':
      return { shape: 'range', begin_ms: shape.begin, end_ms: shape.end };
    case 'classification':
      return { shape: 'classification' };
    case 'custom':
      return { shape: 'custom', custom: shape.data };
  }
}

function sides({ left, top, right, bottom }: Box): Cells {
  return { left, top, right, bottom };
}

function pointCells(points: readonly Point[]): Cells {
  return { points: points.flatMap(({ x, y }) => [x, y]), ...sides(boundsOf(points)) };
}

/** The cell of an attribute with a column of its own; null when its value is of another kind. `attributes` has it in any case. */
export function attributeCell({ attributes }: DatasetAnnotation, { name, values }: AttributeColumn): Cell {
  const value = attributes[name];
  if (value === undefined) return undefined;
  if (values === 'boolean') return typeof value === 'boolean' ? value : undefined;
  if (values === 'number') return numberIn(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The nearest number to one with more digits, which `attributes` has exactly. */
function numberIn(value: unknown): number | undefined {
  const number = value instanceof ExactNumber ? value.toNumber() : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
