import { styleText } from 'node:util';
import { printable, textTable } from '../frame/text-table.ts';
import type { Assumption, Tried, Verdict } from './assumptions/assumption.ts';
import type { Leftover } from './clean-up.ts';

/** What was found. It names nobody, so that it can be published. */
export interface Report {
  readonly assumptions: readonly Tried[];
  readonly leftovers: readonly Leftover[];
}

/** What stays in the project in any case. */
export const STAYS =
  'The annotation archive has the task until its next update, and the list of jobs has the update: Annofab cannot delete these.';

const COLOURS = { holds: 'green', differs: 'red', 'not seen': 'dim' } as const;
const WIDTH = 'not seen'.length;

export function triedText({ id, title, expected, verdict, detail }: Tried): string {
  const shown = styleText(COLOURS[verdict], verdict.padEnd(WIDTH), { stream: process.stdout });
  const difference = verdict === 'differs' ? `, instead of: ${expected}` : '';
  return `${shown}  ${id}: ${title} (${printable(detail)}${difference})`;
}

export function summaryText({ assumptions }: Report): string {
  const count = (verdict: Verdict) => assumptions.filter((one) => one.verdict === verdict).length;
  return `${count('holds')} hold, ${count('differs')} differ, ${count('not seen')} not seen`;
}

export function leftoversText(leftovers: readonly Leftover[]): string {
  return leftovers.map(({ what, reason }) => `Could not be removed: ${what} (${reason}).`).join('\n');
}

export function listText(assumptions: readonly Assumption[]): string {
  return textTable(assumptions.map(({ id, title }) => [id, title]));
}
