import { describe, expect, it } from 'vitest';
import {
  type AnnotationData,
  type Oddity,
  openFullArchive,
  openSimpleArchive,
  readStringData,
} from '../../../lib/annofab/index.ts';
import { makeZip, type ZipPart } from './make-zip.ts';
import { collect, detail, frameJson, fullDetail, inLanguages } from './samples.ts';

/** One annotation of a Simple archive, and of a Full one. */
async function simpleDetail(data: unknown, files: readonly ZipPart[] = []) {
  const parts = [{ path: 't/i.json', content: frameJson('t', 'i', [detail(data)]) }, ...files];
  await using archive = await openSimpleArchive({ bytes: makeZip(parts) });
  return (await collect(archive.frames()))[0]?.details[0];
}

async function fullDetailOf(annotation_type: string, data: unknown) {
  const content = frameJson('t', 'i', [fullDetail(annotation_type, data)], { detail: [{ old: true }] });
  await using archive = await openFullArchive({ bytes: makeZip([{ path: 't/i.json', content }]) });
  return (await collect(archive.frames()))[0]?.details[0];
}

async function simple(data: unknown, files: readonly ZipPart[] = []): Promise<AnnotationData | undefined> {
  return (await simpleDetail(data, files))?.data;
}

async function full(annotation_type: string, data: unknown): Promise<AnnotationData | undefined> {
  return (await fullDetailOf(annotation_type, data))?.data;
}

/** Why an annotation cannot be read: `field: reason`. */
function oddity(read: { readonly odd?: Oddity | undefined } | undefined): string | undefined {
  return read?.odd && `${read.odd.field}: ${read.odd.reason}`;
}

const at = (x: number, y: number) => ({ x, y });

describe('annotation data', () => {
  it.each<[Record<string, unknown>]>([
    [{ _type: 'BoundingBox', left_top: at(1, 2), right_bottom: at(30.5, 4) }],
    [{ _type: 'Points', points: [at(1, 2), at(3, 4), at(5, -6)] }],
    [{ _type: 'Points', points: [] }],
    [{ _type: 'SinglePoint', point: at(0, 0) }],
    [{ _type: 'Segmentation', data_uri: 'a1' }],
    [{ _type: 'SegmentationV2', data_uri: './i/a1' }],
    [{ _type: 'Range', begin: 0, end: 12.5 }],
    [{ _type: 'Classification' }],
    [{ _type: 'Hologram', layers: [1, 2] }],
    [{ _type: 'constructor' }],
    [{ _type: 'BoundingBox', left_top: at(1, 2), right_bottom: at(3, 4), angle: 0.5 }],
  ])('accepts the annotation data %j', async (data) => {
    expect(await simple(data)).toEqual(data);
    expect(await full('bounding_box', data)).toEqual(data);
  });

  it('accepts annotation data that is null or absent', async () => {
    expect(await simple(null)).toBeNull();
    expect(await simple(undefined)).toBeNull();
    expect(await full('segmentation', null)).toBeNull();
  });

  it.each<[unknown, string]>([
    [{ _type: 'BoundingBox', left_top: at(1, 2) }, 'data.right_bottom: must be an object, not absent'],
    [{ _type: 'BoundingBox', left_top: { x: '1', y: 2 } }, 'data.left_top.x: must be a finite number, not a string'],
    [{ _type: 'Points', points: [at(1, 2), null] }, 'data.points[1]: must be an object, not null'],
    [{ _type: 'Points' }, 'data.points: must be an array, not absent'],
    [{ _type: 'SinglePoint', point: [1, 2] }, 'data.point: must be an object, not an array'],
    [{ _type: 'Segmentation' }, 'data.data_uri: must be a string, not absent'],
    [{ _type: 'Range', begin: 1, end: null }, 'data.end: must be a finite number, not null'],
    [{ _type: 'Unknown', data: {} }, 'data.data: must be a string, not an object'],
    [{ left_top: at(1, 2) }, 'data._type: must be a string, not absent'],
    [7, 'data: must be an object, a string or null, not a number'],
  ])('returns an annotation with the invalid data %j as it is, with the reason', async (data, message) => {
    const read = await simpleDetail(data);
    expect(oddity(read)).toBe(message);
    expect(read).toMatchObject({ annotation_id: 'a1', odd: { json: detail(data) } });
    expect(read).not.toHaveProperty('data');
  });

  it('reads a coordinate with more digits than a number has as the nearest number', async () => {
    const content = frameJson('t', 'i', [detail({ _type: 'SinglePoint', point: at(1, 2) })]).replace(
      '"x":1',
      '"x":10.123456789012345678901',
    );
    await using archive = await openSimpleArchive({ bytes: makeZip([{ path: 't/i.json', content }]) });
    const [frame] = await collect(archive.frames());
    expect(frame?.details[0]?.data).toEqual({ _type: 'SinglePoint', point: at(10.123456789012346, 2) });
  });

  it('returns a coordinate that overflows to Infinity as invalid', async () => {
    const content = frameJson('t', 'i', [detail({ _type: 'Range', begin: 1, end: 2 })]).replace(
      '"end":2',
      '"end":1e999',
    );
    await using archive = await openSimpleArchive({ bytes: makeZip([{ path: 't/i.json', content }]) });
    const [frame] = await collect(archive.frames());
    expect(oddity(frame?.details[0])).toBe('data.end: must be a finite number, not a number');
  });
});

