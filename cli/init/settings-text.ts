import { isNode, isSeq, parseDocument, stringify } from 'yaml';
import { readStageSettings } from '../../lib/settings/read-stage-settings.ts';

/** The settings that `init` asks for. */
export interface WantedSettings {
  readonly annofabEndpointUrl: string;
  /** Added to those that the file has. */
  readonly archiveProjectIds: readonly string[];
}

export interface SettingsText {
  readonly text: string;
  /** `archiveProjectIds: added road-2026`; nothing when the file is right as it is. */
  readonly changes: readonly string[];
}

/** A new settings file: the example with its comments, every setting commented out, and the wanted ones. */
export function newSettings(example: string, stage: string, wanted: WantedSettings): SettingsText {
  const [, ...sections] = example.split(/^(?=# ── )/m);
  const header = [
    `# The settings of stage ${stage}. Commit the file: every deployment of the stage reads it. Of all other settings, this file has`,
    '# the defaults behind a "#" without a space: remove the "#" to set one. docs/settings.md explains each.',
  ];
  return changedSettings(`${[...header, '', commentedOut(sections.join(''))].join('\n')}`, wanted);
}

/**
 * A settings file with the wanted settings. Everything else in it stays, byte for byte.
 *
 * @throws Error with all problems of the file, as it is or as it would become
 */
export function changedSettings(text: string, wanted: WantedSettings): SettingsText {
  const { settings, problems } = readStageSettings(contentOf(text));
  if (problems.length > 0) throw new Error(`Correct the file first: ${problems.join('; ')}`);
  const { annofabEndpointUrl: before, archiveProjectIds: known } = settings;
  const added = known === '*' ? [] : wanted.archiveProjectIds.filter((id) => !known.includes(id));
  const changes: string[] = [];
  let changed = text;
  if (before !== wanted.annofabEndpointUrl) {
    changes.push(`annofabEndpointUrl: ${wanted.annofabEndpointUrl} instead of ${before}`);
    changed = withValue(changed, 'annofabEndpointUrl', wanted.annofabEndpointUrl);
  }
  if (added.length > 0) {
    changes.push(`archiveProjectIds: added ${added.join(', ')}`);
    changed = withItems(changed, 'archiveProjectIds', [...known], added);
  }
  const wrong = readStageSettings(contentOf(changed)).problems;
  if (wrong.length > 0) throw new Error(wrong.join('; '));
  return { text: changed, changes };
}

/** Comments begin with "# ", and settings that are commented out with "#". */
function commentedOut(example: string): string {
  return example.replaceAll(/^( *)(?=[^ #\n])/gm, '$1#');
}

function contentOf(text: string): unknown {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) throw new Error(`Correct the file first: ${error.message.split('\n', 1).join()}`);
  return document.toJS();
}

/** Puts the value in the place of the present one, of the one that is commented out, or at the end. */
function withValue(text: string, name: string, value: unknown): string {
  const written = stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trimEnd();
  const range = rangeOf(text, name);
  if (range !== undefined) return `${text.slice(0, range.start)}${written}${text.slice(range.end)}`;
  const commented = new RegExp(`^#${name}: .*$`, 'm');
  if (commented.test(text)) return text.replace(commented, () => `${name}: ${written}`);
  return `${text === '' || text.endsWith('\n') ? text : `${text}\n`}${name}: ${written}\n`;
}

/** A list with one item a line gets more lines, so that the comments beside its items stay. */
function withItems(text: string, name: string, known: readonly string[], added: readonly string[]): string {
  const node = parseDocument(text).get(name, true);
  const last = isSeq(node) && node.flow !== true ? node.items.at(-1) : undefined;
  const end = isNode(last) ? last.range?.[1] : undefined;
  const range = rangeOf(text, name);
  if (end === undefined || range === undefined) return withValue(text, name, [...known, ...added]);
  const indent = ' '.repeat(range.start - text.lastIndexOf('\n', range.start - 1) - 1);
  const lineEnd = text.indexOf('\n', end);
  const at = lineEnd < 0 ? text.length : lineEnd;
  const lines = added.map((id) => `\n${indent}- ${stringify(id).trimEnd()}`).join('');
  return `${text.slice(0, at)}${lines}${text.slice(at)}`;
}

function rangeOf(text: string, name: string): { start: number; end: number } | undefined {
  const node: unknown = parseDocument(text).get(name, true);
  const range = isNode(node) ? node.range : undefined;
  return range ? { start: range[0], end: range[1] } : undefined;
}
