import { createHash } from 'node:crypto';
import type {
  AdditionalDataDefinitionV2,
  AdditionalDataV2,
  AdditionalDataValue,
  AnnotationSpecsV3,
  AnnotationType,
  Color,
  InternationalizationMessage,
  LabelV3,
} from '../../../lib/annofab/api-description.ts';
import { isId } from '../../../lib/core/ids.ts';
import { isExactNumber } from '../../../lib/core/numbers/exact-number.ts';
import type { SimpleEntryDetail } from './entry.ts';

export interface InferredSpecs {
  specs: AnnotationSpecsV3;
  /** Everything that had to be guessed, one sentence each. */
  assumptions: string[];
  /** The ids that the editor stores with a detail. */
  idsOf(detail: SimpleEntryDetail): DetailIds | undefined;
}

export interface DetailIds {
  labelId: string;
  attributes: AdditionalDataV2[];
}

/** A detail with its context. */
export interface Sighting {
  detail: SimpleEntryDetail;
  /** The ids of all annotations in its frame. */
  annotationIds: ReadonlySet<string>;
  /** Whether its data is in an outer file. */
  hasFile: boolean;
}

type Kind = 'flag' | 'integer' | TextKind;
type TextKind = 'link' | 'tracking' | 'text';

/**
 * Infers annotation specs from annotations. An archive has names only, and English ones: labels of one name but two
 * types of data become two labels, and an attribute of one name but two kinds of value two definitions, so that nothing
 * is lost on the way back.
 */
export function inferSpecs(projectId: string, at: string, sightings: readonly Sighting[]): InferredSpecs {
  const textKinds = inferTextKinds(sightings);
  const labels = new Map<string, { label: LabelV3; mostPoints: number }>();
  const definitions = new Map<string, AdditionalDataDefinitionV2>();

  function labelOf({ detail, hasFile }: Sighting): LabelV3 {
    const type = annotationType(detail, hasFile);
    const key = JSON.stringify([detail.label, type]);
    const known = labels.get(key) ?? { label: newLabel(projectId, detail, type, labels.size), mostPoints: 0 };
    labels.set(key, known);
    if (detail.data?._type === 'Points') known.mostPoints = Math.max(known.mostPoints, detail.data.points.length);
    return known.label;
  }

  function definitionOf(label: LabelV3, name: string, kind: Kind): string {
    const key = JSON.stringify([name, kind]);
    const definition = definitions.get(key) ?? newDefinition(projectId, name, kind);
    definitions.set(key, definition);
    const id = definition.additional_data_definition_id;
    if (!label.additional_data_definitions.includes(id)) label.additional_data_definitions.push(id);
    return id;
  }

  const ids = new Map<SimpleEntryDetail, DetailIds>();
  for (const sighting of sightings) {
    const label = labelOf(sighting);
    const attributes = filled(sighting.detail).map(([name, value]) => {
      const typed = typedValue(value, textKinds.get(name) ?? 'text');
      return { definition_id: definitionOf(label, name, typed.kind), value: typed.value };
    });
    ids.set(sighting.detail, { labelId: label.label_id, attributes });
  }

  const lines = turnIntoLines([...labels.values()]);
  const specs: AnnotationSpecsV3 = {
    project_id: projectId,
    labels: [...labels.values()].map(({ label }) => label),
    additionals: [...definitions.values()],
    restrictions: [],
    inspection_phrases: [],
    format_version: '3.0.0',
    updated_datetime: at,
    metadata: {},
  };
  return { specs, assumptions: describe(specs, lines), idsOf: (detail) => ids.get(detail) };
}

/**
 * Text may be a choice, a tracking id, a link or free text. Tracking ids begin as the id of the first annotation that
 * has them, so a value that equals its own annotation's id is a tracking id; a link names another annotation of the frame.
 */
function inferTextKinds(sightings: readonly Sighting[]): Map<string, TextKind> {
  const kinds = new Map<string, TextKind>();
  for (const { detail, annotationIds } of sightings) {
    for (const [name, value] of filled(detail)) {
      if (typeof value !== 'string') continue;
      if (value === detail.annotationId) kinds.set(name, 'tracking');
      else if (!annotationIds.has(value)) kinds.set(name, kinds.get(name) === 'tracking' ? 'tracking' : 'text');
      else if (!kinds.has(name)) kinds.set(name, 'link');
    }
  }
  return kinds;
}

/** Null and "" both mean that there is no value. */
function filled({ attributes }: SimpleEntryDetail): SimpleEntryDetail['attributes'] {
  return attributes.filter(([, value]) => value !== null && value !== '');
}

