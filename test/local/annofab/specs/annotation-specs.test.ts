import { describe, expect, it } from 'vitest';
import type {
  AnnotationSpecsRequestV3,
  AnnotationSpecsV1,
  AnnotationSpecsV2,
  AnnotationSpecsV3,
} from '../../../../lib/annofab/api-description.ts';
import { annofabError, demo, OWNER, PROJECT, startEmulator } from '../emulator.ts';
import { readSigned } from '../files/signed-cookies.ts';

const SPECS = `/api/v1/projects/${PROJECT}/annotation-specs`;
const named = (english: string) => ({ messages: [{ lang: 'en-US', message: english }], default_lang: 'en-US' });
const color = { red: 1, green: 2, blue: 3 };
const tools = { append: true, erase: true, freehand: false, rectangle_fill: true, polygon_fill: true, fill_near: true };

type Started = Awaited<ReturnType<typeof startEmulator>>;

/** Reads the specs in a version, which the types of the operation cannot express. */
async function read(raw: Started['raw'], v: 3): Promise<AnnotationSpecsV3>;
async function read(raw: Started['raw'], v: 2): Promise<AnnotationSpecsV2>;
async function read(raw: Started['raw'], v: 1): Promise<AnnotationSpecsV1>;
async function read(raw: Started['raw'], v: number): Promise<unknown> {
  return (await raw('GET', `${SPECS}?v=${v}`)).json;
}

/** Replaces the present specs. */
async function put({ raw }: Started, body: object, query = '') {
  const { updated_datetime: lock } = await read(raw, 3);
  return await raw('PUT', SPECS + query, { body: { ...body, last_updated_datetime: lock } });
}

const v3: AnnotationSpecsRequestV3 = {
  labels: [
    {
      label_id: 'car',
      label_name: named('car'),
      keybind: [],
      annotation_type: 'bounding_box',
      field_values: {
        minimum_size_2d_with_default_insert_position: {
          _type: 'MinimumSize2dWithDefaultInsertPosition',
          min_warn_rule: 'or',
          min_width: 5,
          min_height: 7,
          position_for_minimum_bounding_box_insertion: [30, 40],
        },
        margin_of_error_tolerance: { _type: 'MarginOfErrorTolerance', max_pixel: 2 },
      },
      additional_data_definitions: ['plate', 'follows'],
      color,
    },
    {
      label_id: 'road',
      label_name: named('road'),
      keybind: [],
      annotation_type: 'segmentation_v2',
      field_values: { annotation_editor_feature: { _type: 'AnnotationEditorFeature', ...tools } },
      additional_data_definitions: [],
      color,
    },
  ],
  additionals: [
    { additional_data_definition_id: 'plate', name: named('plate'), type: 'text' },
    { additional_data_definition_id: 'follows', name: named('follows'), type: 'link' },
  ],
  restrictions: [
    { additional_data_definition_id: 'plate', condition: { _type: 'Matches', value: '[0-9]+' } },
    { additional_data_definition_id: 'follows', condition: { _type: 'HasLabel', labels: ['car'] } },
    { additional_data_definition_id: 'follows', condition: { _type: 'NotEquals', value: '' } },
  ],
  inspection_phrases: [],
  format_version: '3.1.0',
};

describe('specs in version 3', () => {
  it('putAnnotationSpecs answers with the written specs, by default in version 2', async () => {
    const started = await startEmulator();
    expect((await put(started, v3)).json).toMatchObject({ format_version: '2.1.0' });
    expect((await put(started, v3, '?v=3')).json).toMatchObject(v3);
    expect(await read(started.raw, 3)).toMatchObject(v3);
  });

  it('version 3 has all lists and dictionaries, also those that were not written', async () => {
    const started = await startEmulator();
    const additionals = v3.additionals.map((definition) => ({ ...definition, choices: null, keybind: null }));
    for (const v of [1, 2, 3] as const) {
      await put(started, { ...v3, additionals });
      const { json } = await started.raw('GET', `${SPECS}?v=${v}`);
      expect(json).toMatchObject({ option: { can_overwrap: true } });
      const plate = { choices: [], keybind: [], metadata: {}, read_only: false };
      const place =
        v === 1 ? { labels: [{ additional_data_definitions: [plate, plate] }, {}] } : { additionals: [plate, plate] };
      expect(json).toMatchObject(place);
    }
    await put(started, { ...v3, option: { can_overwrap: false } });
    expect((await read(started.raw, 3)).option).toEqual({ can_overwrap: false });
  });

  it('version two of the API answers with the same specs', async () => {
    const { annofab, owner, raw } = await startEmulator();
    const path = `/api/v2/projects/${PROJECT}/annotation-specs`;
    const answer = await readSigned(raw, path, '?v=3');
    expect(answer.json).toEqual(await owner.getAnnotationSpecs({ ...demo, query: { v: 3 } }));
    const [history] = annofab.state.projects.get(PROJECT)?.specsHistories ?? [];
    const past = await readSigned(raw, path, `?v=1&history_id=${history?.history.history_id}`);
    expect(past.json).toHaveProperty('labels');
  });
});

describe('specs in version 2', () => {
  it('version 2 has separate fields for the field values of version 3', async () => {
    const started = await startEmulator();
    await put(started, v3);
    const { labels, restrictions } = await read(started.raw, 2);
    expect(labels[0]?.bounding_box_metadata).toMatchObject({
      ...{ min_width: 5, min_height: 7, min_warn_rule: 'or', tolerance: 2 },
      position_for_minimum_bounding_box_insertion: { x: 30, y: 40 },
    });
    expect(labels[1]?.annotation_editor_feature).toEqual(tools);
    expect(labels[1]?.segmentation_metadata ?? null).toBeNull();
    expect(restrictions).toEqual(v3.restrictions);
  });

  it('writing back version 2 loses nothing of version 3', async () => {
    const started = await startEmulator();
    await put(started, v3);
    const before = await read(started.raw, 3);
    const answer = await put(started, await read(started.raw, 2));
    expect(answer.status).toBe(200);
    const after = await read(started.raw, 3);
    expect(after).toEqual({ ...before, updated_datetime: after.updated_datetime });
  });
});

