import { packTar, type TarEntry } from 'modern-tar';
import type { Format, FrameWriter, ShardContext } from '../../format.ts';
import { frameJson } from '../../frame-json.ts';
import type { DatasetFrame } from '../../frames.ts';

/**
 * WebDataset: `{part}-{number}.tar`, one for each block of the archive's frames, with `{key}.json` for each frame: everything that is
 * known of it, as in JSON Lines.
 *
 * The key is `{task_id}/{input_data_id}`. A dot would end a key, so the dots of an input data id become `+`, which no id has.
 *
 * @see https://github.com/webdataset/webdataset
 */
export function webdataset(): Format {
  return { name: 'webdataset', start: createWriter, merge: async () => {} };
}

function createWriter({ plan, out, report }: ShardContext): FrameWriter {
  const entries = new Map<string, TarEntry[]>(plan.split.names.map((part) => [part, []]));
  return {
    write(frame) {
      for (const { category } of frame.annotations) report.written(frame.part, category.name);
      entries.get(frame.part)?.push(entryOf(frame));
    },
    async endBlock(number) {
      for (const [part, frames] of entries) {
        if (frames.length === 0) continue;
        const file = `${part}-${String(number).padStart(6, '0')}.tar`;
        await out.writeFile(file, await packTar(frames));
        frames.length = 0;
      }
    },
    end: async () => {},
  };
}

/** The same bytes always: a time would differ. */
const NO_TIME = new Date(0);

function entryOf(frame: DatasetFrame): TarEntry {
  const body = Buffer.from(JSON.stringify(frameJson(frame)));
  return { header: { name: `${keyOf(frame)}.json`, size: body.length, mtime: NO_TIME }, body };
}

function keyOf({ task_id, input_data_id }: DatasetFrame): string {
  return `${task_id}/${input_data_id.replaceAll('.', '+')}`;
}
