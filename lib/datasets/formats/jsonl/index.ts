import type { Format } from '../../format.ts';
import { frameJson } from '../../frame-json.ts';
import { joinFiles } from '../../output/join-files.ts';
import { textWriter } from '../../output/output.ts';

/** JSON Lines: `{part}.jsonl`, one line for each frame with all that is known of it. No shape is left out. */
export function jsonl(): Format {
  return {
    name: 'jsonl',
    images: 'images',
    start({ plan, piece, report }) {
      const files = new Map(plan.split.names.map((part) => [part, textWriter(piece(part))]));
      return {
        write(frame) {
          for (const { category } of frame.annotations) report.written(frame.part, category.name);
          return files.get(frame.part)?.write(`${JSON.stringify(frameJson(frame))}\n`);
        },
        async end() {
          for (const file of files.values()) await file.end();
        },
      };
    },
    async merge({ plan, out, pieces }) {
      for (const part of plan.split.names) {
        const file = out.createFile(`${part}.jsonl`);
        await joinFiles(pieces(part), file);
        await file.end();
      }
    },
  };
}
