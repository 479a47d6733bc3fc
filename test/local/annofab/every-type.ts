import { demoSeed, type Seed } from '../../../local/annofab/index.ts';
import { pointCloudFrame, videoFrame } from '../../../local/annofab/seed/demo/frames.ts';
import { demoSpecs } from '../../../local/annofab/seed/demo/specs.ts';
import type { SeedFrame } from '../../../local/annofab/seed/seed.ts';

const [image] = demoSeed.projects;
if (!image) throw new Error('the demo has no project');

/** A label for each annotation type, and an attribute of each kind. */
export const everyTypeSpecs = { ...image.specs, labels: distinctLabels() };

/**
 * The demo's image project, with the labels and annotations of videos and point clouds too. Annofab has no such project,
 * but one that has an annotation of every type in one frame makes tests short.
 */
export const everyTypeSeed: Seed = {
  ...demoSeed,
  projects: [
    {
      ...image,
      specs: everyTypeSpecs,
      tasks: image.tasks.map((task) => ({
        ...task,
        annotations: Object.fromEntries(
          Object.entries(task.annotations ?? {}).map(([id, frame]) => [
            id,
            isFull(frame) ? withEveryType(id, frame) : frame,
          ]),
        ),
      })),
    },
  ],
};

function distinctLabels() {
  const labels = (['image', 'movie', 'custom'] as const).flatMap((type) => demoSpecs(type).labels);
  return [...new Map(labels.map((label) => [label.label_id, label])).values()];
}

function isFull({ details }: SeedFrame): boolean {
  return details.some(({ label }) => label === 'scene');
}

/** The classification of the whole frame stays the last. */
function withEveryType(id: string, frame: SeedFrame): SeedFrame {
  const others = [videoFrame(id), pointCloudFrame(id)];
  const added = others.flatMap(({ details }) => details.filter(({ label }) => label !== 'scene'));
  return {
    details: frame.details.toSpliced(-1, 0, ...added),
    files: Object.assign({}, frame.files, ...others.map(({ files }) => files)),
  };
}
