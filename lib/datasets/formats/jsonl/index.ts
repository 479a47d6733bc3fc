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
          return files.get(frame.part)?.write(`${oneLine(JSON.stringify(frameJson(frame)))}\n`);
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

/** Python's `splitlines()` ends a line at these characters too, and JSON does not escape them. */
const LINE_ENDS = /[\u0085\u2028\u2029]/g;

function oneLine(json: string): string {
  return json.replaceAll(LINE_ENDS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