/** Two points enclose no area, so a label that never has more must be a polyline. */
function turnIntoLines(labels: readonly { label: LabelV3; mostPoints: number }[]): LabelV3[] {
  const lines = labels.flatMap(({ label, mostPoints }) =>
    label.annotation_type === 'polygon' && mostPoints < 3 ? [label] : [],
  );
  for (const label of lines) label.annotation_type = 'polyline';
  return lines;
}

function describe({ labels, additionals }: AnnotationSpecsV3, lines: readonly LabelV3[]): string[] {
  const named = (items: readonly LabelV3[]) => items.map((label) => nameOf(label.label_name)).join(', ');
  const polygons = labels.filter((label) => label.annotation_type === 'polygon');
  const texts = additionals.filter(({ type }) => type === 'text');
  const summary = `${count(labels.length, 'label')} and ${count(additionals.length, 'attribute')}`;
  return [
    `annotation specs: ${summary}, from the names and values in the archive, which has no specs`,
    ...(texts.length > 0
      ? [`attributes: ${texts.map(({ name }) => nameOf(name)).join(', ')}: as free text, but may be choices`]
      : []),
    ...(polygons.length > 0 ? [`labels: ${named(polygons)}: as polygons, but may be polylines`] : []),
    ...(lines.length > 0 ? [`labels: ${named(lines)}: as polylines, since no annotation has a third point`] : []),
  ];
}

function annotationType({ data }: SimpleEntryDetail, hasFile: boolean): AnnotationType {
  switch (data?._type) {
    case 'BoundingBox':
      return 'bounding_box';
    case 'SinglePoint':
      return 'point';
    case 'Points':
      return 'polygon';
    case 'Segmentation':
      return 'segmentation';
    case 'SegmentationV2':
      return 'segmentation_v2';
    case 'Range':
      return 'range';
    case 'Classification':
      return 'classification';
    case 'Unknown':
      return unknownType(data.data, hasFile);
    default:
      return 'custom';
  }
}

/** What the 3D editor stores: a cuboid as JSON text, a segment in a file. */
function unknownType(text: string, hasFile: boolean): AnnotationType {
  if (hasFile) return 'user_instance_segment';
  return /"kind"\s*:\s*"CUBOID"/.test(text) ? 'user_bounding_box' : 'custom';
}

function newLabel(projectId: string, detail: SimpleEntryDetail, type: AnnotationType, index: number): LabelV3 {
  // The annotation of a classification has the id of its label.
  const ownId = type === 'classification' && isId(detail.annotationId) ? detail.annotationId : undefined;
  return {
    label_id: ownId ?? derivedId(projectId, 'label', type, detail.label),
    label_name: message(detail.label),
    keybind: [],
    annotation_type: type,
    field_values: {},
    additional_data_definitions: [],
    color: colour(index),
    metadata: {},
  };
}

function newDefinition(projectId: string, name: string, kind: Kind): AdditionalDataDefinitionV2 {
  return {
    additional_data_definition_id: derivedId(projectId, 'attribute', kind, name),
    read_only: false,
    name: message(name),
    keybind: [],
    type: kind,
    choices: [],
    metadata: {},
  };
}

function typedValue(value: unknown, textKind: TextKind): { kind: Kind; value: AdditionalDataValue } {
  if (typeof value === 'boolean') return { kind: 'flag', value: { _type: 'Flag', value } };
  if (isExactNumber(value)) return { kind: 'integer', value: { _type: 'Integer', value } };
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (textKind === 'link') return { kind: 'link', value: { _type: 'Link', annotation_id: text } };
  if (textKind === 'tracking') return { kind: 'tracking', value: { _type: 'Tracking', value: text } };
  return { kind: 'text', value: { _type: 'Text', value: text } };
}

/** An id in the form of a UUID, the same at every import of an archive. */
export function derivedId(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

function message(text: string): InternationalizationMessage {
  return { messages: ['en-US', 'ja-JP'].map((lang) => ({ lang, message: text })), default_lang: 'en-US' };
}

function nameOf({ messages }: InternationalizationMessage): string {
  return messages[0]?.message ?? '';
}

/** Steps of the golden angle around the colour wheel, so that neighbours differ. */
function colour(index: number): Color {
  const channel = (shift: number) => Math.round(150 + 105 * Math.cos(((index * 137.5 + shift) * Math.PI) / 180));
  return { red: channel(0), green: channel(120), blue: channel(240) };
}

export function count(number: number, noun: string): string {
  const plural = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${number} ${number === 1 ? noun : plural}`;
}
