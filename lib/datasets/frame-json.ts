import type { DatasetFrame } from './frames.ts';
import { type ShapeJson, shapeJson } from './shapes/shape-json.ts';

/** An annotation as JSON. */
export type AnnotationJson = ShapeJson & {
  readonly annotation_id: string;
  readonly label: string;
  /** From 0. */
  readonly category: number;
  readonly attributes: Readonly<Record<string, unknown>>;
};

/** A frame as JSON, with all of its annotations: for formats that can say everything. */
export function frameJson({ annotations, size, extension, path, part: _part, image: _image, ...frame }: DatasetFrame) {
  return {
    file_name: `${path}${extension}`,
    ...frame,
    ...(size ? { width: size.width, height: size.height } : {}),
    annotations: annotations.map(
      ({ annotation_id, category, shape, attributes }): AnnotationJson => ({
        ...{ annotation_id, label: category.name, category: category.index },
        ...shapeJson(shape),
        attributes,
      }),
    ),
  };
}
