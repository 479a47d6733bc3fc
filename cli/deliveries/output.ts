import type { LedgerEntry } from '../../lib/deliveries/ledger/entry.ts';
import { printable, textTable } from '../frame/text-table.ts';
import { type DeadDeliveries, type DeadDelivery, type FoundMessage, sinceOf } from './dead-deliveries.ts';
import type { Replayed } from './replay.ts';
import { SHORT_KEY_LENGTH } from './select.ts';

/** A delivery and its outcome. */
export interface Result extends Omit<Replayed, 'outcome'> {
  readonly dead: DeadDelivery;
  readonly outcome: Replayed['outcome'] | 'failed';
}

const NOTHING_DEAD = 'No delivery is dead.';

/** A delivery in the output of `list --json`. */
export function listed(dead: DeadDelivery) {
  const { eventType, delivery, entry, messages } = dead;
  return {
    ...nameOf(dead),
    event_type: eventType,
    state: stateOf(dead),
    reason: reasonOf(dead),
    ...(entry !== undefined && { tries: entry.tries }),
    since: sinceOf(dead),
    in_ledger: entry !== undefined,
    dead_letters: messages.length,
    ...(delivery?.inferred && { inferred: true }),
  };
}

/** The output of `show --json`. */
export function shown(dead: DeadDelivery) {
  return { ...listed(dead), ledger: ledgerFields(dead.entry), messages: dead.messages.map(messageFields) };
}

/** A delivery in the output of `resend --json` and `dismiss --json`. */
export function replayed({ dead, outcome, detail }: Result) {
  return { ...nameOf(dead), event_type: dead.eventType, outcome, detail };
}

/** A table, with the reason last because it may be long. */
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
  return textTable(rows, ['KEY', 'STATE', 'TRIES', 'SINCE', 'IN', 'DELIVERY', 'REASON']);
}

/** One line per field. */
export function showText(dead: DeadDelivery): string {
  const blocks = [
    nameOf(dead),
    ...(dead.entry === undefined ? [] : [ledgerFields(dead.entry)]),
    ...dead.messages.map((found) => ({ 'dead-letter queue': found.queues.eventType, ...messageFields(found) })),
  ];
  const fields = blocks.map((block) => Object.entries(block ?? {}).filter(([, value]) => value !== undefined));
  return fields.map((block) => textTable(block.map(([name, value]) => [name, inOneLine(value)]))).join('\n\n');
}

export function resultText({ dead, outcome, detail }: Result): string {
  const name = dead.delivery?.label ?? `a message of ${dead.eventType}`;
  return printable(`${shortName(dead)}  ${outcome.padEnd(9)}  ${name}: ${detail}`);
}

/** The number of deliveries by outcome. */
export function summaryText(results: readonly Result[]): string {
  if (results.length === 0) return NOTHING_DEAD;
  const outcomes = new Set(results.map(({ outcome }) => outcome));
  const sums = [...outcomes].map((one) => `${results.filter(({ outcome }) => outcome === one).length} ${one}`);
  return `${sums.join(', ')}.`;
}

/** A note about messages that could not be read; empty when there are none. */
export function unseenText({ left, heldByOthers }: DeadDeliveries['unseen']): string {
  const texts: string[] = [];
  if (left > 0) texts.push(`${counted(left)} left. Run the command again.`);
  if (heldByOthers > 0) texts.push(`${counted(heldByOthers)} held by another reader. Try again in five minutes.`);
  return texts.join('\n');
}

/** SQS counts approximately. */
function counted(messages: number): string {
  return messages === 1
    ? 'One message in a dead-letter queue is'
    : `About ${messages} messages in dead-letter queues are`;
}

function nameOf({ delivery, messages }: DeadDelivery) {
  return delivery === undefined
    ? { message_id: messages[0]?.message.id }
    : { key: delivery.key, label: delivery.label };
}

function shortName({ delivery, messages }: DeadDelivery): string {
  return delivery?.key.slice(0, SHORT_KEY_LENGTH) ?? messages[0]?.message.id ?? '';
}

function stateOf({ delivery, entry }: DeadDelivery): string {
  if (delivery === undefined) return 'unreadable';
  return entry?.state ?? 'unknown';
}

/** The reason of the ledger or of a message, or why there is none. */
function reasonOf({ entry, messages }: DeadDelivery): string {
  const attached = messages.map(({ message }) => message.attributes['reason']).find((reason) => reason !== undefined);
  if (entry?.state === 'received') return 'an earlier resend was interrupted';
  if (entry?.state === 'dead') return entry.reason ?? attached ?? '';
  return attached ?? (messages.length === 0 ? (entry?.reason ?? '') : CRASHED);
}

const CRASHED = 'moved by SQS after the last receive: see the log of the function';

function whereOf({ entry, messages }: DeadDelivery): string {
  const queued = messages.length === 1 ? 'DLQ' : `DLQ x${messages.length}`;
  return [...(entry === undefined ? [] : ['ledger']), ...(messages.length === 0 ? [] : [queued])].join('+');
}

/** The ledger entry, by the names of the item's attributes. */
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

function messageFields({ message: { id, sentAt, receives, attributes, body } }: FoundMessage) {
  return { message_id: id, sent_at: sentAt, receives, attributes, body };
}

function inOneLine(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function seconds(dateTime: string): string {
  return `${dateTime.slice(0, 19)}Z`;
}