describe('specs in version 1', () => {
  it('version 1 has attributes inside labels, and restrictions inside attributes', async () => {
    const started = await startEmulator();
    await put(started, v3);
    const specs = await read(started.raw, 1);
    expect(specs).not.toHaveProperty('additionals');
    expect(specs.labels[0]?.additional_data_definitions).toMatchObject([
      { additional_data_definition_id: 'plate', type: 'text', regex: '[0-9]+' },
      { additional_data_definition_id: 'follows', type: 'link', label_ids: ['car'], required: true },
    ]);
  });

  it('writing back version 1 keeps labels, attributes and restrictions', async () => {
    const started = await startEmulator();
    await put(started, v3);
    await put(started, await read(started.raw, 1), '?v=1');
    const after = await read(started.raw, 3);
    expect(after.additionals.map(({ additional_data_definition_id: id }) => id)).toEqual(['plate', 'follows']);
    expect(after.restrictions).toEqual(v3.restrictions);
    expect(after.labels).toMatchObject(v3.labels);
  });
});

describe('inconsistent specs', () => {
  const [car] = v3.labels;
  const [plate] = v3.additionals;
  const rule = (id: string, condition: object) => [{ additional_data_definition_id: id, condition }];
  it.each([
    ['a duplicate label', { labels: [car, car] }, /label car occurs twice/],
    ['a duplicate attribute', { additionals: [...v3.additionals, plate] }, /attribute plate occurs twice/],
    [
      'a duplicate choice',
      {
        additionals: [
          ...v3.additionals,
          {
            additional_data_definition_id: 'kind',
            name: named('kind'),
            type: 'choice',
            choices: [1, 2].map(() => ({ choice_id: 'bus', name: named('bus') })),
          },
        ],
      },
      /choice of the attribute kind bus occurs twice/,
    ],
    ['a label with an unknown attribute', { additionals: [plate] }, /label car refers to the attribute follows/],
    [
      'a restriction of an unknown attribute',
      { restrictions: rule('gone', { _type: 'CanInput', enable: false }) },
      /restriction refers to the attribute gone/,
    ],
    [
      'a restriction to an unknown label',
      { restrictions: rule('follows', { _type: 'HasLabel', labels: ['gone'] }) },
      /restriction refers to the label gone/,
    ],
    [
      'a premise about an unknown attribute',
      {
        restrictions: rule('plate', {
          _type: 'Imply',
          premise: { additional_data_definition_id: 'gone', condition: { _type: 'Equals', value: 'true' } },
          condition: { _type: 'CanInput', enable: false },
        }),
      },
      /restriction refers to the attribute gone/,
    ],
    ['a label without a name', { labels: [{ ...car, label_name: null }] }, /label_name/],
  ])('putAnnotationSpecs returns 400 and changes nothing for %s', async (_, fields, message) => {
    const started = await startEmulator();
    const before = await read(started.raw, 3);
    const answer = await put(started, { ...v3, ...fields });
    expect(answer).toMatchObject(annofabError(400, 'INVALID_BODY'));
    expect(answer.text).toMatch(message);
    expect(await read(started.raw, 3)).toEqual(before);
  });

  it('putAnnotationSpecs returns 403 to others than owners', async () => {
    const { accepter } = await startEmulator();
    await expect(accepter.putAnnotationSpecs({ ...demo, body: v3 })).rejects.toMatchObject({ status: 403 });
  });
});

describe('changes of the specs', () => {
  it('auto_marking adds a marker to every graph', async () => {
    const started = await startEmulator();
    await put(started, { ...v3, comment: '車を足した', auto_marking: true });
    await put(started, { ...v3, auto_marking: true });
    await put(started, v3);
    const { markers } = await started.owner.getMarkers(demo);
    expect(new Set(markers.map(({ title }) => title))).toEqual(new Set(['車を足した', 'アノテーション仕様の変更']));
    expect(markers.map(({ graph_type }) => graph_type)).toContain('mean_labor_time_per_image');
    expect(markers.map(({ graph_type }) => graph_type)).not.toContain('mean_labor_time_per_minute_of_movie');
  });

  it('the histories of specs have the account and the comment of every change', async () => {
    const started = await startEmulator();
    await put(started, { ...v3, comment: '車を足した' });
    const histories = await started.worker.getAnnotationSpecsHistories(demo);
    expect(histories.at(-1)).toMatchObject({ account_id: OWNER, comment: '車を足した' });
    const file = await (await fetch(histories.at(-1)?.url ?? '')).json();
    expect(file).toMatchObject({ labels: v3.labels });
    const query = { v: 3, history_id: 'nothing' } as const;
    await expect(started.owner.getAnnotationSpecs({ ...demo, query })).rejects.toMatchObject({ status: 404 });
  });

  it('the first save of specs needs no lock', async () => {
    const { owner } = await startEmulator();
    const fresh = { project_id: 'fresh' };
    const body = { title: '新しい', status: 'active', organization_name: 'demo-org', configuration: {} } as const;
    await owner.putProject({ ...fresh, body });
    await owner.putAnnotationSpecs({ ...fresh, query: { v: 3 }, body: v3 });
    await expect(owner.putAnnotationSpecs({ ...fresh, body: v3 })).rejects.toMatchObject({ status: 409 });
    expect(await owner.getAnnotationSpecsHistories(fresh)).toHaveLength(1);
  });
});
