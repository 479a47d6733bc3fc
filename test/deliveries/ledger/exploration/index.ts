import { explore } from './explore.ts';
import { REAL } from './programs.ts';

const [faults = 2, arrivals = 2, operations = 1] = (process.env['EXPLORE'] ?? '')
  .split(',')
  .filter(Boolean)
  .map(Number);
const found = await explore(REAL, { faults, arrivals, operations });
console.log({ ...found, counterexample: undefined });
if (found.counterexample !== undefined)
  console.log([found.counterexample.broken, ...found.counterexample.trace].join('\n'));
