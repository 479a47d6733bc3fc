import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SimpleDetailToPut } from '../../../lib/annofab/index.ts';
import { drawMask } from '../../../local/annofab/seed/draw.ts';
import { failureOf } from '../support.ts';
import { elsewhere, empty, full, startTwoProjects } from './annotation-projects.ts';

const box = { _type: 'BoundingBox', left_top: { x: 10, y: 20 }, right_bottom: { x: 30, y: 40 } } as const;
const car: SimpleDetailToPut = { label: 'vehicle', annotation_id: 'car', data: box, attributes: {} };
const mask = drawMask(640, 360, [
  { x: 0, y: 0 },
  { x: 9, y: 0 },
  { x: 9, y: 9 },
]);

/** As untyped JSON has it. */
function json(value: unknown): SimpleDetailToPut {
  return JSON.parse(JSON.stringify(value));
}

describe('annotations.putSimple', () => {
  it('writes every annotation type and attribute type so that it is read back unchanged', async () => {
    const { emulator, annofab } = await startTwoProjects();
    const annotation = await annofab.getAnnotation(full);
    const files = (name: string) =>
      [...emulator.state.files].find(([path]) => path.includes(`/${full.input_data_id}/${name}`))?.[1].bytes;
    const report = await annofab.annotations.putSimple({ ...elsewhere, annotation }, { files });
    expect(report).toMatchObject({ written: 11, kept: 0, removed: 0, problems: [] });
    const { details } = await annofab.getAnnotation(elsewhere);
    const expected = annotation.details.map((detail) => ({
      ...detail,
      // A 3D segment's file lies beside its frame.
      data:
        detail.label === 'kerb 3D'
          ? { ...detail.data, data: `./${elsewhere.input_data_id}/${detail.annotation_id}` }
          : detail.data,
      annotation_id: detail.label === 'scene' ? 'other-label-scene' : detail.annotation_id,
      attributes: Object.fromEntries(Object.entries(detail.attributes).filter(([, value]) => value !== '')),
    }));
    expect(details).toEqual(expected);
  });

  it('writes a frame of an archive with its outer files', async () => {
    const { emulator, annofab } = await startTwoProjects();
    await annofab.postAnnotationArchiveUpdate({ project_id: full.project_id });
    await emulator.settled();
    await using archive = await annofab.archives.openSimple({ project_id: full.project_id });
    for await (const frame of archive.frames({ task_id: full.task_id })) {
      if (frame.input_data_id !== full.input_data_id) continue;
      await annofab.annotations.putSimple(
        { ...elsewhere, annotation: frame },
        { files: (name) => frame.outerFile(name) },
      );
    }
    const written = await annofab.annotations.findEditor(elsewhere);
    const original = await annofab.annotations.findEditor(full);
    const etags = (annotation: typeof written) =>
      annotation?.details.map(({ body }) => (body._type === 'Outer' ? body.etag : body));
    expect(etags(written)).toEqual(etags(original));
  });

  it('accepts details without ids, attributes and classification data', async () => {
    const { annofab } = await startTwoProjects();
    const details = [
      json({ label: 'vehicle', data: box }),
      json({ label: 'vehicle', data: box }),
      json({ label: 'scene' }),
    ];
    const { annotation } = await annofab.annotations.putSimple({ ...empty, annotation: { details } });
    const [one, two, scene] = annotation?.details ?? [];
    expect(one?.annotation_id).toMatch(/^[0-9a-f-]{36}$/);
    expect(two?.annotation_id).not.toBe(one?.annotation_id);
    expect(scene).toMatchObject({ annotation_id: 'label-scene', body: { data: { _type: 'Classification' } } });
  });

  it('writes attributes of each type', async () => {
    const { annofab } = await startTwoProjects();
    const attributes = {
      occluded: true,
      lane: 3,
      plate: '1',
      remarks: 'r',
      colour: 'red',
      kind: 'bus',
      track: 't',
      follows: 'car',
    };
    const { annotation } = await annofab.annotations.putSimple({
      ...empty,
      annotation: { details: [{ ...car, attributes }] },
    });
    expect(annotation?.details[0]?.additional_data_list).toEqual([
      { definition_id: 'attribute-occluded', value: { _type: 'Flag', value: true } },
      { definition_id: 'attribute-lane', value: { _type: 'Integer', value: 3 } },
      { definition_id: 'attribute-plate', value: { _type: 'Text', value: '1' } },
      { definition_id: 'attribute-remarks', value: { _type: 'Comment', value: 'r' } },
      { definition_id: 'attribute-colour', value: { _type: 'Choice', choice_id: 'choice-colour-red' } },
      { definition_id: 'attribute-kind', value: { _type: 'Select', choice_id: 'choice-kind-bus' } },
      { definition_id: 'attribute-track', value: { _type: 'Tracking', value: 't' } },
      { definition_id: 'attribute-follows', value: { _type: 'Link', annotation_id: 'car' } },
    ]);
  });

  it('writes no value for an attribute that is null, empty or absent', async () => {
    const { annofab } = await startTwoProjects();
    const details = [{ ...car, attributes: { lane: null, plate: '', occluded: false, remarks: undefined } }];
    const { annotation } = await annofab.annotations.putSimple({ ...empty, annotation: { details } });
    expect(annotation?.details[0]?.additional_data_list).toEqual([
      { definition_id: 'attribute-occluded', value: { _type: 'Flag', value: false } },
    ]);
  });

  it('rounds coordinates with decimals, which Annofab refuses', async () => {
    const { annofab } = await startTwoProjects();
    const details = [
      { ...car, data: { ...box, left_top: { x: 10.6, y: 20 } } },
      json({
        label: 'crosswalk',
        data: {
          _type: 'Points',
          points: [
            { x: 0.4, y: 1.5 },
            { x: 9, y: 9.49 },
          ],
        },
      }),
    ];
    const { annotation } = await annofab.annotations.putSimple({ ...empty, annotation: { details } });
    expect(annotation?.details.map(({ body }) => body)).toMatchObject([
      { data: { left_top: { x: 11, y: 20 }, right_bottom: { x: 30, y: 40 } } },
      {
        data: {
          points: [
            { x: 0, y: 2 },
            { x: 9, y: 9 },
          ],
        },
      },
    ]);
  });

  it('reports coordinates with decimals by place when they must be exact, and can skip them', async () => {
    const { annofab } = await startTwoProjects();
    const wrong = { ...car, annotation_id: 'wrong', data: { ...box, right_bottom: { x: 30, y: 40.25 } } };
    const put = (onProblem: 'error' | 'skip') =>
      annofab.annotations.putSimple(
        { ...empty, annotation: { details: [car, wrong] } },
        { decimals: 'exact', onProblem },
      );
    const problem = { index: 1, annotation_id: 'wrong', field: 'data.right_bottom.y' };
    expect(await failureOf(put('error'))).toMatchObject({ problems: [problem] });
    expect(await put('skip')).toMatchObject({ written: 1, problems: [problem] });
  });

  it('replaces existing annotations, or keeps them behind the new ones', async () => {
    const { annofab } = await startTwoProjects();
    const put = async (id: string, existing?: 'keep' | 'replace') => {
      const annotation = { details: [{ ...car, annotation_id: id }] };
      const report = await annofab.annotations.putSimple({ ...empty, annotation }, { existing });
      return report.annotation?.details.map(({ annotation_id }) => annotation_id);
    };
    expect(await put('a')).toEqual(['a']);
    expect(await put('b', 'keep')).toEqual(['b', 'a']);
    expect(await put('a', 'keep')).toEqual(['a', 'b']);
    expect(await put('c')).toEqual(['c']);
  });

  it('does not upload the masks of kept annotations again', async () => {
    const { emulator, annofab } = await startTwoProjects();
    const road = json({ label: 'road', annotation_id: 'road', data: { _type: 'SegmentationV2', data_uri: 'road' } });
    await annofab.annotations.putSimple({ ...empty, annotation: { details: [road] } }, { files: () => mask });
    await annofab.annotations.putSimple({ ...empty, annotation: { details: [car] } }, { existing: 'keep' });
    expect(emulator.spy.requests.filter(({ operation }) => operation === 'createTempPath')).toHaveLength(1);
    const kept = (await annofab.annotations.findEditor(empty))?.details[1];
    if (kept?.body._type !== 'Outer') throw new Error('the mask is gone');
    const { bytes } = await annofab.files.read(kept.body.url, { maxBytes: 100_000 });
    expect(bytes).toEqual(Buffer.from(mask));
  });

  it('changes nothing without details', async () => {
    const { emulator, annofab } = await startTwoProjects();
    const report = await annofab.annotations.putSimple({ ...empty, annotation: { details: [] } });
    expect(report).toMatchObject({ annotation: undefined, written: 0 });
    expect(emulator.spy.requests.map(({ operation }) => operation)).not.toContain('putAnnotation');
  });

  it('throws ConflictError when someone else wrote meanwhile', async () => {
    const { annofab } = await startTwoProjects();
    const road = json({ label: 'road', data: { _type: 'SegmentationV2', data_uri: 'road' } });
    const files = async () => {
      await annofab.annotations.putSimple({ ...empty, annotation: { details: [car] } });
      return mask;
    };
    const error = await failureOf(
      annofab.annotations.putSimple({ ...empty, annotation: { details: [road] } }, { files }),
    );
    expect(error).toMatchObject({ name: 'ConflictError', errorCode: 'ALREADY_UPDATED' });
    expect((await annofab.annotations.findEditor(empty))?.details).toMatchObject([{ annotation_id: 'car' }]);
  });

  it('does not read the specs again when they are given', async () => {
    const { emulator, annofab } = await startTwoProjects();
    const specs = await annofab.specs.load(empty);
    await annofab.annotations.putSimple({ ...empty, annotation: { details: [car] } }, { specs });
    await annofab.annotations.putSimple({ ...empty, annotation: { details: [car] } }, { specs });
    expect(emulator.spy.requests.filter(({ operation }) => operation === 'getAnnotationSpecs')).toHaveLength(1);
  });
});

