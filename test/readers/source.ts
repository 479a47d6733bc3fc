/** The archives that the readers are shown: one with every shape in many frames, and that of the emulator's demo. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSimpleArchive } from '../../lib/annofab/archives/index.ts';
import { AnnofabClient, type AnnotationSpecsV3, type SimpleArchive } from '../../lib/annofab/index.ts';
import type { Mask } from '../../lib/annofab/masks/index.ts';
import { createSpecsAccessor } from '../../lib/annofab/specs/index.ts';
import { type DatasetSource, type ImageSize, planDataset, readImageSizes } from '../../lib/datasets/index.ts';
import { startAnnofabEmulator } from '../../local/annofab/index.ts';
import { localNames } from '../../local/names.ts';
import {
  type AnnotationSample,
  archiveBytes,
  box,
  type FrameSample,
  maskAnnotation,
  points,
} from '../datasets/support/archive.ts';
import { specsJson } from '../datasets/support/specs.ts';
import { using } from '../support/using.ts';

/** An archive with all that a conversion can know about it. */
export interface Source extends DatasetSource, AsyncDisposable {
  readonly name: string;
  readonly archive: SimpleArchive;
  /** Of the archive. */
  readonly path: string;
  readonly plan: Awaited<ReturnType<typeof planDataset>>;
}

const SPLIT = { ratios: { train: 2, val: 1 } };

/** 60 frames of 12 tasks. Names have spaces, quotes and Japanese; masks have holes and areas apart. */
export async function generatedSource(folder: string): Promise<Source> {
  const path = join(folder, 'generated.zip');
  const frames = Array.from({ length: 60 }, (_, n) => frameOf(n));
  await writeFile(path, archiveBytes(frames));
  const imageSizes = await readImageSizes(
    frames.map(({ input_data_id }, n) => ({
      input_data_id,
      system_metadata: { _type: 'Image', original_resolution: sizeOf(n) },
    })),
  );
  return await openSource('generated', path, createSpecsAccessor(specsWithKeyPoints()), imageSizes);
}

/** The image project of the emulator's demo: every annotation type of an image, with attributes of every kind. */
export async function demoSource(folder: string): Promise<Source> {
  return await using(startAnnofabEmulator(), async (emulator) => {
    const credentials = { pat: localNames.personalAccessToken };
    return await using(startClient({ baseUrl: emulator.url, credentials }), async (annofab) => {
      const [project_id, path] = [localNames.project, join(folder, 'demo.zip')];
      await annofab.postAnnotationArchiveUpdate({ project_id });
      await emulator.settled();
      await annofab.archives.download({ project_id }, path);
      const specs = await annofab.specs.load({ project_id });
      return await openSource('demo', path, specs, await readImageSizes(annofab.inputData.all({ project_id })));
    });
  });
}

async function startClient(options: ConstructorParameters<typeof AnnofabClient>[0]): Promise<AnnofabClient> {
  return new AnnofabClient(options);
}

async function openSource(
  name: string,
  path: string,
  specs: ReturnType<typeof createSpecsAccessor>,
  imageSizes: Source['imageSizes'],
): Promise<Source> {
  const archive = await openSimpleArchive({ path });
  const selection = { phases: 'all', statuses: 'all' } as const;
  const plan = await planDataset(archive, { specs, selection, split: SPLIT });
  return { name, path, archive, imageSizes, plan, [Symbol.asyncDispose]: () => archive.close() };
}

/** A sign is a key point of a car. */
function specsWithKeyPoints(): AnnotationSpecsV3 {
  const specs = specsJson();
  const messages = [{ lang: 'en-US', message: 'of' }];
  return {
    ...specs,
    labels: specs.labels.map((label) =>
      label.annotation_type === 'point' ? { ...label, additional_data_definitions: ['of'] } : label,
    ),
    additionals: [
      ...specs.additionals,
      {
        additional_data_definition_id: 'of',
        name: { messages, default_lang: 'en-US' },
        type: 'link',
        read_only: false,
      },
    ],
    restrictions: [{ additional_data_definition_id: 'of', condition: { _type: 'HasLabel', labels: ['label-0'] } }],
  };
}

function sizeOf(n: number): ImageSize {
  return { width: 60 + (n % 5) * 17, height: 40 + (n % 7) * 11 };
}

/** Every third frame has masks alone, every seventh nothing. */
function frameOf(n: number): FrameSample {
  const frame = { task_id: `task-${n % 12}`, input_data_id: `input.${n}_a` };
  if (n % 7 === 6) return { ...frame, annotations: [] };
  return { ...frame, annotations: n % 3 === 0 ? masksOf(n) : [...masksOf(n), ...shapesOf(n)] };
}

function masksOf(n: number): AnnotationSample[] {
  const size = sizeOf(n);
  const ring = ({ x, y }: Pixel) => Math.abs(Math.hypot(x - size.width / 3, y - size.height / 2) - 12) < 4 + (n % 3);
  const stripes = ({ x, y }: Pixel) => (x + y * 2 + n) % 23 < 5 && x > size.width / 4;
  const ground = ({ y }: Pixel) => y > size.height - 9;
  return [
    maskAnnotation('person', drawMask(size, ring)),
    maskAnnotation('person', drawMask(size, stripes)),
    maskAnnotation('road', drawMask(size, ground), { isSemantic: true }),
  ];
}

interface Pixel {
  readonly x: number;
  readonly y: number;
}

function drawMask({ width, height }: ImageSize, covers: (pixel: Pixel) => boolean): Mask {
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at += 1)
    pixels[at] = covers({ x: at % width, y: Math.floor(at / width) }) ? 1 : 0;
  return { width, height, pixels };
}

const CUBOID = {
  kind: 'CUBOID',
  shape: {
    dimensions: { width: 2, height: 1.5, depth: 4 },
    location: { x: 10, y: 3, z: 0.5 },
    rotation: { x: 0, y: 0, z: 0.1 },
  },
  version: '2',
};

/** Coordinates are quarters, which 32 bits keep exactly. */
function shapesOf(n: number): AnnotationSample[] {
  const shift = (n % 8) / 4;
  return [
    {
      label: 'car',
      data: box(5 + shift, 6, 25.5, 20.25),
      attributes: { occluded: n % 2 === 0, track: `トラック "${n}"` },
    },
    { label: 'car', data: box(40, 30, -4, 90) },
    { label: 'building', data: points(2, 2, 30 + shift, 4, 12, 12, 28, 30, 3, 25) },
    { label: 'building', data: points(10, 10, 200, 10, 200, 200, 10, 30) },
    { label: 'building', data: points(20, 8, 32, 20, 20, 32, 8, 20) },
    { label: 'lane', data: points(0, 0, 12, 30) },
    { label: 'sign', data: { _type: 'SinglePoint', point: { x: 8.5, y: 9 } }, attributes: { of: 'a3' } },
    { label: 'sign', data: { _type: 'SinglePoint', point: { x: 9, y: 9 } } },
    { label: 'scene', data: { _type: 'Range', begin: 100, end: 2_500 } },
    { label: 'weather', data: { _type: 'Classification' }, attributes: { occluded: true } },
    { label: 'truck', data: { _type: 'Unknown', data: JSON.stringify(CUBOID) } },
    { label: 'tree', data: { _type: 'Unknown', data: '{"kind":"NEW"}' } },
  ];
}
