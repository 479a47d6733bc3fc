import { type DescribedOperation, type Description, describedOperations } from './description.ts';
import { allowedRoles } from './roles.ts';

/** Operations that Annofab's Python client has no method for. */
const NOT_IN_PYTHON: ReadonlySet<string> = new Set([
  'issueProjectGuestUserToken',
  'issueProjectToken',
  'listProjectToken',
  'loginRespondToAuthChallenge',
  'requestPluginToken',
  'revokeProjectToken',
]);

/** Prints the reference page: one table per resource, and one of removed operations. */
export function printReference(description: Description): string {
  const all = describedOperations(description);
  const live = all.filter(({ operation }) => !operation['x-removed']);
  const removed = all.filter(({ operation }) => operation['x-removed']);
  const tags = [...new Set(live.map(({ operation }) => tagOf(operation)))].sort();
  return [
    '<!-- Generated from lib/annofab/openapi.yaml by `npm run generate`. Do not edit. -->',
    '# Operations of the Annofab Web API',
    '',
    `\`AnnofabClient\` has one method per operation: ${live.length} current ones, and ${removed.length} that Annofab has removed.`,
    '',
    '- **Paging**: the answer is one page. To read all pages use `all` of the resource, such as `annofab.tasks.all`.',
    '- **Retried**: the client repeats the request after a lost connection or a 5xx, because a second one is harmless.',
    '  It does not repeat the others if Annofab may have processed them.',
    '- Each method is documented in your editor: query parameters, possible causes of a 409, and a link to its page in',
    "  [Annofab's reference](https://annofab.com/docs/api/).",
    '',
    ...tags.flatMap((tag) => [
      `## ${title(tag)}`,
      '',
      ...table(live.filter(({ operation }) => tagOf(operation) === tag)),
      '',
    ]),
    '## Removed by Annofab',
    '',
    'The methods remain so that their names lead to the replacements.',
    '',
    ...table(removed),
    '',
  ].join('\n');
}

interface Row {
  readonly method: string;
  readonly path: string;
  readonly operation: DescribedOperation;
}

function table(rows: readonly Row[]): string[] {
  return [
    '| Operation | Python method | Request | Allowed roles | Paging | Retried | Summary |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(printRow),
  ];
}

function printRow({ method, path, operation }: Row): string {
  const { operationId: id, 'x-paging': paging = '', 'x-retry': retry } = operation;
  const python = NOT_IN_PYTHON.has(id) ? '' : `\`${snakeCase(id)}\``;
  const retried = retry === 'safe' ? 'yes' : '';
  const cells = [
    `\`${id}\``,
    python,
    `\`${method.toUpperCase()} ${path}\``,
    allowedRoles(operation),
    paging,
    retried,
    summaryOf(operation),
  ];
  return `| ${cells.join(' | ')} |`;
}

function summaryOf({ summary, deprecated, 'x-replaced-by': replacement }: DescribedOperation): string {
  return deprecated ? `${summary}. Deprecated, replacement: ${replacement}` : summary;
}

function tagOf({ operationId, tags: [tag] = [] }: DescribedOperation): string {
  if (tag === undefined) throw new Error(`${operationId} has no tag`);
  return tag;
}

/** `annotation-specs-v2` becomes `Annotation specs (v2)`. */
function title(tag: string): string {
  const words = tag.replace(/-v2$/, ' (v2)').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function snakeCase(id: string): string {
  return id.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}
