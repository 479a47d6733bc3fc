import { type DescribedOperation, type Description, describedOperations } from './description.ts';
import { whoMay } from './roles.ts';

/** Annofab's Python client has no method of its own for these. */
const NOT_IN_PYTHON: ReadonlySet<string> = new Set([
  'issueProjectGuestUserToken',
  'issueProjectToken',
  'listProjectToken',
  'loginRespondToAuthChallenge',
  'requestPluginToken',
  'revokeProjectToken',
]);

/** The reference page: a table for each resource, and one for what Annofab no longer answers. */
export function printReference(description: Description): string {
  const all = describedOperations(description);
  const live = all.filter(({ operation }) => !operation['x-removed']);
  const removed = all.filter(({ operation }) => operation['x-removed']);
  const tags = [...new Set(live.map(({ operation }) => tagOf(operation)))].sort();
  return [
    '<!-- Generated from lib/annofab/openapi.yaml by `npm run generate`. Do not edit. -->',
    '# Every operation of the Annofab Web API',
    '',
    `${all.length} operations, each a method of \`AnnofabClient\`: ${live.length} that Annofab answers today, and`,
    `${removed.length} that it answered once. **Pages**: read it with the \`all\` of its group rather than page by page.`,
    '**Safe**: the client sends it again by itself after a broken connection or a 5xx, because twice does no harm.',
    '',
    ...tags.flatMap((tag) => [
      `## ${title(tag)}`,
      '',
      ...table(live.filter(({ operation }) => tagOf(operation) === tag)),
      '',
    ]),
    '## No longer answered by Annofab',
    '',
    'They are kept so that their names lead to what replaces them.',
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
    '| Operation | In Python | Request | Who may | Pages | Safe | What it does |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(printRow),
  ];
}

function printRow({ method, path, operation }: Row): string {
  const { operationId: id, 'x-paging': paging = '', 'x-retry': retry } = operation;
  const python = NOT_IN_PYTHON.has(id) ? '' : `\`${snakeCase(id)}\``;
  const safe = retry === 'safe' ? 'yes' : '';
  const cells = [
    `\`${id}\``,
    python,
    `\`${method.toUpperCase()} ${path}\``,
    whoMay(operation),
    paging,
    safe,
    what(operation),
  ];
  return `| ${cells.join(' | ')} |`;
}

function what({ summary, deprecated, 'x-replaced-by': successor }: DescribedOperation): string {
  return deprecated ? `${summary}. Deprecated: ${successor}` : summary;
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