describe('cuboids', () => {
  const shape = {
    dimensions: { width: 1, height: 2, depth: 3 },
    location: { x: 4, y: 5, z: 6 },
    rotation: { x: 0, y: 0, z: Math.PI / 2 },
  };
  const direction = { front: { x: 0, y: 1, z: 0 }, up: { x: 0, y: 0, z: 1 } };
  const cuboid = (value: unknown) => ({ _type: 'Unknown', data: JSON.stringify(value) });
  const near = ({ x, y, z }: { x: number; y: number; z: number }) => ({
    x: expect.closeTo(x, 9),
    y: expect.closeTo(y, 9),
    z: expect.closeTo(z, 9),
  });
  const nearDirection = { front: near(direction.front), up: near(direction.up) };

  it('reads a cuboid of version 2 from its JSON text', async () => {
    const data = cuboid({ kind: 'CUBOID', shape: { ...shape, direction }, version: '2' });
    expect(await simple(data)).toEqual({ ...data, kind: 'CUBOID', version: '2', shape: { ...shape, direction } });
  });

  it.each([['1'], [undefined], [null]])(
    'converts a cuboid of version %s to the shape of version 2',
    async (version) => {
      const data = await simple(cuboid({ kind: 'CUBOID', shape: { ...shape, direction: direction.front }, version }));
      // Version 1: width along X, height along Y, depth along Z. Version 2: depth along X, width along Y, height along Z.
      const dimensions = { width: 2, height: 3, depth: 1 };
      expect(data).toMatchObject({
        kind: 'CUBOID',
        version: '1',
        shape: { ...shape, dimensions, direction: nearDirection },
      });
    },
  );

  it('computes the direction of a cuboid from its rotation when it is absent', async () => {
    expect(await simple(cuboid({ kind: 'CUBOID', shape, version: '1' }))).toMatchObject({
      shape: { direction: nearDirection },
    });
  });

  it('computes the same direction as a quaternion when a cuboid is rotated about all axes', async () => {
    const rotation = { x: 0.3, y: -1.1, z: 2.2 };
    const data = await simple(cuboid({ kind: 'CUBOID', shape: { ...shape, rotation }, version: '1' }));
    const q = quaternionOf(rotation);
    expect(data).toMatchObject({
      shape: { direction: { front: near(turn(q, [1, 0, 0])), up: near(turn(q, [0, 0, 1])) } },
    });
  });

  it.each<[unknown, string]>([
    [{ kind: 'CUBOID', shape, version: '3' }, 'data.data.version: must be "1" or "2", not "3"'],
    [{ kind: 'CUBOID', version: '2' }, 'data.data.shape: must be an object, not absent'],
    [{ kind: 'CUBOID', shape: { ...shape, location: { x: 1, y: 2 } }, version: '2' }, 'data.data.shape.location.z'],
    [{ kind: 'CUBOID', shape: { ...shape, dimensions: 1 }, version: '2' }, 'data.data.shape.dimensions'],
    [
      { kind: 'CUBOID', shape: { ...shape, direction: { front: {} } }, version: '2' },
      'data.data.shape.direction.front.x',
    ],
    [{ kind: 'CUBOID', shape, version: 2 }, 'data.data.version: must be "1" or "2", not 2'],
  ])('returns the invalid cuboid %j as it is, with the reason', async (value, message) => {
    const read = await simpleDetail(cuboid(value));
    expect(oddity(read)).toContain(message);
    expect(read?.odd?.json).toEqual(detail(cuboid(value)));
  });
});

