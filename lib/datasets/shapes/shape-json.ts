import { areaOf, boundsOf } from './polygon.ts';
import { compressCounts, coveredPixels } from './run-lengths.ts';
import type { Box, Point, Shape } from './shape.ts';

/** A shape in formats that have no form of their own for it: nothing of it is lost. */
export function shapeJson(shape: Shape) {
  switch (shape.type) {
    case 'box':
      return { type: 'box', box: boxJson(shape), area: (shape.right - shape.left) * (shape.bottom - shape.top) };
    case 'polygon':
      return {
        type: 'polygon',
        points: pairs(shape.points),
        box: boxJson(boundsOf(shape.points)),
        area: areaOf(shape.points),
      };
    case 'polyline':
      return { type: 'polyline', points: pairs(shape.points), box: boxJson(boundsOf(shape.points)) };
    case 'point':
      return { type: 'point', points: pairs([shape.point]) };
    case 'mask': {
      const { runs, box, isSemantic } = shape;
      const rle = { size: [runs.height, runs.width], counts: compressCounts(runs.counts) };
      return { type: isSemantic ? 'semantic_mask' : 'mask', rle, box: boxJson(box), area: coveredPixels(runs) };
    }
    case 'cuboid':
      return { type: 'cuboid', cuboid: shape.cuboid };
    case 'segment':
      return { type: 'segment', point_indices: shape.pointIndices };
    case 'range':
      return { type: 'range', begin_ms: shape.begin, end_ms: shape.end };
    case 'classification':
      return { type: 'classification' };
    case 'custom':
      return { type: 'custom', data: shape.data };
  }
}

export type ShapeJson = ReturnType<typeof shapeJson>;

/** Left, top, right, bottom. */
function boxJson({ left, top, right, bottom }: Box): readonly number[] {
  return [left, top, right, bottom];
}

function pairs(points: readonly Point[]): readonly (readonly [number, number])[] {
  return points.map(({ x, y }) => [x, y]);
}
