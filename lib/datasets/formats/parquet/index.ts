import type { Format, FrameWriter, MergeContext, ShardContext } from '../../format.ts';
import { joinTables } from './join-tables.ts';
import { columnsOf, createTable } from './table.ts';

/**
 * Parquet: `{part}.parquet`, one row for each annotation, with its frame. Each block of frames is a row group, so that a reader
 * can skip what it does not look for. No shape is left out.
 */
export function parquet(): Format {
  return {
    name: 'parquet',
    images: 'images',
    start: startShard,
    async merge(context) {
      for (const part of context.plan.split.names) await writePart(context, part);
    },
  };
}

function startShard({ plan, piece, report }: ShardContext): FrameWriter {
  const columns = columnsOf(plan.attributes);
  const tables = new Map(plan.split.names.map((part) => [part, createTable(columns, piece(`${part}.rows`))]));
  return {
    write(frame) {
      for (const annotation of frame.annotations) {
        tables.get(frame.part)?.add(frame, annotation);
        report.written(frame.part, annotation.category.name);
      }
    },
    async endBlock() {
      for (const table of tables.values()) await table.endGroup();
    },
    async end() {
      for (const [part, table] of tables) {
        const groups = piece(`${part}.groups`);
        await groups.write(await table.end());
        await groups.end();
      }
    },
  };
}

async function writePart({ plan, out, pieces }: MergeContext, part: string): Promise<void> {
  const file = out.createFile(`${part}.parquet`);
  const columns = columnsOf(plan.attributes);
  await joinTables(columns, { rows: pieces(`${part}.rows`), groups: pieces(`${part}.groups`) }, file);
  await file.end();
}
