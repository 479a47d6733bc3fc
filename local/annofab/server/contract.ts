import type { Operation, OperationId, QueryEncoding } from '../../../lib/annofab/api-description.ts';
import { operations } from '../../../lib/annofab/api-description.ts';
import { parseJson } from '../../../lib/core/json.ts';
import { answerSchema, bodySchema, isDescribed, querySchemas, resolved, type Schema } from './api-description.ts';
import { withoutNulls } from './nulls.ts';
import { isBehindCookies } from './signed-cookie-authorization.ts';
import { type Kind, validate } from './validator.ts';

/** One request and its answer, as they were sent. */
export interface Exchange {
  readonly operation: OperationId;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bodyText: string;
  readonly status: number;
  /** Empty when the answer has no body. */
  readonly answerText: string;
}

/** A request or answer that does not match the API description. */
export interface Violation {
  readonly operation: OperationId;
  readonly in: 'request' | 'answer';
  readonly message: string;
}

export interface Contract {
  readonly violations: readonly Violation[];
  /** Of a refused request only the answer is checked. */
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

/** CloudFront, in front of version 2, answers an XML page when cookies are missing or expired. */
function isTurnedAway(id: OperationId, status: number, answerText: string): boolean {
  return status === 403 && isBehindCookies(operations[id]) && answerText.startsWith('<');
}

function requestProblems(exchange: Exchange): string[] {
  return [...headerProblems(exchange), ...queryProblems(exchange), ...bodyProblems(exchange)];
}

function headerProblems({ operation: id, headers, bodyText }: Exchange): string[] {
  const { auth }: Operation = operations[id];
  const byCookie = isBehindCookies(operations[id]);
  const wrong: string[] = [];
  if (auth === 'token' && !byCookie && headers['authorization'] === undefined) wrong.push('no Authorization header');
  if (auth === 'none' && headers['authorization'] !== undefined)
    wrong.push('an Authorization header that is not needed');
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
  if (encoding === 'json') return parseJson(text, text);
  const { type } = resolved(schema);
  if (type === 'boolean') return parseJson(text.toLowerCase(), text); // Python writes True.
  return type === 'integer' || type === 'number' ? parseJson(text, text) : text;
}

function bodyProblems({ operation: id, bodyText }: Exchange): string[] {
  const { body }: Operation = operations[id];
  const schema = bodySchema(id);
  if (bodyText === '') return body === 'required' ? ['no body'] : [];
  if (!schema) return ['a body that is not described'];
  return valueProblems('body', schema, parseJson(bodyText, bodyText), 'open');
}

const ERRORS: Schema = { $ref: '#/components/schemas/Errors' };

function answerProblems({ operation: id, status, answerText }: Exchange): string[] {
  // 429 and 5xx come from faults or gateways; 501 must never occur.
  if (!isDescribed(id, status)) return status < 300 || status === 501 ? [`status ${status} is not described`] : [];
  const schema = answerSchema(id, status);
  if (answerText === '') return schema ? [`status ${status} without its body`] : [];
  if (isTurnedAway(id, status, answerText)) return [];
  if (status >= 400) return valueProblems(`answer ${status}`, ERRORS, parseJson(answerText, answerText));
  if (!schema) return [`status ${status} with a body that is not described`];
  return valueProblems(`answer ${status}`, schema, parseJson(answerText, answerText));
}

function valueProblems(what: string, schema: Schema, value: unknown, kind: Kind = 'closed'): string[] {
  const problem = validate(schema, withoutNulls(schema, value), kind);
  return problem ? [`${what}${problem.path} ${problem.message}`] : [];
}
