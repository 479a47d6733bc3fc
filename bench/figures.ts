/** What a part of the benchmark measured: figures with their spread, and what the budget says of each. */
import { readFileSync } from 'node:fs';

export interface Figure {
  /** Unique over all parts, `<part>: <what>`; the key of its budget. */
  readonly name: string;
  /** The median of the rounds. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** `×` is a ratio to a peer that was measured in the same rounds. A budget is for ratios, shares, exponents and memory, never for a time. */
  readonly unit: '×' | 'requests/s' | 'frames' | 'ms' | 's' | 'MiB/s' | 'MiB' | 'KiB' | 'B' | '%' | 'USD' | '';
  readonly rounds: number;
}

export interface Options {
  /** Fewer rounds and smaller input: the whole benchmark in less than 3 minutes. */
  readonly quick: boolean;
  /** The largest input of a part that takes long: `--frames 1000000`. */
  readonly frames?: number | undefined;
}

/** @returns figures whose names begin with the part's name */
export type Run = (options: Options) => Promise<readonly Figure[]>;

interface Budget {
  readonly atMost?: number;
  readonly atLeast?: number;
  /** By which share a quick run may miss the bar before it fails: a quick run has few rounds on a machine that others use. */
  readonly margin: number;
}

const BUDGETS: Readonly<Record<string, Budget>> = JSON.parse(
  readFileSync(new URL('budgets.json', import.meta.url), 'utf8'),
);

/** @param values one per round */
export function figure(name: string, values: readonly number[], unit: Figure['unit']): Figure {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, value, high] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
  if (low === undefined || value === undefined || high === undefined) throw new Error(`${name}: nothing was measured`);
  return { name, value, low, high, unit, rounds: values.length };
}

/** The ratio of each round of `values` to the same round of `peer`. */
export function ratio(name: string, values: readonly number[], peer: readonly number[]): Figure {
  if (values.length !== peer.length) throw new Error(`${name}: ${values.length} rounds beside ${peer.length}`);
  const ratios = values.map((value, round) => value / (peer[round] ?? Number.NaN));
  return figure(name, ratios, '×');
}

/** How a value grows with the work, from the least to the most of it: 1 is linear, 2 quadratic. */
export function growth(name: string, works: readonly number[], values: readonly number[]): Figure {
  const step = (all: readonly number[]) => Math.log((all.at(-1) ?? Number.NaN) / (all[0] ?? Number.NaN));
  return figure(name, [step(values) / step(works)], '');
}

/** @returns undefined if the figure has no budget */
export function bar({ name }: Figure): string | undefined {
  const budget = BUDGETS[name];
  if (budget === undefined) return undefined;
  return budget.atMost === undefined ? `≥ ${budget.atLeast}` : `≤ ${budget.atMost}`;
}

/** Whether the figure reaches its bar; with `margin`, whether it misses it by no more than the budget's margin. */
export function reachesBar({ name, value }: Figure, margin: boolean): boolean {
  const { atMost, atLeast, margin: share } = BUDGETS[name] ?? { margin: 0 };
  const slack = margin ? share : 0;
  if (atMost !== undefined && value > atMost * (1 + slack)) return false;
  return atLeast === undefined || value >= atLeast * (1 - slack);
}

/** A Markdown table, readable on a terminal too. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((each) => {
    const spread = each.rounds === 1 ? 'once' : `${shown(each.low)} to ${shown(each.high)}`;
    const found = bar(each);
    const verdict = found === undefined ? '' : `${found}${reachesBar(each, false) ? '' : ' (missed)'}`;
    return [each.name, `${shown(each.value)} ${each.unit}`.trimEnd(), spread, String(each.rounds), verdict];
  });
  const all = [['figure', 'median', 'range', 'rounds', 'bar'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [head = [], ...rest] = all;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}

function shown(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
