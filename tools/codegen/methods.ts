import {
  type DescribedOperation,
  type DescribedParameter,
  type Description,
  describedOperations,
} from './description.ts';
import { allowedRoles } from './roles.ts';

const DOCS = 'https://annofab.com/docs/api';

/** What each cause of a 409 means. */
const CONFLICTS: ReadonlyMap<string, string> = new Map([
  ['job-running', 'a job is running that excludes this one'],
  ['suspended', 'the project is suspended'],
  ['stale', 'the resource has changed since it was read'],
  ['state', 'the current state does not allow the operation'],
  ['archive-updating', 'the annotation archive is being rebuilt'],
]);

/** Prints one client method per operation, with TSDoc: an editor shows what it does and strikes out deprecated ones. */
export function printMethods(description: Description): string {
  const methods = describedOperations(description).map(({ method, path, operation }) => {
    const id = operation.operationId;
    return [
      '  /**',
      ...documentation(method, path, operation).map((line) => (line === '' ? '   *' : `   * ${line}`)),
      '   */',
      `  ${id}(...args: [...Args<'${id}'>, options?: RequestOptions]): ApiPromise<Result<'${id}'>>;`,
    ].join('\n');
  });
  return [
    "import type { ApiPromise } from '../http/api-promise.ts';",
    "import type { Args, Result } from '../operation-types.ts';",
    "import type { RequestOptions } from '../options.ts';",
    '',
    '/** One method per operation, named by its id. */',
    'export interface OperationMethods {',
    `${methods.join('\n\n')}`,
    '}',
    '',
  ].join('\n');
}

function documentation(method: string, path: string, operation: DescribedOperation): string[] {
  const { summary, description, deprecated, 'x-removed': removed, 'x-replaced-by': replacement } = operation;
  const removal = removed ? 'Removed by Annofab. ' : '';
  return [
    `${summary}.`,
    ...(description === undefined ? [] : ['', description]),
    '',
    `\`${method.toUpperCase()} ${path}\``,
    '',
    ...traits(operation).map((trait) => `- ${trait}`),
    ...queryParameters(operation),
    '',
    ...(deprecated ? [`@deprecated ${removal}Replacement: ${replacement}.`] : []),
    ...(removed ? [] : [`@see ${docsUrl(path, operation.operationId)}`]),
    '@throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,',
    'InvalidQueryError or InvalidParameterError before anything is sent',
  ];
}

function traits(operation: DescribedOperation): string[] {
  const { 'x-paging': paging, 'x-retry': retry, 'x-repeated': repeated, 'x-conflict': conflict = [] } = operation;
  return [
    `Allowed roles: ${allowedRoles(operation).replaceAll('; ', ', ')}`,
    ...(paging === undefined ? [] : ['Returns one page of a list']),
    retry === 'safe' ? 'Retried after a failure' : 'Not retried if Annofab may have processed the request',
    ...(repeated === undefined
      ? []
      : [`Undefined if the answer was lost, and a retry got ${repeated}: the first attempt was carried out`]),
    ...(conflict.length === 0 ? [] : [`409 if ${conflict.map(conflictText).join(', or ')}`]),
  ];
}

function conflictText(cause: string): string {
  const text = CONFLICTS.get(cause);
  if (text === undefined) throw new Error(`conflict ${cause} has no text`);
  return text;
}

function queryParameters({ parameters = [] }: DescribedOperation): string[] {
  const query = parameters.filter((parameter) => parameter.in === 'query');
  if (query.length === 0) return [];
  return ['', 'Query parameters:', ...query.map(parameterText)];
}

function parameterText({ name, description = '', schema }: DescribedParameter): string {
  const { minimum, maximum, default: standard } = schema;
  const range = minimum !== undefined && maximum !== undefined ? [`${minimum} to ${maximum}`] : [];
  const limits = [...range, ...(standard === undefined ? [] : [`default ${standard}`])];
  return `- \`${name}\`: ${description}${limits.length === 0 ? '' : ` (${limits.join(', ')})`}`;
}

/** Annofab's own page of the operation. */
function docsUrl(path: string, id: string): string {
  return `${DOCS}/${path.startsWith('/api/v2/') ? 'v2/' : ''}#operation/${id}`;
}
