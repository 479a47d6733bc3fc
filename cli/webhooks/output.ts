import { printable } from '../frame/text-table.ts';

/** The result of a command for one webhook. */
export interface Row {
  readonly webhook_id: string;
  readonly event_type: string;
  readonly [detail: string]: unknown;
}

/** Shown without their names. */
const PLAIN = ['change', 'result', 'url'];

/** Formats one line per webhook: its event, then the details. */
export function rowsText(rows: readonly Row[]): string {
  if (rows.length === 0) return 'The project has no webhooks.';
  const width = Math.max(...rows.map(({ event_type }) => event_type.length));
  return rows
    .map(({ event_type, webhook_id, ok, ours, ...details }) => {
      const shown = Object.entries(details).flatMap(([name, value]) =>
        value === undefined ? [] : [described(name, value)],
      );
      return printable(`${event_type.padEnd(width)}  ${[...shown, `(${webhook_id})`].join('  ')}`);
    })
    .join('\n');
}

function described(name: string, value: unknown): string {
  return PLAIN.includes(name) ? String(value) : `${name}=${String(value)}`;
}
