import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Operation, OperationId, QueryEncoding } from '../../../../lib/annofab/api-description.ts';
import { operations } from '../../../../lib/annofab/api-description.ts';
import {
  allSchemas,
  answerSchema,
  bodySchema,
  isDescribed,
  querySchemas,
  resolve,
  type Schema,
} from '../api-description.ts';
import { WIRE_SCHEMAS, wireSchema, wireSchemas } from './wire-schemas.ts';

/** One request and its answer, as they went over the wire. */
export interface Exchange {
  readonly operation: OperationId;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bodyText: string;
  readonly status: number;
  /** Empty when the answer has no body. */
  readonly answerText: string;
}

/** What does not fit the API description. */
export interface Violation {
  readonly operation: OperationId;
  readonly in: 'request' | 'answer';
  readonly message: string;
}

export interface Contract {
  readonly violations: readonly Violation[];
  /** A request that was refused is not checked, only the refusal. */
  check(exchange: Exchange): void;
}

/** Compares traffic with the API description, in both directions. */
export function createContract(): Contract {
  const violations: Violation[] = [];
  return {
    violations,
    check: (exchange) => {
      const { operation, status } = exchange;
      const note = (where: Violation['in']) => (message: string) => {
        violations.push({ operation, in: where, message });
      };
      if (status < 300) requestProblems(exchange).forEach(note('request'));
      answerProblems(exchange).forEach(note('answer'));
    },
  };
}

/** CloudFront, which stands before version 2, answers in a page of its own where cookies are missing or too old. */
function isTurnedAway(id: OperationId, status: number, answerText: string): boolean {
  return status === 403 && isByCookie(operations[id]) && answerText.startsWith('<');
}

function isByCookie({ roles }: Operation): boolean {
  return roles.some((role) => role.startsWith('SignedCookie'));
}

function requestProblems(exchange: Exchange): string[] {
  return [...headerProblems(exchange), ...queryProblems(exchange), ...bodyProblems(exchange)];
}

function headerProblems({ operation: id, headers, bodyText }: Exchange): string[] {
  const { auth }: Operation = operations[id];
  const byCookie = isByCookie(operations[id]);
  const wrong: string[] = [];
  if (auth === 'token' && !byCookie && headers['authorization'] === undefined) wrong.push('no Authorization header');
  if (auth === 'none' && headers['authorization'] !== undefined)
    wrong.push('an Authorization header that nobody needs');
  if (bodyText !== '' && !/^application\/json\b/.test(String(headers['content-type']))) {
    wrong.push(`content-type ${headers['content-type']} instead of application/json`);
  }
  return wrong;
}

function queryProblems({ operation: id, query }: Exchange): string[] {
  const described = querySchemas(id);
  const { query: encodings = {} }: Operation = operations[id];
  const missing = [...described].filter(([name, { required }]) => required && query[name] === undefined);
  const given = Object.entries(query).flatMap(([name, text]) => {
    const parameter = described.get(name);
    if (!parameter) return [`query ${name} is unknown`];
    return valueProblems(`query ${name}`, parameter.schema, decode(text, encodings[name], parameter.schema));
  });
  return [...missing.map(([name]) => `query ${name} is missing`), ...given];
}

function decode(text: string, encoding: QueryEncoding | undefined, schema: Schema): unknown {
  if (encoding === 'flag') return schema.type === 'boolean' ? true : text;
  if (encoding === 'comma') return text.split(',');
  if (encoding === 'json') return parse(text);
  const { type } = schema.$ref === undefined ? schema : resolve(schema.$ref);
  if (type === 'boolean') return parse(text.toLowerCase()); // Python writes True.
  return type === 'integer' || type === 'number' ? parse(text) : text;
}

function bodyProblems({ operation: id, bodyText }: Exchange): string[] {
  const { body }: Operation = operations[id];
  const schema = bodySchema(id);
  if (bodyText === '') return body === 'required' ? ['no body'] : [];
  if (!schema) return ['a body that nobody reads'];
  return valueProblems('body', schema, parse(bodyText), 'open');
}

const ERRORS: Schema = { $ref: '#/components/schemas/Errors' };

function answerProblems({ operation: id, status, answerText }: Exchange): string[] {
  // 429 and 5xx come from faults and from what stands before Annofab, 501 never.
  if (!isDescribed(id, status)) return status < 300 || status === 501 ? [`status ${status} is not described`] : [];
  const schema = answerSchema(id, status);
  if (answerText === '') return schema ? [`status ${status} without its body`] : [];
  if (isTurnedAway(id, status, answerText)) return [];
  if (status >= 400) return valueProblems(`answer ${status}`, ERRORS, parse(answerText));
  if (!schema) return [`status ${status} with a body that is not described`];
  return valueProblems(`answer ${status}`, schema, parse(answerText));
}

/** A text that is no JSON stands for itself, and fits no schema but that of a text. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false });
const compiled = new WeakMap<Schema, ValidateFunction>();

function valueProblems(what: string, schema: Schema, value: unknown, kind: 'open' | 'closed' = 'closed'): string[] {
  const validate = compiled.get(schema) ?? compile(schema, kind);
  compiled.set(schema, validate);
  return validate(value) ? [] : [`${what}${explain(validate.errors ?? [])}`];
}

function compile(schema: Schema, kind: 'open' | 'closed'): ValidateFunction {
  if (!ajv.schemas[WIRE_SCHEMAS]) ajv.addSchema(wireSchemas(allSchemas()), WIRE_SCHEMAS);
  return ajv.compile(wireSchema(schema, kind));
}

/** Of a union's many complaints, the deepest is the one that helps. */
function explain(errors: readonly ErrorObject[]): string {
  const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length;
  const deepest = errors.reduce<ErrorObject | undefined>(
    (best, error) => (best && depth(best) >= depth(error) ? best : error),
    undefined,
  );
  if (!deepest) return ' does not fit';
  const { instancePath, message, params } = deepest;
  return `${instancePath.replaceAll('/', '.')} ${message} ${JSON.stringify(params)}`;
}
