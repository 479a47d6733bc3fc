/** Reading of parsed YAML, whose shape nothing guarantees. `where` names the place for the error message. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsAt(value: unknown, where: string): Fields {
  if (value === undefined || value === null) return {};
  if (!isFields(value)) throw new Error(`${where} should be a mapping`);
  return value;
}

export function listAt(value: unknown, where: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Error(`${where} should be a list`);
  return value;
}

export function textAt(value: unknown, where: string): string {
  if (typeof value !== 'string') throw new Error(`${where} should be a text`);
  return value;
}

/** A number, or a text that is one: parameters of the command line are texts. */
export function numberAt(value: unknown, where: string, otherwise?: number): number {
  const number = value === undefined ? otherwise : Number(value);
  if (number === undefined || !Number.isFinite(number)) throw new Error(`${where} should be a number`);
  return number;
}