describe('point-cloud segments', () => {
  const points = { kind: 'SEGMENT', points: [0, 7, 12], version: '1' };

  it.each([['a1'], ['./i/a1'], ['i/a1']])(
    'recognises a segment by its outer file when the data is %s',
    async (data) => {
      const file = { path: 't/i/a1', content: JSON.stringify(points) };
      const content = frameJson('t', 'i', [detail({ _type: 'Unknown', data })]);
      await using archive = await openSimpleArchive({ bytes: makeZip([{ path: 't/i.json', content }, file]) });
      const [frame] = await collect(archive.frames());
      expect(frame?.details[0]?.data).toEqual({ _type: 'Unknown', kind: 'SEGMENT', data });
      expect(await frame?.segment('a1')).toEqual(points);
    },
  );

  it.each<[unknown, string]>([
    [{ ...points, points: [1, -1] }, 'points[1]: must be the index of a point'],
    [{ ...points, points: [1.5] }, 'points[0]: must be the index of a point'],
    [{ ...points, kind: 'CUBOID' }, 'kind: must be "SEGMENT", not "CUBOID"'],
    ['PNG', 'must be an object, not a string'],
  ])('reports the invalid segment file %j', async (file, message) => {
    const parts = [
      { path: 't/i.json', content: frameJson('t', 'i', [detail({ _type: 'Unknown', data: 'a1' })]) },
      { path: 't/i/a1', content: JSON.stringify(file) },
    ];
    await using archive = await openSimpleArchive({ bytes: makeZip(parts) });
    const [frame] = await collect(archive.frames());
    await expect(frame?.segment('a1')).rejects.toThrow(`entry t/i/a1: ${message}`);
  });

  it.each([['free text'], ['{"kind":"ELLIPSE","r":2}'], ['{ not JSON'], ['../../etc/passwd'], ['']])(
    'reads the text %s of a custom editor as CUSTOM data, not as a segment',
    async (data) => {
      expect(await simple({ _type: 'Unknown', data })).toEqual({ _type: 'Unknown', kind: 'CUSTOM', data });
    },
  );
});

describe('string data of the first format version', () => {
  it.each<[string, string, unknown]>([
    ['bounding_box', '1,2,30,4', { _type: 'BoundingBox', left_top: at(1, 2), right_bottom: at(30, 4) }],
    ['point', '1.5, 2', { _type: 'SinglePoint', point: at(1.5, 2) }],
    ['polygon', '1,2,3,4,5,6', { _type: 'Points', points: [at(1, 2), at(3, 4), at(5, 6)] }],
    ['polyline', '1,2,3,4', { _type: 'Points', points: [at(1, 2), at(3, 4)] }],
    ['range', '0,2500', { _type: 'Range', begin: 0, end: 2500 }],
    ['custom', 'anything', { _type: 'Unknown', kind: 'CUSTOM', data: 'anything' }],
  ])('reads the string data of a %s in a Full archive: %s', async (type, data, expected) => {
    expect(await full(type, data)).toEqual(expected);
    expect(readStringData(type, data)).toEqual(expected);
  });

  it.each([
    ['bounding_box', '1,2,3'],
    ['point', '1,two'],
    ['polygon', '1,2,3'],
    ['range', ''],
    ['range', '1,,'],
  ])('returns an annotation with invalid string data of a %s as it is: %s', async (type, data) => {
    expect(oddity(await fullDetailOf(type, data))).toContain(`data: must be the numbers of a ${type}`);
  });

  it('keeps string data in a Simple archive, which does not state the annotation type', async () => {
    expect(await simple('1,2,3,4')).toEqual({ _type: 'Unknown', kind: 'CUSTOM', data: '1,2,3,4' });
  });
});

