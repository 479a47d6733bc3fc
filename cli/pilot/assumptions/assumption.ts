import type { Pilot } from '../pilot.ts';
import { reasonOf } from '../reason.ts';

/** What this project takes for granted about Annofab, and can try. */
export interface Assumption {
  /** Stays the same: `hook-body`. */
  readonly id: string;
  /** A sentence that is true while the assumption holds. */
  readonly title: string;
  /** How it is tried. */
  readonly how: string;
  /** What is expected. */
  readonly expected: string;
  /** An error means that nothing was seen. */
  readonly check: (pilot: Pilot) => Promise<Finding>;
}

export type Verdict = 'holds' | 'differs' | 'not seen';

/** What was seen. It names nobody: no ids, names, addresses and secrets. */
export interface Finding {
  readonly verdict: Verdict;
  readonly detail: string;
}

export function holds(detail: string): Finding {
  return { verdict: 'holds', detail };
}

export function differs(detail: string): Finding {
  return { verdict: 'differs', detail };
}

export function notSeen(detail: string): Finding {
  return { verdict: 'not seen', detail };
}

export function holdsIf(condition: boolean, detail: string): Finding {
  return condition ? holds(detail) : differs(detail);
}

/** An assumption and what was seen of it, as it is reported. */
export type Tried = Omit<Assumption, 'check'> & Finding;

/** Tries one assumption. @throws the reason of the signal */
export async function tryAssumption({ check, ...row }: Assumption, pilot: Pilot): Promise<Tried> {
  try {
    return { ...row, ...(await check(pilot)) };
  } catch (error) {
    pilot.signal.throwIfAborted();
    return { ...row, ...notSeen(reasonOf(error)) };
  }
}
