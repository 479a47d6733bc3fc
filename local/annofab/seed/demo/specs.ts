import type {
  AdditionalDataDefinitionType,
  AdditionalDataDefinitionV2,
  AnnotationType,
  InputDataType,
  InternationalizationMessage,
  LabelV3,
} from '../../../../lib/annofab/api-description.ts';

/** A name in English and Japanese. */
type Names = readonly [english: string, japanese: string];

/** Id, type, names, and the choices of those that have some. */
const ATTRIBUTES: readonly [string, AdditionalDataDefinitionType, Names, Record<string, Names>?][] = [
  ['occluded', 'flag', ['occluded', '隠れている']],
  ['lane', 'integer', ['lane', '車線']],
  ['plate', 'text', ['plate', 'ナンバー']],
  ['remarks', 'comment', ['remarks', '備考']],
  ['colour', 'choice', ['colour', '色'], { white: ['white', '白'], red: ['red', '赤'], other: ['other', 'その他'] }],
  ['kind', 'select', ['kind', '車種'], { car: ['car', '乗用車'], truck: ['truck', 'トラック'], bus: ['bus', 'バス'] }],
  ['track', 'tracking', ['track', '追跡ID']],
  ['follows', 'link', ['follows', '前の車']],
  ['weather', 'choice', ['weather', '天気'], { sunny: ['sunny', '晴れ'], rainy: ['rainy', '雨'] }],
];

/** Id, annotation type, names, colour, attributes. */
const LABELS: readonly [string, AnnotationType, Names, readonly [number, number, number], string[]][] = [
  [
    'vehicle',
    'bounding_box',
    ['vehicle', '車両'],
    [220, 60, 60],
    ['occluded', 'lane', 'plate', 'remarks', 'colour', 'kind', 'track', 'follows'],
  ],
  ['crosswalk', 'polygon', ['crosswalk', '横断歩道'], [240, 240, 240], ['remarks']],
  ['lane-line', 'polyline', ['lane line', '車線の線'], [250, 220, 60], ['lane']],
  ['signal', 'point', ['traffic signal', '信号機'], [60, 200, 90], ['occluded']],
  ['pedestrian', 'segmentation', ['pedestrian', '歩行者'], [80, 120, 240], ['occluded']],
  ['road', 'segmentation_v2', ['road', '道路'], [120, 120, 130], []],
  ['scene', 'classification', ['scene', '場面'], [200, 160, 90], ['weather']],
  ['event', 'range', ['event', '出来事'], [160, 90, 200], ['remarks']],
  ['vehicle-3d', 'user_bounding_box', ['vehicle 3D', '立体の車両'], [230, 130, 50], ['kind']],
  ['kerb-3d', 'user_instance_segment', ['kerb 3D', '縁石の点群'], [90, 180, 180], []],
];

/** The annotation types that the labels of a project may have, by what is annotated. */
const TYPES = {
  image: ['bounding_box', 'polygon', 'polyline', 'point', 'segmentation', 'segmentation_v2', 'classification'],
  movie: ['range', 'classification'],
  custom: ['user_bounding_box', 'user_instance_segment', 'user_semantic_segment', 'classification'],
} as const satisfies Record<InputDataType, readonly AnnotationType[]>;

/** A label for each annotation type that a project of this type may have, and their attributes. */
export function demoSpecs(inputDataType: InputDataType) {
  const types: readonly AnnotationType[] = TYPES[inputDataType];
  const labels = LABELS.filter(([, type]) => types.includes(type));
  const used = new Set(labels.flatMap(([, , , , attributes]) => attributes));
  return { labels: labels.map(toLabel), additionals: ATTRIBUTES.filter(([id]) => used.has(id)).map(toDefinition) };
}

function toLabel([id, annotation_type, names, [red, green, blue], attributes]: (typeof LABELS)[number]): LabelV3 {
  return {
    label_id: `label-${id}`,
    label_name: toMessage(names),
    keybind: [],
    annotation_type,
    field_values: {},
    additional_data_definitions: attributes.map((attribute) => `attribute-${attribute}`),
    color: { red, green, blue },
    metadata: {},
  };
}

function toDefinition([id, type, names, choices]: (typeof ATTRIBUTES)[number]): AdditionalDataDefinitionV2 {
  return {
    additional_data_definition_id: `attribute-${id}`,
    read_only: false,
    name: toMessage(names),
    keybind: [],
    type,
    choices: Object.entries(choices ?? {}).map(([choice, choiceNames]) => ({
      choice_id: `choice-${id}-${choice}`,
      name: toMessage(choiceNames),
      keybind: [],
    })),
    metadata: {},
  };
}

function toMessage([english, japanese]: Names): InternationalizationMessage {
  return {
    messages: [
      { lang: 'ja-JP', message: japanese },
      { lang: 'en-US', message: english },
    ],
    default_lang: 'ja-JP',
  };
}
