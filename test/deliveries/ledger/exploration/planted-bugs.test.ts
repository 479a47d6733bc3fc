import { describe, expect, it } from 'vitest';
import { explore } from './explore.ts';
import { PLANTED_BUGS } from './planted-bugs.ts';

describe('the exploration of the ledger', () => {
  it.each(PLANTED_BUGS)('finds the planted bug: $name', async ({ flow, bounds, broken }) => {
    const { counterexample } = await explore(flow, bounds);
    expect(counterexample?.broken).toContain(broken);
    expect(counterexample?.trace[0]).toBe('  the event arrives  [no entry; queue 0, dead letters 0]');
  });
});
