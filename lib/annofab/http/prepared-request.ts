import { stringifyExactly } from '../../core/numbers/exact-number.ts';
import { refuseUnknown } from '../one-of.ts';
import type { Operation } from '../operation.ts';
import { buildPath, placeholdersOf } from './path.ts';
import { encodeQuery } from './query.ts';
import { secretsIn } from './redact.ts';

/** The arguments of a client method, before they are checked at run time. */
export type RawParams = Readonly<Record<string, unknown>>;

/** An operation with its parameters, ready to send. */
export interface PreparedRequest {
  readonly id: string;
  readonly operation: Operation;
  readonly path: string;
  readonly query: string;
  readonly body: string | undefined;
  /** `getTask (project_id p, task_id t)`: how errors name it. Computed only for an error. */
  readonly label: () => string;
  /** Secrets in the body, to keep out of errors; computed only for an error, since a body may be large. */
  readonly secrets: () => readonly string[];
}

/**
 * @throws InvalidIdError before any URL exists
 * @throws InvalidQueryError when the operation has no such query field or its value cannot be encoded
 * @throws InvalidParameterError when the operation has no such parameter
 */
export function prepareRequest(id: string, operation: Operation, params: RawParams = {}): PreparedRequest {
  refuseUnknown(`${id} has no parameter`, params, parametersOf(operation));
  const path = buildPath(operation.path, params);
  const { query, body } = params;
  return {
    id,
    operation,
    path,
    query: isRecord(query) ? encodeQuery(operation.query ?? {}, query) : '',
    body: body === undefined ? undefined : stringifyExactly(body),
    label: () => labelOf(id, operation, params),
    secrets: () => secretsIn(body),
  };
}

const parametersOfOperations = new WeakMap<Operation, readonly string[]>();

function parametersOf(operation: Operation): readonly string[] {
  const known = parametersOfOperations.get(operation);
  if (known !== undefined) return known;
  const { path, query, body } = operation;
  const parameters = [...placeholdersOf(path), ...(query ? ['query'] : []), ...(body ? ['body'] : [])];
  parametersOfOperations.set(operation, parameters);
  return parameters;
}

function labelOf(id: string, operation: Operation, params: RawParams): string {
  const names = placeholdersOf(operation.path);
  return names.length === 0 ? id : `${id} (${names.map((name) => `${name} ${params[name]}`).join(', ')})`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