describe('attributes', () => {
  const attribute = (value: unknown) => ({
    additional_data_definition_id: 'd1',
    additional_data_definition_name: inLanguages('type'),
    type: 'choice',
    value,
  });
  const read = async (value: unknown) => {
    const details = [fullDetail('point', null, { additional_data_list: [attribute(value)] })];
    await using archive = await openFullArchive({
      bytes: makeZip([{ path: 't/i.json', content: frameJson('t', 'i', details) }]),
    });
    return (await collect(archive.frames()))[0]?.details[0];
  };

  it.each<[unknown]>([
    [{ _type: 'Flag', value: true }],
    [{ _type: 'Integer', value: 3 }],
    [{ _type: 'Comment', value: '' }],
    [{ _type: 'Choice', value: { id: 'c1', name: inLanguages('large') } }],
    [{ _type: 'Choice', value: null }],
    [{ _type: 'Tracking', value: 't-1' }],
    [{ _type: 'Link' }],
    [{ _type: 'Colour', value: [255, 0, 0] }],
    [null],
  ])('accepts the attribute value %j in a Full archive', async (value) => {
    expect((await read(value))?.additional_data_list?.[0]?.value).toEqual(value);
  });

  it.each<[unknown, string]>([
    [{ _type: 'Flag', value: 'yes' }, 'value.value: must be a value of type Flag, not a string'],
    [{ _type: 'Choice', value: 'c1' }, 'value.value: must be a value of type Choice'],
    [{ value: 1 }, 'value._type: must be a string, not absent'],
    ['x', 'value: must be an object, not a string'],
  ])('returns an annotation with the attribute value %j of a Full archive as it is', async (value, message) => {
    expect(oddity(await read(value))).toContain(`additional_data_list[0].${message}`);
  });

  it('returns the attributes of a Simple archive verbatim, and {} when they are absent', async () => {
    const attributes = { weight: 3, occluded: true, name: '', link: null };
    const details = [detail(null, { attributes }), detail(null, { attributes: null })];
    await using archive = await openSimpleArchive({
      bytes: makeZip([{ path: 't/i.json', content: frameJson('t', 'i', details) }]),
    });
    const [frame] = await collect(archive.frames());
    expect(frame?.details.map((one) => one.attributes)).toEqual([attributes, {}]);
  });

  it('does not let attributes named __proto__ change a prototype', async () => {
    const content = frameJson('t', 'i', [detail(null)]).replace(
      '"attributes":{}',
      '"attributes":{},"__proto__":{"evil":1}',
    );
    await using archive = await openSimpleArchive({ bytes: makeZip([{ path: 't/i.json', content }]) });
    const [frame] = await collect(archive.frames());
    expect(Reflect.get(frame?.details[0] ?? {}, 'evil')).toBeUndefined();
  });
});

type Quaternion = readonly [w: number, x: number, y: number, z: number];

/** Roll about z, then pitch about x, then yaw about y. */
function quaternionOf({ x, y, z }: { x: number; y: number; z: number }): Quaternion {
  const about = (axis: 1 | 2 | 3, angle: number): Quaternion => {
    const q: [number, number, number, number] = [Math.cos(angle / 2), 0, 0, 0];
    q[axis] = Math.sin(angle / 2);
    return q;
  };
  return times(times(about(2, y), about(1, x)), about(3, z));
}

function times([aw, ax, ay, az]: Quaternion, [bw, bx, by, bz]: Quaternion): Quaternion {
  return [
    aw * bw - ax * bx - ay * by - az * bz,
    aw * bx + ax * bw + ay * bz - az * by,
    aw * by - ax * bz + ay * bw + az * bx,
    aw * bz + ax * by - ay * bx + az * bw,
  ];
}

function turn(q: Quaternion, [x, y, z]: readonly [number, number, number]): { x: number; y: number; z: number } {
  const [w, i, j, k] = q;
  const turned = times(times(q, [0, x, y, z]), [w, -i, -j, -k]);
  return { x: turned[1], y: turned[2], z: turned[3] };
}