describe('annotation problems', () => {
  it.each<[string, unknown, { field: string; message: RegExp }]>([
    ['an unknown label', { ...car, label: 'tram' }, { field: 'label', message: /no label "tram"/ }],
    ['no label', { data: box }, { field: 'label', message: /no label/ }],
    [
      'an unknown attribute',
      { ...car, attributes: { weight: 1 } },
      { field: 'attributes.weight', message: /no attribute "weight"/ },
    ],
    [
      'an attribute of another label',
      { ...car, attributes: { weather: 'sunny' } },
      { field: 'attributes.weather', message: /label-vehicle no attribute/ },
    ],
    [
      'an unknown choice',
      { ...car, attributes: { colour: 'green' } },
      { field: 'attributes.colour', message: /no choice "green".*"white", "red", "other"/ },
    ],
    [
      'a choice that is not a name',
      { ...car, attributes: { colour: 1 } },
      { field: 'attributes.colour', message: /name of a choice, not 1/ },
    ],
    [
      'text for a flag',
      { ...car, attributes: { occluded: 'true' } },
      { field: 'attributes.occluded', message: /true or false, not "true"/ },
    ],
    [
      'a fraction for an integer',
      { ...car, attributes: { lane: 1.5 } },
      { field: 'attributes.lane', message: /integer, not 1.5/ },
    ],
    [
      'a number for text',
      { ...car, attributes: { plate: 5 } },
      { field: 'attributes.plate', message: /string, not 5/ },
    ],
    ['no data', { ...car, data: null }, { field: 'data', message: /data is missing/ }],
    ['data that is not an object', { ...car, data: '1,2,3,4' }, { field: 'data', message: /object, not a string/ }],
    [
      'data of another type',
      { ...car, data: { _type: 'SinglePoint', point: { x: 1, y: 1 } } },
      { field: 'data._type', message: /bounding_box has BoundingBox, not "SinglePoint"/ },
    ],
    [
      'an invalid point',
      { ...car, data: { ...box, left_top: { x: 'a', y: 0 } } },
      { field: 'data.left_top.x', message: /number, not a string/ },
    ],
    [
      'a polygon without points',
      { label: 'crosswalk', data: { _type: 'Points', points: [] } },
      { field: 'data.points', message: /at least one point/ },
    ],
    [
      'a range without end',
      { label: 'event', data: { _type: 'Range', begin: 1 } },
      { field: 'data.end', message: /number/ },
    ],
    [
      'a missing mask',
      { label: 'road', annotation_id: 'r', data: { _type: 'SegmentationV2', data_uri: 'r' } },
      { field: 'data', message: /file does not exist/ },
    ],
    [
      'a missing 3D segment',
      { label: 'kerb 3D', annotation_id: 'k', data: { _type: 'Unknown', data: './f/k' } },
      { field: 'data', message: /file does not exist/ },
    ],
  ])('reports %s with the detail and the field, and writes nothing', async (_, wrong, { field, message }) => {
    const { emulator, annofab } = await startTwoProjects();
    const details = [car, json({ annotation_id: 'wrong', ...json(wrong) })].map((detail, index) =>
      index === 0 ? { ...detail, annotation_id: 'first' } : detail,
    );
    const error = await failureOf(annofab.annotations.putSimple({ ...empty, annotation: { details } }));
    expect(error).toMatchObject({
      name: 'AnnotationProblemsError',
      problems: [
        { index: 1, annotation_id: details[1]?.annotation_id, field, message: expect.stringMatching(message) },
      ],
    });
    expect(error.message).toContain(`details[1] (${details[1]?.annotation_id}) ${field}: `);
    expect(emulator.spy.requests.map(({ operation }) => operation)).not.toContain('putAnnotation');
  });

  it('reports the annotations that an archive could not read, and details that are not objects', async () => {
    const { annofab } = await startTwoProjects();
    const odd = {
      annotation_id: 'odd',
      odd: { field: 'data.point.y', reason: 'must be a finite number, not null', json: {} },
    };
    const details = [car, odd, json(null)];
    const report = await annofab.annotations.putSimple({ ...empty, annotation: { details } }, { onProblem: 'skip' });
    expect(report).toMatchObject({
      written: 1,
      problems: [
        { index: 1, annotation_id: 'odd', field: 'data.point.y', message: 'It must be a finite number, not null.' },
        { index: 2, field: 'detail', message: 'It must be an object.' },
      ],
    });
  });

  it('reports duplicate ids, also of two classifications', async () => {
    const { annofab } = await startTwoProjects();
    const scene = json({ label: 'scene', data: { _type: 'Classification' } });
    const details = [car, { ...car }, scene, scene];
    expect(await failureOf(annofab.annotations.putSimple({ ...empty, annotation: { details } }))).toMatchObject({
      problems: [
        { index: 1, annotation_id: 'car', field: 'annotation_id' },
        { index: 3, annotation_id: 'label-scene', field: 'annotation_id' },
      ],
    });
  });

  it('reports an ambiguous name', async () => {
    const { annofab } = await startTwoProjects((specs) => ({
      ...specs,
      labels: [...specs.labels, ...specs.labels.slice(0, 1).map((label) => ({ ...label, label_id: 'another' }))],
    }));
    const error = await failureOf(annofab.annotations.putSimple({ ...elsewhere, annotation: { details: [car] } }));
    expect(error.message).toContain('2 times the label "vehicle": other-label-vehicle, another.');
  });

  it('lists the first five problems in the message and counts the rest', async () => {
    const { annofab } = await startTwoProjects();
    const details = Array.from({ length: 8 }, () => ({ ...car, annotation_id: null, label: 'tram' }));
    const error = await failureOf(annofab.annotations.putSimple({ ...empty, annotation: { details } }));
    expect(error).toMatchObject({ problems: { length: 8 } });
    expect(error.message).toContain('details[4] label');
    expect(error.message).toMatch(/And 3 more\.$/);
  });

  it('skips and reports invalid annotations with onProblem skip', async () => {
    const { annofab } = await startTwoProjects();
    const details = [
      { ...car, attributes: { lane: 'x', plate: 'p' } },
      { ...car, annotation_id: 'tram', label: 'tram' },
      json({ label: 'road', annotation_id: 'r', data: { _type: 'SegmentationV2', data_uri: 'r' } }),
    ];
    const { annotation, written, problems } = await annofab.annotations.putSimple(
      { ...empty, annotation: { details } },
      { onProblem: 'skip' },
    );
    expect(written).toBe(1);
    expect(problems.map(({ index, field }) => [index, field])).toEqual([
      [0, 'attributes.lane'],
      [1, 'label'],
      [2, 'data'],
    ]);
    expect(annotation?.details[0]?.additional_data_list).toHaveLength(1);
  });

  it('reports a link to a skipped annotation', async () => {
    const { annofab } = await startTwoProjects();
    const details = [
      { ...car, attributes: { follows: 'tram' } },
      { ...car, annotation_id: 'other', attributes: { follows: 'car' } },
      { ...car, annotation_id: 'tram', label: 'tram' },
    ];
    const { annotation, problems } = await annofab.annotations.putSimple(
      { ...empty, annotation: { details } },
      { onProblem: 'skip' },
    );
    expect(problems.map(({ index, field }) => [index, field])).toEqual([
      [0, 'attributes.follows'],
      [2, 'label'],
    ]);
    expect(annotation?.details.map(({ additional_data_list: list }) => list.length)).toEqual([0, 1]);
  });

  it('leaves the frame unchanged when every annotation is skipped', async () => {
    const { annofab } = await startTwoProjects();
    await annofab.annotations.putSimple({ ...empty, annotation: { details: [car] } });
    const details = [{ ...car, label: 'tram' }];
    const report = await annofab.annotations.putSimple({ ...empty, annotation: { details } }, { onProblem: 'skip' });
    expect(report).toMatchObject({ annotation: undefined, written: 0, kept: 1, removed: 0, problems: { length: 1 } });
    expect((await annofab.annotations.findEditor(empty))?.details).toHaveLength(1);
  });

  it('passes on an error of the files callback', async () => {
    const { annofab } = await startTwoProjects();
    const road = json({ label: 'road', data: { _type: 'SegmentationV2', data_uri: 'road' } });
    const files = async () => {
      throw new RangeError('disk');
    };
    const error = await failureOf(
      annofab.annotations.putSimple({ ...empty, annotation: { details: [road] } }, { files, onProblem: 'skip' }),
    );
    expect(error).toBeInstanceOf(RangeError);
  });
});

