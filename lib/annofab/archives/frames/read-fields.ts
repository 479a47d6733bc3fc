import { isJsonObject, type JsonObject } from '../../../core/json.ts';
import type { Point } from '../../generated/schemas.ts';

/** An invalid field. Each enclosing reader prefixes the name of its own field. */
export class FieldProblem extends Error {
  readonly field: string;
  readonly problem: string;

  constructor(field: string, problem: string) {
    super(field === '' ? problem : `${field}: ${problem}`);
    this.field = field;
    this.problem = problem;
  }

  /** The same problem, with the path starting at the object that contains `parent`. */
  within(parent: string): FieldProblem {
    const dot = this.field === '' || this.field.startsWith('[') ? '' : '.';
    return new FieldProblem(`${parent}${dot}${this.field}`, this.problem);
  }
}

/** @throws FieldProblem */
export function objectOf(value: unknown): JsonObject {
  if (isJsonObject(value)) return value;
  throw new FieldProblem('', `must be an object, not ${kindOf(value)}`);
}

/** Also reads enumerations: a member that is newer than this client is passed on unchanged. @throws FieldProblem */
export function text<Text extends string = string>(object: JsonObject, field: string): Text {
  const value = object[field];
  if (isText<Text>(value)) return value;
  throw new FieldProblem(field, `must be a string, not ${kindOf(value)}`);
}

/** Null if it is absent: Annofab treats both alike. @throws FieldProblem */
export function textOrNull(object: JsonObject, field: string): string | null {
  return object[field] === undefined || object[field] === null ? null : text(object, field);
}

export function isText<Text extends string>(value: unknown): value is Text {
  return typeof value === 'string';
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** @throws FieldProblem */
export function number(object: JsonObject, field: string): number {
  const value = object[field];
  if (isNumber(value)) return value;
  throw new FieldProblem(field, `must be a finite number, not ${kindOf(value)}`);
}

/** A number is not enough: `JSON.parse` turns `1e999` into Infinity. */
export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** @throws FieldProblem naming the item by its index */
export function list<Item>(object: JsonObject, field: string, read: (item: unknown) => Item): Item[] {
  const value = object[field];
  if (!Array.isArray(value)) throw new FieldProblem(field, `must be an array, not ${kindOf(value)}`);
  return value.map((item, index) => {
    try {
      return read(item);
    } catch (error) {
      throw error instanceof FieldProblem ? error.within(`${field}[${index}]`) : error;
    }
  });
}

/** @throws FieldProblem */
export function point(value: unknown): Point {
  if (isPoint(value)) return value;
  const object = objectOf(value);
  number(object, 'x');
  throw new FieldProblem('y', `must be a finite number, not ${kindOf(object['y'])}`);
}

export function isPoint(value: unknown): value is Point {
  return isJsonObject(value) && isNumber(value['x']) && isNumber(value['y']);
}

/** Reads the inside of a field, and prefixes the field's name to a problem. @throws FieldProblem */
export function within<Result>(field: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof FieldProblem ? error.within(field) : error;
  }
}

export function kindOf(value: unknown): string {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
