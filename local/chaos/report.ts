import type { Finding } from './verify/findings.ts';

/** What a run came to, under the names that `--json` prints. */
export interface ChaosReport {
  readonly seed: number;
  /** Events that fired, each counted once however often its webhook was sent. */
  readonly fired: number;
  /** Of them, those of which a webhook was acknowledged. */
  readonly received: number;
  /** Of them, those that came to the functions by reconciliation. */
  readonly recovered: number;
  /** How often work was begun anew on a delivery that had been worked on. */
  readonly retried: number;
  /** Webhooks sent once more for the same event. */
  readonly duplicated: number;
  /** Deliveries that were given up. */
  readonly dead: number;
  /** Of them, those that were made so that nothing can come of them. */
  readonly dead_on_purpose: number;
  /** Events without their effect in bucket, metadata or chat. Must be 0. */
  readonly lost: number;
  /** Effects that there should be once, and of which there are more. Must be 0. */
  readonly double_effects: number;
  /** Processes killed, by function. */
  readonly kills: Readonly<Record<string, number>>;
  /** Posts to a chat that were made once more, since a process was killed, or the ledger failed, just after the first. */
  readonly chat_repeats: number;
  /** How often another program wrote metadata of the same tasks, and how often what it wrote was written over by us. */
  readonly foreign_writes: number;
  readonly foreign_overwritten: number;
  /** Credentials and webhook secrets that were changed. */
  readonly rotations: number;
  /** What went wrong, by kind. */
  readonly faults: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** What is wrong, delivery by delivery. */
  readonly findings: readonly Finding[];
}

/** Findings that a person is shown; `--json` has them all. */
const MOST_SHOWN = 20;
/** Of the log of a finding. */
const LINES_SHOWN = 30;

/** The summary that a person reads. */
export function formatReport(report: ChaosReport): string {
  const { fired, received, recovered, retried, duplicated, kills, faults, findings } = report;
  const rows: readonly (readonly [string, unknown])[] = [
    ['seed', report.seed],
    ['fired', fired],
    ['received', received],
    ['recovered by reconciliation', recovered],
    ['retried', retried],
    ['duplicated', duplicated],
    ['dead', `${report.dead}, ${report.dead_on_purpose} of them on purpose`],
    ['posts repeated after a crash', report.chat_repeats],
    ['foreign metadata written', `${report.foreign_writes}, written over by us: ${report.foreign_overwritten}`],
    ['secrets changed', report.rotations],
    ['processes killed', `${sum(kills)} (${list(kills)})`],
    ['faults', sum(faults)],
    ['time', `${report.seconds.toFixed(0)} s`],
    ['lost', report.lost],
    ['double effects', report.double_effects],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    ...findings.slice(0, MOST_SHOWN).flatMap(formatFinding),
    ...(findings.length > MOST_SHOWN ? [`… and ${findings.length - MOST_SHOWN} more: --json has them all`] : []),
  ].join('\n');
}

function formatFinding({ kind, delivery, key, what, ledger, log }: Finding): string[] {
  return [
    '',
    `${kind}: ${delivery} (${key})`,
    `  ${what}`,
    `  ledger: ${ledger === undefined ? 'nothing' : JSON.stringify(ledger)}`,
    ...log.slice(-LINES_SHOWN).map((line) => `  ${line}`),
  ];
}

function list(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

export function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
