/**
 * Explores within larger bounds than `npm test`, for minutes: `npm run test:exploration`. EXPLORATION sets other bounds, as
 * `faults,arrivals,operations`; more faults than two need gigabytes.
 */
import { type Exploration, explore } from './explore.ts';
import { REAL } from './programs.ts';
import type { Bounds } from './state.ts';

const DEFAULT: readonly Bounds[] = [
  { faults: 1, arrivals: 1, operations: 1 },
  { faults: 2, arrivals: 1, operations: 0 },
];

const given = process.env['EXPLORATION'];
for (const bounds of given === undefined ? DEFAULT : [boundsOf(given)]) {
  const exploration = await explore(REAL, bounds);
  print(bounds, exploration);
  if (exploration.counterexample !== undefined) process.exitCode = 1;
}

function boundsOf(text: string): Bounds {
  const [faults, arrivals, operations, ...more] = text.split(',').map(Number);
  const numbers = [faults, arrivals, operations, ...more];
  if (faults === undefined || arrivals === undefined || operations === undefined || !numbers.every(Number.isInteger))
    throw new Error(`EXPLORATION must be three numbers, such as 2,1,0: ${text}`);
  return { faults, arrivals, operations };
}

function print({ faults, arrivals, operations }: Bounds, explored: Exploration): void {
  const { states, steps, depth, points, milliseconds, counterexample } = explored;
  console.log(`Faults ${faults}, arrivals ${arrivals}, operations ${operations}:`);
  console.log(
    `  ${states} states, ${steps} steps, depth ${depth}, ${points} points in the code, ${seconds(milliseconds)}`,
  );
  console.log(counterexample === undefined ? '  Every invariant holds.' : `  Broken: ${counterexample.broken}`);
  for (const line of counterexample?.trace ?? []) console.log(`    ${line}`);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}
