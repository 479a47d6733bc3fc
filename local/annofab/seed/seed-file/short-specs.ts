import type {
  AdditionalDataDefinitionV2,
  Color,
  InternationalizationMessage,
  LabelV3,
} from '../../../../lib/annofab/api-description.ts';
import { isId } from '../../../../lib/core/ids.ts';
import type { SeedProject } from '../seed.ts';
import type { ShortAttribute, ShortLabel } from './document.ts';

/** Colours that are easy to distinguish. */
const COLORS = ['#e6194b', '#3cb44b', '#4363d8', '#f58231', '#911eb4', '#42d4f4', '#f032e6', '#bfef45'];

/**
 * Annotation specs from short labels. Names become ids where they are valid ids; labels share attributes by name.
 *
 * @throws Error when two attributes with one name differ, or a colour is invalid
 */
export function toSpecs(labels: readonly ShortLabel[], place: string): SeedProject['specs'] {
  const attributes = new Map<string, ShortAttribute>();
  for (const { name, attributes: own = [] } of labels) {
    for (const attribute of own) {
      const same = attributes.get(attribute.name) ?? attribute;
      if (JSON.stringify(same) !== JSON.stringify(attribute)) {
        throw new Error(`${place}: the attribute ${attribute.name} of ${name} differs from that of another label`);
      }
      attributes.set(attribute.name, attribute);
    }
  }
  return {
    labels: labels.map((label, index) => toLabel(label, `${place}[${index}]`, index)),
    additionals: [...attributes.values()].map(toDefinition),
  };
}

function toLabel({ name, type, color, attributes = [] }: ShortLabel, place: string, index: number): LabelV3 {
  return {
    label_id: toId(name),
    label_name: toMessage(name),
    keybind: [],
    annotation_type: type,
    field_values: {},
    additional_data_definitions: attributes.map((attribute) => toId(attribute.name)),
    color: toColor(color ?? COLORS[index % COLORS.length] ?? '#888888', place),
    metadata: {},
  };
}

function toDefinition({ name, type, choices = [] }: ShortAttribute): AdditionalDataDefinitionV2 {
  return {
    additional_data_definition_id: toId(name),
    read_only: false,
    name: toMessage(name),
    keybind: [],
    type,
    choices: choices.map((choice) => ({ choice_id: toId(choice), name: toMessage(choice), keybind: [] })),
    metadata: {},
  };
}

function toMessage(name: string): InternationalizationMessage {
  return {
    messages: [
      { lang: 'ja-JP', message: name },
      { lang: 'en-US', message: name },
    ],
    default_lang: 'en-US',
  };
}

/** Names that are not ids are written in hexadecimal digits. */
function toId(name: string): string {
  return isId(name) ? name : `x${Buffer.from(name).toString('hex')}`;
}

function toColor(text: string, place: string): Color {
  const [, red = '', green = '', blue = ''] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text) ?? [];
  if (red === '') throw new Error(`${place}.color must be like #ff8800, and not ${JSON.stringify(text)}`);
  return { red: Number.parseInt(red, 16), green: Number.parseInt(green, 16), blue: Number.parseInt(blue, 16) };
}
