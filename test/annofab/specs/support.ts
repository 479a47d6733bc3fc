import type {
  AdditionalDataDefinitionType,
  AdditionalDataDefinitionV2,
  AdditionalDataRestriction,
  AnnotationSpecsV3,
  InternationalizationMessage,
  LabelV3,
} from '../../../lib/annofab/index.ts';

/** A name in English and Japanese, or in English only. */
type Names = string | readonly [english: string, japanese: string];

export function message(names: Names): InternationalizationMessage {
  const [english, japanese] = typeof names === 'string' ? [names, undefined] : names;
  return {
    messages: [
      ...(japanese === undefined ? [] : [{ lang: 'ja-JP', message: japanese }]),
      { lang: 'en-US', message: english },
    ],
    default_lang: 'ja-JP',
  };
}

export function label(id: string, names: Names, attributes: string[] = [], type = 'bounding_box'): LabelV3 {
  return {
    label_id: id,
    label_name: message(names),
    keybind: [{ code: 'Digit1', shift: false, ctrl: true, alt: false }],
    annotation_type: type,
    field_values: {},
    additional_data_definitions: attributes,
    color: { red: 10, green: 200, blue: 0 },
    metadata: {},
  };
}

export function attribute(
  id: string,
  type: AdditionalDataDefinitionType,
  names: Names,
  choices: Record<string, Names> = {},
): AdditionalDataDefinitionV2 {
  return {
    additional_data_definition_id: id,
    name: message(names),
    type,
    read_only: false,
    keybind: [],
    choices: Object.entries(choices).map(([choice_id, name]) => ({ choice_id, name: message(name), keybind: [] })),
    metadata: {},
  };
}

export function specsOf(
  labels: LabelV3[],
  additionals: AdditionalDataDefinitionV2[],
  restrictions: AdditionalDataRestriction[] = [],
): AnnotationSpecsV3 {
  return {
    project_id: 'project',
    labels,
    additionals,
    restrictions,
    inspection_phrases: [{ id: 'phrase', text: message('Look again') }],
    format_version: '3.0.0',
    metadata: {},
  };
}

/** A label for cars and one for buses, with an attribute of each type; both have a note of their own. */
export const streetSpecs = specsOf(
  [
    label(
      'l-car',
      ['car', '車'],
      ['a-flag', 'a-int', 'a-text', 'a-note-car', 'a-choice', 'a-select', 'a-track', 'a-link'],
    ),
    label('l-bus', ['bus', 'バス'], ['a-note-bus'], 'polygon'),
  ],
  [
    attribute('a-flag', 'flag', ['occluded', '隠れている']),
    attribute('a-int', 'integer', ['lane', '車線']),
    attribute('a-text', 'text', ['plate', 'ナンバー']),
    attribute('a-note-car', 'comment', ['note', '備考']),
    attribute('a-note-bus', 'comment', ['note', '備考']),
    attribute('a-choice', 'choice', ['colour', '色'], { 'c-red': ['red', '赤'], 'c-blue': ['blue', '青'] }),
    attribute('a-select', 'select', ['size', '大きさ'], { 's-1': 'small', 's-2': 'large' }),
    attribute('a-track', 'tracking', ['track', '追跡ID']),
    attribute('a-link', 'link', ['follows', '前の車']),
  ],
);
