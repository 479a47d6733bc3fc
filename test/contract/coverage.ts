import type { OperationId } from '../../lib/annofab/api-description.ts';
import type { RecordedRequest } from '../../local/annofab/control/spy.ts';
import { bodySchema, querySchemas, resolve, type Schema } from '../../local/annofab/server/api-description.ts';

/** The query parameters and body fields of an operation that no request sent. */
export function neverSent(operation: OperationId, requests: readonly RecordedRequest[]): string[] {
  const sent = new Set(requests.flatMap((request) => [...queryNames(request), ...bodyNames(request.body)]));
  return offered(operation).filter((name) => !sent.has(name));
}

function offered(operation: OperationId): string[] {
  const body = bodySchema(operation);
  return [
    ...[...querySchemas(operation).keys()].map((name) => `query.${name}`),
    ...(body ? fieldNames(body).map((name) => `body.${name}`) : []),
  ];
}

/** The fields of an object, of all members of a union, and of the items of a list. */
function fieldNames(schema: Schema): string[] {
  if (schema.$ref !== undefined) return fieldNames(resolve(schema.$ref));
  const parts = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
  const names = [...Object.keys(schema.properties ?? {}), ...parts.flatMap(fieldNames)];
  return [...new Set([...names, ...(schema.items ? fieldNames(schema.items) : [])])];
}

function queryNames({ url }: RecordedRequest): string[] {
  return [...new URL(url, 'http://annofab').searchParams.keys()].map((name) => `query.${name}`);
}

function bodyNames(body: unknown): string[] {
  const items = Array.isArray(body) ? body : [body];
  return items
    .flatMap((item) => (typeof item === 'object' && item !== null ? Object.keys(item) : []))
    .map((name) => `body.${name}`);
}
