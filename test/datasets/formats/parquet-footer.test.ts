import { parquetMetadata, type RowGroup } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { createFooter, MAGIC } from '../../../lib/datasets/formats/parquet/footer.ts';
import { columnsOf } from '../../../lib/datasets/formats/parquet/table.ts';

const COLUMNS = columnsOf([]);

function groupOf(rows: bigint): RowGroup {
  return {
    columns: [
      {
        file_offset: 4n,
        meta_data: {
          ...{ type: 'BYTE_ARRAY', encodings: ['PLAIN'], path_in_schema: ['task_id'], codec: 'SNAPPY' },
          ...{ num_values: rows, total_uncompressed_size: 10n, total_compressed_size: 8n, data_page_offset: 4n },
          statistics: { min_value: 'a', max_value: 'b', null_count: 0n },
        },
      },
    ],
    total_byte_size: 10n,
    num_rows: rows,
  };
}

describe('the footer of a Parquet file', () => {
  it.each([0, 1, 14, 15, 127, 128, 300])('lists %s row groups in their order', (count) => {
    const footer = createFooter(COLUMNS);
    const rows = Array.from({ length: count }, (_, at) => BigInt(at));
    for (const each of rows) footer.add(groupOf(each));
    const file = Uint8Array.from(Buffer.concat([Buffer.from(MAGIC), footer.bytes()])).buffer;
    const { num_rows, row_groups, created_by, schema } = parquetMetadata(file);
    expect(row_groups.map((group) => group.num_rows)).toEqual(rows);
    expect(num_rows).toBe(rows.reduce((sum, each) => sum + each, 0n));
    expect(row_groups.every(({ columns: [column] }) => column?.meta_data?.path_in_schema[0] === 'task_id')).toBe(true);
    expect([created_by, schema[0]?.num_children]).toEqual(['annofab-functions', COLUMNS.length]);
  });
});
