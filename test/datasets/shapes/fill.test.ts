import { expect, it } from 'vitest';
import { fillPolygon } from '../../../lib/datasets/shapes/fill.ts';

it('fills a polygon with more points than a call has arguments', () => {
  const corners = [
    { x: 0, y: 0 },
    { x: 4, y: 0 },
    { x: 4, y: 1 },
  ];
  const points = [...corners, ...Array.from({ length: 200_000 }, () => ({ x: 0, y: 1 }))];
  const filled: number[][] = [];
  fillPolygon(points, { width: 4, height: 2 }, (start, end) => filled.push([start, end]));
  expect(filled).toEqual([[0, 4]]);
});
