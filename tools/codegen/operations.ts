import { type DescribedOperation, type Description, describedOperations } from './description.ts';

/** The operation table: one row per operation, in the order of the description. */
export function printOperations(description: Description): string {
  const rows = describedOperations(description).map(({ method, path, operation }) =>
    printRow(operation.operationId, toRow(method, path, operation)),
  );
  return [
    "import type { Operation } from '../operation.ts';",
    '',
    'export const operations = {',
    ...rows,
    '} as const satisfies Record<string, Operation>;',
    '',
  ].join('\n');
}

function toRow(method: string, path: string, operation: DescribedOperation): Record<string, unknown> {
  return {
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    roles: operation['x-roles'],
    auth: operation.security?.length === 0 ? 'none' : 'token',
    retry: operation['x-retry'] ?? 'unsafe',
    repeated: operation['x-repeated'],
    query: toQuery(operation),
    body: operation.requestBody && (operation.requestBody.required ? 'required' : 'optional'),
    paging: operation['x-paging'],
    conflict: operation['x-conflict'],
    deprecated: operation.deprecated ? operation['x-replaced-by'] : undefined,
    removed: operation['x-removed'],
  };
}

function toQuery(operation: DescribedOperation): Record<string, string> | undefined {
  const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  if (query.length === 0) return undefined;
  return Object.fromEntries(query.map((parameter) => [parameter.name, parameter['x-query-encoding'] ?? 'text']));
}

function printRow(operationId: string, row: Record<string, unknown>): string {
  const fields = Object.entries(row).filter(([, value]) => value !== undefined);
  return [`  ${operationId}: {`, ...fields.map(([name, value]) => `    ${name}: ${printValue(value)},`), '  },'].join(
    '\n',
  );
}

function printValue(value: unknown): string {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (Array.isArray(value)) return `[${value.map(printValue).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, inner]) => `${name}: ${printValue(inner)}`);
    return `{ ${fields.join(', ')} }`;
  }
  return String(value);
}
