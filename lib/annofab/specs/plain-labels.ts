import type {
  AdditionalDataDefinitionV2,
  AnnotationTypeFieldValue,
  Color,
  Keybind,
  LabelV3,
} from '../generated/schemas.ts';
import { type Language, nameIn } from './localized-names.ts';
import type { SpecsLookup } from './specs-lookup.ts';

/** A label as a row of a table. */
export interface PlainLabel {
  label_id: string;
  name: string;
  annotation_type: string;
  /** `#rrggbb` */
  color: string;
  /** Such as `Ctrl+Shift+KeyA`. */
  keybinds: string[];
  /** Field values by field id: a number, a string, a boolean, or an object with several of these. */
  fields: Record<string, unknown>;
  attributes: PlainAttribute[];
}

/** An attribute as a row of a table. */
export interface PlainAttribute {
  additional_data_definition_id: string;
  name: string;
  type: string;
  read_only: boolean;
  /** Undefined when there is no default. */
  default: boolean | number | string | undefined;
  keybinds: string[];
  choices: { choice_id: string; name: string; keybinds: string[] }[];
}

export function plainLabel(label: LabelV3, specs: SpecsLookup, lang?: Language): PlainLabel {
  return {
    label_id: label.label_id,
    name: nameIn(label.label_name, lang),
    annotation_type: label.annotation_type,
    color: colorCode(label.color),
    keybinds: label.keybind.map(keybindText),
    fields: fieldValues(label),
    attributes: specs.attributesOf(label).map((attribute) => plainAttribute(attribute, lang)),
  };
}

function plainAttribute(attribute: AdditionalDataDefinitionV2, lang?: Language): PlainAttribute {
  return {
    additional_data_definition_id: attribute.additional_data_definition_id,
    name: nameIn(attribute.name, lang),
    type: attribute.type,
    read_only: attribute.read_only ?? false,
    // An empty string also means that there is no default.
    default: attribute.default === '' ? undefined : (attribute.default ?? undefined),
    keybinds: (attribute.keybind ?? []).map(keybindText),
    choices: (attribute.choices ?? []).map((choice) => ({
      choice_id: choice.choice_id,
      name: nameIn(choice.name, lang),
      keybinds: (choice.keybind ?? []).map(keybindText),
    })),
  };
}

/** Formats a colour as `#rrggbb`. */
export function colorCode({ red, green, blue }: Color): string {
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Formats a shortcut key as `Ctrl+Alt+Shift+Digit1`. The last part is the `KeyboardEvent.code` of browsers. */
export function keybindText({ code, ctrl, alt, shift }: Keybind): string {
  return [ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift', code].filter(Boolean).join('+');
}

/** Returns the field values of a label by field id, without Annofab's `_type` wrappers. */
export function fieldValues(label: LabelV3): Record<string, unknown> {
  return Object.fromEntries(Object.entries(label.field_values).map(([id, value]) => [id, plainField(value)]));
}

function plainField(value: AnnotationTypeFieldValue): unknown {
  const { _type, ...fields } = value;
  return 'value' in fields ? fields.value : fields;
}
