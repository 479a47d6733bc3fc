import { describe, expect, it } from 'vitest';
import { createEnvelope } from '../../../../lib/webhooks/envelope.ts';
import { explore } from './explore.ts';
import { PLANTED_BUGS } from './planted-bugs.ts';
import { type Flow, REAL } from './programs.ts';

describe('the exploration of the ledger', () => {
  it.each(PLANTED_BUGS)('finds the planted bug: $name', async ({ flow, bounds, broken }) => {
    const { counterexample } = await explore(flow, bounds);
    expect(counterexample?.broken).toContain(broken);
    expect(counterexample?.trace[0]).toBe('  the event arrives  [no entry; queue 0, dead letters 0]');
  });

  it('prints the shortest history that breaks an invariant, a line for each step, with a mark at each fault', async () => {
    const accept: Flow['accept'] = async ({ ledger, queues }, delivery) => {
      await ledger.receive(delivery);
      await ledger.queued(delivery.key);
      await queues[delivery.event.event_type]?.send(JSON.stringify(createEnvelope(delivery.event, delivery)));
      return 'queued';
    };
    const { counterexample } = await explore({ ...REAL, accept }, { faults: 1, arrivals: 1, operations: 0 });
    expect(counterexample).toEqual({
      broken: 'it stops before an end',
      trace: [
        '  the event arrives  [no entry; queue 0, dead letters 0]',
        '  receiver: receive  [received; queue 0, dead letters 0]',
        '  receiver: queued  [queued; queue 0, dead letters 0]',
        '! receiver crashes  [queued; queue 0, dead letters 0]',
        '  nothing more happens  [queued; queue 0, dead letters 0]',
      ],
    });
  });
});
