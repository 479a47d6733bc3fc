import { type DescribedOperation, type Description, describedOperations } from './description.ts';
import { whoMay } from './roles.ts';

/** The client's method of each operation, so that an editor shows what it does and strikes out what is deprecated. */
export function printMethods(description: Description): string {
  const methods = describedOperations(description).map(({ method, path, operation }) => {
    const id = operation.operationId;
    return [
      '  /**',
      ...documentation(`${method.toUpperCase()} ${path}`, operation).map((line) =>
        line === '' ? '   *' : `   * ${line}`,
      ),
      '   */',
      `  ${id}(...args: [...Args<'${id}'>, options?: RequestOptions]): ApiPromise<Result<'${id}'>>;`,
    ].join('\n');
  });
  return [
    "import type { ApiPromise } from '../http/api-promise.ts';",
    "import type { Args, Result } from '../operation-types.ts';",
    "import type { RequestOptions } from '../options.ts';",
    '',
    '/** A method for each operation, by its id. */',
    'export interface OperationMethods {',
    `${methods.join('\n\n')}`,
    '}',
    '',
  ].join('\n');
}

function documentation(route: string, operation: DescribedOperation): string[] {
  const { 'x-paging': paging, 'x-retry': retry, 'x-removed': removed, 'x-replaced-by': replacement } = operation;
  const removal = removed ? 'Annofab no longer answers it. ' : '';
  const traits = [
    `\`${route}\``,
    `for ${whoMay(operation).replaceAll('; ', ', ')}`,
    ...(paging === undefined ? [] : ['one page of a list']),
    retry === 'safe' ? 'sent again after a failure' : 'not sent again where it may have been carried out',
  ];
  return [
    `${operation.summary}.`,
    '',
    `${traits.join('; ')}.`,
    ...(operation.deprecated ? ['', `@deprecated ${removal}Instead: ${replacement}.`] : []),
    '',
    '@throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or',
    'InvalidQueryError before anything is sent',
  ];
}
