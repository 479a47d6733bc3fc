import type { LabelV3, SpecsAccessor } from '../../annofab/index.ts';

/** By `label_id`: which labels of points are key points of a label of boxes, and how they say so. */
export interface KeyPointLabels {
  /** Of a label of boxes: its key points, in the order of the annotation specs. */
  pointsOf(label_id: string): readonly LabelV3[];
  /** Of a label of points: the ids of the attributes that link a point to its object. */
  linksOf(label_id: string): readonly string[];
}

/**
 * A label of points is a key point of a label of boxes when one of its attributes is a link that the annotation specs restrict to that
 * label.
 */
export function keyPointLabels({
  labels,
  restrictions,
}: Pick<SpecsAccessor, 'labels' | 'restrictions'>): KeyPointLabels {
  const boxes = new Set(labels.flatMap((label) => (label.annotation_type === 'bounding_box' ? [label.label_id] : [])));
  /** The labels of boxes by the attribute that leads to them. */
  const targets = new Map<string, readonly string[]>();
  for (const restriction of restrictions) {
    if (restriction.kind !== 'hasLabel') continue;
    targets.set(
      restriction.attribute,
      restriction.labels.filter((label_id) => boxes.has(label_id)),
    );
  }
  const linksOf = (label: LabelV3) => label.additional_data_definitions.filter((id) => targets.get(id)?.length);
  const points = labels.filter((label) => label.annotation_type === 'point' && linksOf(label).length > 0);
  return {
    pointsOf: (label_id) => points.filter((label) => linksOf(label).some((id) => targets.get(id)?.includes(label_id))),
    linksOf(label_id) {
      const label = points.find((point) => point.label_id === label_id);
      return label ? linksOf(label) : [];
    },
  };
}
