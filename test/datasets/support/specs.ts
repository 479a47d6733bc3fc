import type { AnnotationSpecsV3 } from '../../../lib/annofab/index.ts';
import { createSpecsAccessor, type SpecsAccessor } from '../../../lib/annofab/specs/index.ts';

/** A label: its English name, its annotation type, and the ids of its attributes. */
export type LabelSample = readonly [name: string, annotation_type: string, attributes?: readonly string[]];

const LABELS: readonly LabelSample[] = [
  ['car', 'bounding_box', ['occluded', 'track']],
  ['road', 'segmentation_v2'],
  ['person', 'segmentation'],
  ['building', 'polygon'],
  ['lane', 'polyline'],
  ['sign', 'point'],
  ['weather', 'classification'],
  ['scene', 'range'],
  ['truck', 'user_bounding_box'],
  ['tree', 'user_instance_segment'],
];

/** Annotation specs with a label of every type, or with the given ones. Attributes are named by their ids. */
export function specsJson(labels: readonly LabelSample[] = LABELS): AnnotationSpecsV3 {
  const attributes = new Set(labels.flatMap(([, , ids = []]) => ids));
  return {
    project_id: 'p1',
    labels: labels.map(([name, annotation_type, ids = []], index) => ({
      label_id: `label-${index}`,
      label_name: english(name),
      keybind: [],
      annotation_type,
      field_values: {},
      additional_data_definitions: [...ids],
      color: { red: 40 * (index + 1) - 20, green: (index * 70) % 256, blue: (index * 130) % 256 },
    })),
    additionals: [...attributes].map((id) => ({
      additional_data_definition_id: id,
      name: english(id),
      type: id === 'track' ? 'tracking' : 'flag',
      read_only: false,
    })),
    restrictions: [],
    metadata: {},
    inspection_phrases: [],
    format_version: '3.1.0',
    updated_datetime: '2026-05-08T10:00:00.000+09:00',
  };
}

export function specs(labels?: readonly LabelSample[]): SpecsAccessor {
  return createSpecsAccessor(specsJson(labels));
}

function english(message: string) {
  return { messages: [{ lang: 'en-US', message }], default_lang: 'ja-JP' };
}
