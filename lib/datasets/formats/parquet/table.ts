import { serialize } from 'node:v8';
import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { AttributeColumn, DatasetAnnotation, DatasetFrame } from '../../frames.ts';
import type { OutputFile } from '../../output/output.ts';
import { attributeCell, type Cell, type Cells, type CellType, COLUMN_TYPES, cellsOf } from './cells.ts';

/** A column of a table, and where its cells come from. */
export interface Column {
  readonly name: string;
  readonly type: CellType;
  cell(cells: Cells, annotation: DatasetAnnotation): Cell;
}

/** The columns of every table, then one for each attribute of the annotation specs. */
export function columnsOf(attributes: readonly AttributeColumn[]): Column[] {
  const fixed = Object.entries(COLUMN_TYPES).map(([name, type]): Column => {
    const cell = (cells: Readonly<Record<string, Cell>>) => cells[name];
    return { name, type, cell };
  });
  const own = attributes.map((attribute): Column => {
    const cell = (_: Cells, annotation: DatasetAnnotation) => attributeCell(annotation, attribute);
    return { name: `attribute.${attribute.name}`, type: attribute.values, cell };
  });
  return [...fixed, ...own];
}

const ELEMENTS = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  json: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  numbers: { type: 'DOUBLE' },
  integers: { type: 'INT32' },
} as const satisfies Readonly<Record<CellType, Partial<SchemaElement>>>;

/** A list is three levels, as the Parquet format defines it. */
export function schemaOf(columns: readonly Column[]): SchemaElement[] {
  const elements = columns.flatMap(({ name, type }): SchemaElement[] => {
    const element = { ...ELEMENTS[type], repetition_type: 'OPTIONAL' } as const;
    if (type !== 'numbers' && type !== 'integers') return [{ name, ...element }];
    return [
      { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', ...element },
    ];
  });
  return [{ name: 'root', num_children: columns.length }, ...elements];
}

/** Rows of one shard. */
export interface Table {
  add(frame: DatasetFrame, annotation: DatasetAnnotation): void;
  /** Writes the rows that were added since the last time as a row group. */
  endGroup(): Promise<void>;
  /** @returns what the merge has to know of the row groups */
  end(): Promise<Buffer>;
}

export function createTable(columns: readonly Column[], file: OutputFile): Table {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(columns) });
  const cells: Cell[][] = columns.map(() => []);
  bytes.index = 0;
  return {
    add(frame, annotation) {
      const row = cellsOf(frame, annotation);
      for (const [at, column] of columns.entries()) cells[at]?.push(column.cell(row, annotation));
    },
    async endGroup() {
      const rows = cells[0]?.length ?? 0;
      if (rows === 0) return;
      const columnData = columns.map(
        ({ name }, at): ColumnSource => ({ name, data: [...(cells[at] ?? [])], offsetIndex: false }),
      );
      await writer.write({ columnData, rowGroupSize: rows });
      await file.write(bytes.getBytes().slice());
      bytes.index = 0;
      for (const column of cells) column.length = 0;
    },
    async end() {
      await file.end();
      return serialize(writer.row_groups);
    },
  };
}
