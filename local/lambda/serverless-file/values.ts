/** Reads parsed YAML, whose shape is unknown. `where` names the place in the error message. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsAt(value: unknown, where: string): Fields {
  if (value === undefined || value === null) return {};
  if (!isFields(value)) throw new Error(`${where} must be a mapping`);
  return value;
}

export function listAt(value: unknown, where: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Error(`${where} must be a list`);
  return value;
}

export function textAt(value: unknown, where: string): string {
  if (typeof value !== 'string') throw new Error(`${where} must be a string`);
  return value;
}

/** Reads a number, also from a string, since parameters of the command line are strings. */
export function numberAt(value: unknown, where: string, defaultValue?: number): number {
  const number = value === undefined ? defaultValue : Number(value);
  if (number === undefined || !Number.isFinite(number)) throw new Error(`${where} must be a number`);
  return number;
}
