import type { LedgerEntry } from '../../lib/deliveries/ledger/entry.ts';
import { type DeadDeliveries, type DeadDelivery, type FoundLetter, sinceOf } from './dead-deliveries.ts';
import type { Replayed } from './replay.ts';
import { SHORT_KEY_LENGTH } from './select.ts';

/** A delivery and what became of it. */
export interface Result extends Omit<Replayed, 'outcome'> {
  readonly dead: DeadDelivery;
  readonly outcome: Replayed['outcome'] | 'failed';
}

const NOTHING_DEAD = 'No delivery is dead.';

/** What `list --json` prints of a delivery. */
export function listed(dead: DeadDelivery) {
  const { eventType, delivery, entry, letters } = dead;
  return {
    ...nameOf(dead),
    event_type: eventType,
    state: stateOf(dead),
    reason: reasonOf(dead),
    ...(entry !== undefined && { tries: entry.tries }),
    since: sinceOf(dead),
    in_ledger: entry !== undefined,
    dead_letters: letters.length,
    ...(delivery?.inferred && { inferred: true }),
  };
}

/** What `show --json` prints: all that is known. */
export function shown(dead: DeadDelivery) {
  return { ...listed(dead), ledger: ledgerFields(dead.entry), messages: dead.letters.map(messageFields) };
}

/** What `resend --json` and `dismiss --json` print of a delivery. */
export function replayed({ dead, outcome, detail }: Result) {
  return { ...nameOf(dead), event_type: dead.eventType, outcome, detail };
}

/** A table, the reason last since it may be long. */
export function listText(all: readonly DeadDelivery[]): string {
  if (all.length === 0) return NOTHING_DEAD;
  const rows = all.map((dead) => [
    shortName(dead),
    stateOf(dead),
    String(dead.entry?.tries ?? '-'),
    seconds(sinceOf(dead)),
    whereOf(dead),
    dead.delivery?.label ?? `a message of ${dead.eventType}`,
    reasonOf(dead),
  ]);
  return table([['KEY', 'STATE', 'TRIES', 'SINCE', 'IN', 'DELIVERY', 'REASON'], ...rows]);
}

/** Every field on a line of its own. */
export function showText(dead: DeadDelivery): string {
  const blocks = [
    nameOf(dead),
    ...(dead.entry === undefined ? [] : [ledgerFields(dead.entry)]),
    ...dead.letters.map((found) => ({ 'dead letters': found.place.eventType, ...messageFields(found) })),
  ];
  const fields = blocks.map((block) => Object.entries(block ?? {}).filter(([, value]) => value !== undefined));
  return fields.map((block) => table(block.map(([name, value]) => [name, inOneLine(value)]))).join('\n\n');
}

export function resultText({ dead, outcome, detail }: Result): string {
  const name = dead.delivery?.label ?? `a message of ${dead.eventType}`;
  return printable(`${shortName(dead)}  ${outcome.padEnd(9)}  ${name}: ${detail}`);
}

/** How many came to which end. */
export function sumText(results: readonly Result[]): string {
  if (results.length === 0) return NOTHING_DEAD;
  const outcomes = new Set(results.map(({ outcome }) => outcome));
  const sums = [...outcomes].map((one) => `${results.filter(({ outcome }) => outcome === one).length} ${one}`);
  return `${sums.join(', ')}.`;
}

/** What could not be seen, for whoever reads the list; empty when all was. */
export function unseenText({ left, heldByOthers }: DeadDeliveries['unseen']): string {
  const texts: string[] = [];
  if (left > 0) texts.push(`${counted(left)} could not be read: run it again.`);
  if (heldByOthers > 0) texts.push(`${counted(heldByOthers)} held by another reader: back within five minutes.`);
  return texts.join('\n');
}

/** SQS itself counts roughly. */
function counted(letters: number): string {
  return letters === 1 ? 'One dead letter' : `About ${letters} dead letters`;
}

function nameOf({ delivery, letters }: DeadDelivery) {
  return delivery === undefined ? { message_id: letters[0]?.letter.id } : { key: delivery.key, label: delivery.label };
}

function shortName({ delivery, letters }: DeadDelivery): string {
  return delivery?.key.slice(0, SHORT_KEY_LENGTH) ?? letters[0]?.letter.id ?? '';
}

function stateOf({ delivery, entry }: DeadDelivery): string {
  if (delivery === undefined) return 'unreadable';
  return entry?.state ?? 'unknown';
}

/** The ledger's reason, that of a message, or why there is none. */
function reasonOf({ entry, letters }: DeadDelivery): string {
  const told = letters.map(({ letter }) => letter.attributes['reason']).find((reason) => reason !== undefined);
  if (entry?.state === 'received') return 'was to be sent again, and that was interrupted';
  if (entry?.state === 'dead') return entry.reason ?? told ?? '';
  return told ?? (letters.length === 0 ? (entry?.reason ?? '') : CRASHED);
}

const CRASHED = 'moved by SQS after its last receive: see the log of its function';

function whereOf({ entry, letters }: DeadDelivery): string {
  const messages = letters.length === 1 ? 'DLQ' : `DLQ x${letters.length}`;
  return [...(entry === undefined ? [] : ['ledger']), ...(letters.length === 0 ? [] : [messages])].join('+');
}

/** The ledger's item, by the names of its attributes. */
function ledgerFields(entry: LedgerEntry | undefined) {
  if (entry === undefined) return undefined;
  return {
    state: entry.state,
    reason: entry.reason,
    source: entry.source,
    inferred: entry.inferred,
    received_at: entry.receivedAt,
    changed_at: entry.changedAt,
    tries: entry.tries,
    deferrals: entry.deferrals,
    effects: entry.effects,
    lease_until: entry.lease && new Date(entry.lease.until).toISOString(),
    request_id: entry.requestId,
    expires_at: new Date(entry.expiresAt * 1_000).toISOString(),
    event: entry.event,
  };
}

function messageFields({ letter: { id, sentAt, receives, attributes, body } }: FoundLetter) {
  return { message_id: id, sent_at: sentAt, receives, attributes, body };
}

function table(rows: readonly (readonly string[])[]): string {
  const clean = rows.map((row) => row.map(printable));
  const widthOf = (column: number) => Math.max(...clean.map((row) => row[column]?.length ?? 0));
  const widths = clean[0]?.map((_, column) => widthOf(column)) ?? [];
  const lines = clean.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return lines.map((line) => line.trimEnd()).join('\n');
}

function inOneLine(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A message may hold what would steer the terminal: it is shown escaped. */
function printable(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

function seconds(dateTime: string): string {
  return `${dateTime.slice(0, 19)}Z`;
}
