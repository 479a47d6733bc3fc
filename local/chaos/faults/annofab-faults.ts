import type { Faults } from '../../annofab/index.ts';
import { ANNOFAB_FAULTS } from './faults.ts';

/** Injects faults into the emulator. */
export interface AnnofabFaults {
  /** Annofab answers 503 until the promise settles. */
  outage(work: Promise<unknown>): Promise<void>;
  /** How often each kind has occurred. */
  hits(): ReadonlyMap<string, number>;
}

/** Enables the faults. */
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
