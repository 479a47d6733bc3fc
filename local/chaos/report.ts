import type { Finding } from './verify/findings.ts';

/** The result of a run, under the names that `--json` prints. */
export interface ChaosReport {
  readonly seed: number;
  /** Events that fired. An event counts once, even if its webhook was sent several times. */
  readonly fired: number;
  /** Fired events with an acknowledged webhook. */
  readonly received: number;
  /** Fired events that the reconciliation queued. */
  readonly recovered: number;
  /** How often the processing of a delivery was started again. */
  readonly retried: number;
  /** Repeated webhooks for the same event. */
  readonly duplicated: number;
  /** Dead deliveries. */
  readonly dead: number;
  /** Dead deliveries of damaged tasks, which cannot be processed. */
  readonly dead_on_purpose: number;
  /** Events without their effect in bucket, metadata or chat. Must be 0. */
  readonly lost: number;
  /** Effects that exist more than once or for no event. Must be 0. */
  readonly double_effects: number;
  /** Processes killed, by function. */
  readonly kills: Readonly<Record<string, number>>;
  /** Repeated posts to the chat, because a process was killed or the ledger failed just after the first. */
  readonly chat_repeats: number;
  /** How often another program wrote metadata of the same tasks, and how often the application overwrote them. */
  readonly foreign_writes: number;
  readonly foreign_overwritten: number;
  /** Rotations of credentials and webhook secrets. */
  readonly rotations: number;
  /** Injected faults, by kind. */
  readonly faults: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** Lost events and double effects. */
  readonly findings: readonly Finding[];
}

/** The number of findings in the text; `--json` has all of them. */
const MAX_SHOWN = 20;
/** The number of log lines per finding. */
const LINES_SHOWN = 30;

/** Formats the summary for a terminal. */
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
    [
      'foreign metadata written',
      `${report.foreign_writes}, overwritten by the functions: ${report.foreign_overwritten}`,
    ],
    ['secrets rotated', report.rotations],
    ['processes killed', `${sum(kills)} (${list(kills)})`],
    ['faults', sum(faults)],
    ['time', `${report.seconds.toFixed(0)} s`],
    ['lost', report.lost],
    ['double effects', report.double_effects],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    ...findings.slice(0, MAX_SHOWN).flatMap(formatFinding),
    ...(findings.length > MAX_SHOWN ? [`… and ${findings.length - MAX_SHOWN} more; --json prints all of them`] : []),
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
