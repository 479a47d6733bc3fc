import { describe, expect, it } from 'vitest';
import {
  type AnnotationSpecsV1,
  type AnnotationSpecsV2,
  createSpecsAccessor,
  fieldValues,
  messageIn,
  nameIn,
  SpecsError,
} from '../../../lib/annofab/index.ts';
import { attribute, label, message, specsOf, streetSpecs } from './support.ts';

const specs = createSpecsAccessor(streetSpecs);

function failureOf(action: () => unknown): SpecsError {
  try {
    action();
  } catch (error) {
    if (error instanceof SpecsError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}

describe('localized names', () => {
  const both = message(['car', '車']);

  it('are returned for a language tag or its primary part, case-insensitively', () => {
    expect(nameIn(both)).toBe('car');
    expect(['ja', 'ja-JP', 'JA-jp'].map((lang) => nameIn(both, lang))).toEqual(['車', '車', '車']);
    expect(nameIn(both, 'en')).toBe('car');
  });

  it('fall back to the default language, then to any language', () => {
    expect(nameIn(both, 'vi')).toBe('車');
    expect(nameIn({ messages: [{ lang: 'vi-VN', message: 'xe' }], default_lang: 'ja-JP' }, 'en')).toBe('xe');
    expect(nameIn({ messages: [], default_lang: 'ja-JP' })).toBe('');
  });

  it('do not fall back in messageIn', () => {
    expect(messageIn(both, 'vi')).toBeUndefined();
    expect(messageIn(both, 'ja')).toBe('車');
  });
});

describe('lookups in annotation specs', () => {
  it('return parts by id or by name, by default in English', () => {
    expect(specs.label({ id: 'l-bus' })).toBe(streetSpecs.labels[1]);
    expect(specs.label({ name: 'bus' }).label_id).toBe('l-bus');
    expect(specs.label({ name: 'バス', lang: 'ja' }).label_id).toBe('l-bus');
    expect(specs.attribute({ name: 'colour' }).additional_data_definition_id).toBe('a-choice');
    expect(specs.choice({ name: 'colour' }, { name: '青', lang: 'ja' }).choice_id).toBe('c-blue');
    expect(specs.choice(specs.attribute({ id: 'a-select' }), { id: 's-2' }).choice_id).toBe('s-2');
    expect(specs.inspectionPhrase({ id: 'phrase' }).id).toBe('phrase');
  });

  it('return undefined from the find methods when the part does not exist', () => {
    expect(specs.findLabel({ name: 'tram' })).toBeUndefined();
    expect(specs.findAttribute({ id: 'none' })).toBeUndefined();
    expect(specs.findChoice({ name: 'colour' }, { name: 'green' })).toBeUndefined();
  });

  it('throw an error that lists the available names when the part does not exist', () => {
    const error = failureOf(() => specs.label({ name: 'tram' }));
    expect(error).toMatchObject({ name: 'SpecsError', reason: 'missing', candidates: [] });
    expect(error.message).toBe(
      'The annotation specs of the project project have no label "tram". Available: "car", "bus".',
    );
    expect(failureOf(() => specs.choice({ name: 'colour' }, { name: 'green' })).message).toBe(
      'The attribute "colour" has no choice "green". Available: "red", "blue".',
    );
    expect(failureOf(() => specs.inspectionPhrase({ id: 'none' })).reason).toBe('missing');
  });

  it('throw an error that lists the candidates when a name is ambiguous', () => {
    const error = failureOf(() => specs.findAttribute({ name: 'note' }));
    expect(error.reason).toBe('ambiguous');
    expect(error.candidates).toEqual([
      { id: 'a-note-car', name: 'note' },
      { id: 'a-note-bus', name: 'note' },
    ]);
    expect(error.message).toContain('a-note-car, a-note-bus');
  });

  it('tell attributes of the same name apart by their label', () => {
    const found = specs.attribute({ name: 'note', label: { name: 'bus' } });
    expect(found.additional_data_definition_id).toBe('a-note-bus');
    expect(failureOf(() => specs.attribute({ name: 'lane', label: { id: 'l-bus' } })).message).toContain(
      'in the label with the id l-bus no attribute "lane"',
    );
  });

  it('return the attributes of a label and the labels of an attribute', () => {
    expect(specs.attributesOf({ name: 'bus' }).map(({ additional_data_definition_id: id }) => id)).toEqual([
      'a-note-bus',
    ]);
    expect(specs.labelsOf({ name: 'lane' }).map(({ label_id }) => label_id)).toEqual(['l-car']);
  });

  it('skip an attribute id of a label that the specs do not contain', () => {
    const broken = createSpecsAccessor(specsOf([label('l', 'l', ['gone', 'a'])], [attribute('a', 'flag', 'a')]));
    expect(broken.attributesOf({ id: 'l' })).toHaveLength(1);
  });
});

describe('specs.duplicates', () => {
  it('ignores equal attribute names in different labels', () => {
    expect(specs.duplicates()).toEqual([]);
  });

  it('reports ambiguous names of labels, attributes of a label, and choices of an attribute', () => {
    const doubled = createSpecsAccessor(
      specsOf(
        [label('l-1', 'car', ['a-1', 'a-2']), label('l-2', 'car')],
        [attribute('a-1', 'choice', 'kind', { 'c-1': 'x', 'c-2': 'x' }), attribute('a-2', 'text', 'kind')],
      ),
    );
    expect(doubled.duplicates()).toEqual([
      {
        what: 'label',
        name: 'car',
        candidates: [
          { id: 'l-1', name: 'car' },
          { id: 'l-2', name: 'car' },
        ],
      },
      {
        what: 'attribute',
        name: 'kind',
        label_id: 'l-1',
        candidates: [
          { id: 'a-1', name: 'kind' },
          { id: 'a-2', name: 'kind' },
        ],
      },
      {
        what: 'choice',
        name: 'x',
        additional_data_definition_id: 'a-1',
        candidates: [
          { id: 'c-1', name: 'x' },
          { id: 'c-2', name: 'x' },
        ],
      },
    ]);
  });

  it('compares names in the given language', () => {
    const inJapanese = createSpecsAccessor(specsOf([label('l-1', ['car', '車']), label('l-2', ['lorry', '車'])], []));
    expect(inJapanese.duplicates()).toEqual([]);
    expect(inJapanese.duplicates('ja')).toMatchObject([{ what: 'label', name: '車' }]);
  });
});

describe('specs.plain', () => {
  it('returns colours, keys, field values, defaults and choices as plain values', () => {
    const shown = createSpecsAccessor(
      specsOf(
        [
          {
            ...label('l', ['car', '車'], ['a']),
            field_values: {
              tolerance: { _type: 'MarginOfErrorTolerance', max_pixel: 3 },
              count: { _type: 'OneIntegerFieldValue', value: 7 },
            },
          },
        ],
        [{ ...attribute('a', 'choice', ['colour', '色'], { c: ['red', '赤'] }), default: 'c' }],
      ),
    );
    expect(shown.plain('ja')).toEqual([
      {
        label_id: 'l',
        name: '車',
        annotation_type: 'bounding_box',
        color: '#0ac800',
        keybinds: ['Ctrl+Digit1'],
        fields: { tolerance: { max_pixel: 3 }, count: 7 },
        attributes: [
          {
            additional_data_definition_id: 'a',
            name: '色',
            type: 'choice',
            read_only: false,
            default: 'c',
            keybinds: [],
            choices: [{ choice_id: 'c', name: '赤', keybinds: [] }],
          },
        ],
      },
    ]);
  });
});

describe('older versions of annotation specs', () => {
  const { field_values: _, ...labelV2 } = label('l', 'car', ['a']);
  const feature = {
    append: true,
    erase: true,
    freehand: true,
    rectangle_fill: true,
    polygon_fill: true,
    fill_near: true,
  };

  it('converts version 2 to version 3', () => {
    const { labels: _labels, ...rest } = specsOf([], [attribute('a', 'flag', 'occluded')]);
    const v2: AnnotationSpecsV2 = {
      ...rest,
      labels: [
        {
          ...labelV2,
          annotation_editor_feature: feature,
          bounding_box_metadata: { min_width: 2, min_height: 3, min_warn_rule: 'or', tolerance: 4 },
        },
      ],
      format_version: '2.1.0',
    };
    const read = createSpecsAccessor(v2);
    expect(read.attribute({ name: 'occluded', label: { name: 'car' } }).additional_data_definition_id).toBe('a');
    expect(read.data).toMatchObject({ format_version: '3.0.0', labels: [{ color: { red: 10 } }] });
    expect(fieldValues(read.label({ name: 'car' }))).toEqual({
      minimum_size_2d_with_default_insert_position: { min_width: 2, min_height: 3, min_warn_rule: 'or' },
      margin_of_error_tolerance: { max_pixel: 4 },
    });
  });

  it('converts version 1, with attributes nested in labels and restrictions in attributes', () => {
    const {
      labels: _labels,
      additionals: _additionals,
      restrictions: _none,
      format_version: _v,
      ...rest
    } = specsOf([], []);
    const { name: _name, ...nameless } = attribute('b', 'link', 'next');
    const definitions = [
      { ...attribute('a', 'text', 'plate'), required: true, regex: '^[0-9]+$' },
      { ...nameless, label_ids: ['l'] },
    ];
    const labelV1 = { ...labelV2, annotation_editor_feature: feature, additional_data_definitions: definitions };
    const v1: AnnotationSpecsV1 = { ...rest, labels: [labelV1, { ...labelV1, label_id: 'l-2' }] };
    const read = createSpecsAccessor(v1);
    expect(read.attributes.map(({ additional_data_definition_id: id }) => id)).toEqual(['a', 'b']);
    expect(read.attributesOf({ id: 'l-2' })).toHaveLength(2);
    expect(read.restrictions).toEqual([
      { kind: 'isNotEmpty', attribute: 'a' },
      { kind: 'matches', attribute: 'a', pattern: '^[0-9]+$' },
      { kind: 'hasLabel', attribute: 'b', labels: ['l'] },
    ]);
  });
});