describe('text of a custom annotation type', () => {
  const cuboid = (data: string) => json({ label: 'vehicle 3D', annotation_id: 'c', data: { _type: 'Unknown', data } });

  it('stays text when it is JSON, or when no file has its name', async () => {
    const { annofab } = await startTwoProjects();
    for (const data of ['{"kind":"CUBOID"}', 'some words']) {
      const asked: string[] = [];
      const files = (name: string) => {
        asked.push(name);
        return undefined;
      };
      const { annotation } = await annofab.annotations.putSimple(
        { ...empty, annotation: { details: [cuboid(data)] } },
        { files },
      );
      expect(annotation?.details[0]?.body).toEqual({ _type: 'Inner', data: { _type: 'Unknown', data } });
      expect(asked).toEqual(data === 'some words' ? ['some words'] : []);
    }
  });

  it('becomes an outer file when a file has the name at its end', async () => {
    const { annofab } = await startTwoProjects();
    const files = (name: string) => (name === 'k' ? Buffer.from('{}') : undefined);
    const details = [cuboid('./frame/k')];
    const { annotation } = await annofab.annotations.putSimple({ ...empty, annotation: { details } }, { files });
    expect(annotation?.details[0]?.body._type).toBe('Outer');
  });
});

it('random boxes, points, lines and attributes are read back as they were written', async () => {
  const { annofab } = await startTwoProjects();
  const specs = await annofab.specs.load(empty);
  const point = fc.record({ x: fc.integer({ min: 0, max: 9_999 }), y: fc.integer({ min: 0, max: 9_999 }) });
  const attributes = fc.record(
    {
      occluded: fc.boolean(),
      lane: fc.integer(),
      plate: fc.string({ minLength: 1 }),
      colour: fc.constantFrom('white', 'red', 'other'),
      kind: fc.constantFrom('car', 'truck', 'bus'),
    },
    { requiredKeys: [] },
  );
  const shape = fc.oneof(
    fc.record({
      label: fc.constant('vehicle'),
      data: fc.record({ _type: fc.constant('BoundingBox' as const), left_top: point, right_bottom: point }),
      attributes,
    }),
    fc.record({
      label: fc.constantFrom('crosswalk', 'lane line'),
      data: fc.record({
        _type: fc.constant('Points' as const),
        points: fc.array(point, { minLength: 1, maxLength: 5 }),
      }),
      attributes: fc.constant({}),
    }),
    fc.record({
      label: fc.constant('event'),
      data: fc.record({ _type: fc.constant('Range' as const), begin: fc.nat(), end: fc.nat() }),
      attributes: fc.constant({}),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(shape, { minLength: 1, maxLength: 6 }), async (shapes) => {
      const details = shapes.map((detail, index) => ({ ...detail, annotation_id: `annotation-${index}` }));
      await annofab.annotations.putSimple({ ...empty, annotation: { details } }, { specs });
      expect((await annofab.getAnnotation(empty)).details).toEqual(details);
    }),
    { numRuns: 25 },
  );
});
