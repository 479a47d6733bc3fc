import { createReadStream } from 'node:fs';
import { createTarPacker } from 'modern-tar';
import type { Format, FrameWriter, ShardContext } from '../../format.ts';
import { frameJson } from '../../frame-json.ts';
import type { DatasetFrame } from '../../frames.ts';
import type { LocalImage } from '../../images/image-folder.ts';
import type { OutputFile } from '../../output/output.ts';

/**
 * WebDataset: `{part}-{number}.tar`, one for each block of the archive's frames, with `{key}.json` for each frame: everything that is
 * known of it, as in JSON Lines; and its image under the same key, where there is one (`{key}.input.json` for input data that are JSON).
 *
 * The key is `{task_id}/{input_data_id}`. A dot would end a key, so the dots of an input data id become `+`, which no id has.
 *
 * @see https://github.com/webdataset/webdataset
 */
export function webdataset(): Format {
  return { name: 'webdataset', start: createWriter, merge: async () => {} };
}

/** A frame until its block is complete. Its image stays in its file: a block of images may not fit into memory. */
interface Sample {
  readonly key: string;
  readonly json: Uint8Array;
  readonly image: LocalImage | undefined;
}

function createWriter({ plan, out, report }: ShardContext): FrameWriter {
  const samples = new Map<string, Sample[]>(plan.split.names.map((part) => [part, []]));
  return {
    write(frame) {
      for (const { category } of frame.annotations) report.written(frame.part, category.name);
      if (frame.image) report.imageWritten();
      const json = Buffer.from(JSON.stringify(frameJson(frame)));
      samples.get(frame.part)?.push({ key: keyOf(frame), json, image: frame.image });
    },
    async endBlock(number) {
      for (const [part, block] of samples) {
        if (block.length === 0) continue;
        await writeTar(out.createFile(`${part}-${String(number).padStart(6, '0')}.tar`), block);
        block.length = 0;
      }
    },
    end: async () => {},
  };
}

/** The same bytes always: a time would differ. */
const NO_TIME = new Date(0);

async function writeTar(file: OutputFile, samples: readonly Sample[]): Promise<void> {
  const { readable, controller } = createTarPacker();
  const add = async (name: string, size: number, body: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) => {
    const entry = controller.add({ name, size, mtime: NO_TIME }).getWriter();
    for await (const chunk of body) await entry.write(chunk);
    await entry.close();
  };
  const pack = async () => {
    for (const { key, json, image } of samples) {
      await add(`${key}.json`, json.length, [json]);
      // A video may not fit into memory.
      if (image) await add(`${key}${imageField(image)}`, image.bytes, createReadStream(image.path));
    }
    controller.finalize();
  };
  const save = async () => {
    for await (const chunk of readable) await file.write(chunk);
    await file.end();
  };
  const packing = pack().catch((error: unknown) => {
    controller.error(error);
    throw error;
  });
  await Promise.all([packing, save()]);
}

/** `.json` is that of the annotations: a second field of a sample with the same name is an error in readers. */
function imageField({ extension, header }: LocalImage): string {
  if (extension === '.json') return '.input.json';
  return extension || header?.extension || '.bin';
}

function keyOf({ task_id, input_data_id }: DatasetFrame): string {
  return `${task_id}/${input_data_id.replaceAll('.', '+')}`;
}
