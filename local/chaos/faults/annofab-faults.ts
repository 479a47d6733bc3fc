import type { Faults } from '../../annofab/index.ts';
import { ANNOFAB_FAULTS } from './faults.ts';

/** Troubles the emulator, by its own faults. */
export interface AnnofabFaults {
  /** Until the end of this promise's work, Annofab is under maintenance. */
  outage(work: Promise<unknown>): Promise<void>;
  /** How often each kind has hit. */
  hits(): ReadonlyMap<string, number>;
}

/** From now on the faults hit. */
export function createAnnofabFaults(faults: Faults): AnnofabFaults {
  const kinds = new Map(Object.entries(ANNOFAB_FAULTS).map(([kind, fault]) => [faults.add(fault), kind]));
  let refused = 0;

  function hitsOf(id: string): number {
    return faults.list().find((active) => active.id === id)?.hits ?? 0;
  }

  return {
    async outage(work) {
      const id = faults.add({ operation: '*', status: 503 });
      await work;
      refused += hitsOf(id);
      faults.remove(id);
    },
    hits: () => new Map([...[...kinds].map(([id, kind]) => [kind, hitsOf(id)] as const), ['annofab: outage', refused]]),
  };
}
