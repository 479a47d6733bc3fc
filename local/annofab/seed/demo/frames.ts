import type { SimpleAnnotationDetail } from '../../../../lib/annofab/api-description.ts';
import { lazy } from '../../../../lib/core/async/lazy.ts';
import { drawMask, type Point, type SceneObject } from '../draw.ts';
import type { SeedFile, SeedFrame } from '../seed.ts';

export const DEMO_WIDTH = 640;
export const DEMO_HEIGHT = 360;

const PEDESTRIAN_OUTLINE = corners(470, 200, 500, 200, 505, 290, 465, 290);
const PEDESTRIAN = mask(PEDESTRIAN_OUTLINE);
const ROAD = mask(corners(220, 170, 420, 170, 640, 360, 0, 360));

type Data = SimpleAnnotationDetail['data'];
type Attributes = SimpleAnnotationDetail['attributes'];

/** Makes the details of a frame, whose annotation ids begin with the frame's. */
function detailsOf(prefix: string) {
  const id = (name: string) => `${prefix}-${name}`;
  const detail = (label: string, name: string, data: Data, attributes: Attributes = {}): SimpleAnnotationDetail => ({
    label,
    annotation_id: id(name),
    data,
    attributes,
  });
  return { id, detail };
}

/** Every annotation type of an image at once, front-most first. */
export function fullFrame(prefix: string): SeedFrame {
  const { id, detail } = detailsOf(prefix);
  return {
    details: [
      detail('vehicle', 'car-1', box(120, 190, 240, 262), {
        occluded: false,
        lane: 1,
        plate: '品川 330 あ 12-34',
        colour: 'red',
        kind: 'car',
        track: 'track-1',
      }),
      detail('vehicle', 'car-2', box(300, 180, 420, 270), {
        occluded: true,
        lane: 2,
        remarks: '右折待ち "停止中"',
        colour: 'white',
        kind: 'truck',
        track: 'track-2',
        follows: id('car-1'),
      }),
      detail('traffic signal', 'signal', { _type: 'SinglePoint', point: { x: 512, y: 84 } }, { occluded: false }),
      detail('lane line', 'line', { _type: 'Points', points: corners(40, 350, 180, 270, 300, 200) }, { lane: 1 }),
      detail(
        'crosswalk',
        'crosswalk',
        { _type: 'Points', points: corners(60, 300, 580, 300, 600, 340, 40, 340) },
        {
          remarks: '',
        },
      ),
      detail('pedestrian', 'pedestrian', { _type: 'Segmentation', data_uri: id('pedestrian') }, { occluded: false }),
      detail('road', 'road', { _type: 'SegmentationV2', data_uri: id('road') }),
      { ...detail('scene', 'scene', { _type: 'Classification' }, { weather: 'sunny' }), annotation_id: 'label-scene' },
    ],
    files: {
      [id('pedestrian')]: PEDESTRIAN,
      [id('road')]: ROAD,
    },
  };
}

/** What is to be seen in the image of a frame: what is annotated on it, the front-most last. */
export function objectsOn({ details }: SeedFrame): SceneObject[] {
  const objects = details.flatMap(({ label, data }): SceneObject[] => {
    if (data === null) return [];
    if (label === 'vehicle' && data._type === 'BoundingBox') {
      const { left_top, right_bottom } = data;
      return [{ kind: 'car', left: left_top.x, top: left_top.y, right: right_bottom.x, bottom: right_bottom.y }];
    }
    if (label === 'traffic signal' && data._type === 'SinglePoint') return [around('signal', [data.point], SIGNAL)];
    if (label === 'crosswalk' && data._type === 'Points') return [around('crosswalk', data.points)];
    return label === 'pedestrian' ? [around('person', PEDESTRIAN_OUTLINE)] : [];
  });
  return objects.reverse();
}

/** Half of the width and of the height of a traffic signal. */
const SIGNAL = { x: 27, y: 10 };

function around(kind: SceneObject['kind'], points: readonly Point[], margin: Point = { x: 0, y: 0 }): SceneObject {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return {
    kind,
    left: Math.min(...xs) - margin.x,
    top: Math.min(...ys) - margin.y,
    right: Math.max(...xs) + margin.x,
    bottom: Math.max(...ys) + margin.y,
  };
}

/** Intervals of a video. */
export function videoFrame(prefix: string): SeedFrame {
  const { detail } = detailsOf(prefix);
  return {
    details: [
      detail('event', 'event', { _type: 'Range', begin: 1_200, end: 3_400 }, { remarks: '横断' }),
      { ...detail('scene', 'scene', { _type: 'Classification' }, { weather: 'rainy' }), annotation_id: 'label-scene' },
    ],
  };
}

/** A cuboid and a segment of a point cloud, and its classification. */
export function pointCloudFrame(prefix: string): SeedFrame {
  const { id, detail } = detailsOf(prefix);
  return {
    details: [
      detail('vehicle 3D', 'cuboid', { _type: 'Unknown', data: JSON.stringify(CUBOID) }, { kind: 'car' }),
      detail('kerb 3D', 'kerb', { _type: 'Unknown', data: id('kerb') }),
      { ...detail('scene', 'scene', { _type: 'Classification' }, { weather: 'sunny' }), annotation_id: 'label-scene' },
    ],
    files: { [id('kerb')]: { content_type: 'application/json', bytes: Buffer.from(JSON.stringify(SEGMENT)) } },
  };
}

/** A few boxes and a mask, as most frames have. */
export function plainFrame(prefix: string, cars: number): SeedFrame {
  const boxes = Array.from(
    { length: cars },
    (_, index): SimpleAnnotationDetail => ({
      label: 'vehicle',
      annotation_id: `${prefix}-car-${index + 1}`,
      data: box(40 + index * 90, 180 + index * 12, 110 + index * 90, 240 + index * 12),
      attributes: { occluded: index > 0, lane: (index % 3) + 1, colour: 'other', kind: 'car' },
    }),
  );
  const road = `${prefix}-road`;
  return {
    details: [
      ...boxes,
      { label: 'road', annotation_id: road, data: { _type: 'SegmentationV2', data_uri: road }, attributes: {} },
    ],
    files: { [road]: ROAD },
  };
}

/** A cuboid of the 3D editor's second version. */
const CUBOID = {
  kind: 'CUBOID',
  shape: {
    dimensions: { width: 1.8, height: 1.5, depth: 4.4 },
    location: { x: 12.5, y: -2.25, z: 0.75 },
    rotation: { x: 0, y: 0, z: 1.5708 },
    direction: { front: { x: 0, y: 1, z: 0 }, up: { x: 0, y: 0, z: 1 } },
  },
  version: '2',
};

const SEGMENT = { kind: 'SEGMENT', points: [0, 1, 2, 5, 8, 13, 21, 34], version: '1' };

function box(left: number, top: number, right: number, bottom: number): Data {
  return { _type: 'BoundingBox', left_top: { x: left, y: top }, right_bottom: { x: right, y: bottom } };
}

function corners(...numbers: number[]): Point[] {
  const points: Point[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) points.push({ x: numbers[i] ?? 0, y: numbers[i + 1] ?? 0 });
  return points;
}

function mask(polygon: readonly Point[]): SeedFile {
  return drawnOnce(() => drawMask(DEMO_WIDTH, DEMO_HEIGHT, polygon));
}

/** A PNG that is drawn at its first use, once for all emulators of the process. */
export function drawnOnce(draw: () => Uint8Array): SeedFile {
  return { content_type: 'image/png', bytes: lazy(draw) };
}
