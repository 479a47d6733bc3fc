import { expect, it } from 'vitest';
import { DELIVERY_STATES } from '../../../../lib/deliveries/ledger/entry.ts';
import { explore } from './explore.ts';
import { REAL } from './programs.ts';

it.each([
  { faults: 1, arrivals: 1, operations: 0 },
  { faults: 0, arrivals: 2, operations: 1 },
])(
  'no history breaks an invariant with faults: $faults, arrivals: $arrivals, operations: $operations',
  async (bounds) => {
    const { counterexample, reached } = await explore(REAL, bounds);
    expect(counterexample).toBeUndefined();
    expect([...reached].sort()).toEqual([...DELIVERY_STATES].sort());
  },
);
