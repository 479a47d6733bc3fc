import { NotFoundError } from '../../lib/annofab/index.ts';
import { reasonOf } from './reason.ts';

/** Something that the pilot made and could not remove. It names nobody. */
export interface Leftover {
  /** `the task` */
  readonly what: string;
  readonly reason: string;
}

/** Removes what the pilot makes, the newest first. */
export interface CleanUp {
  /** Called before the thing is made, so that an interruption in between leaves nothing behind. */
  afterwards(what: string, remove: () => PromiseLike<unknown>): void;
  /** @returns what could not be removed */
  run(): Promise<Leftover[]>;
}

export function createCleanUp(): CleanUp {
  const removals: { what: string; remove: () => PromiseLike<unknown> }[] = [];
  return {
    afterwards: (what, remove) => void removals.push({ what, remove }),
    async run() {
      const leftovers: Leftover[] = [];
      for (let last = removals.pop(); last !== undefined; last = removals.pop()) {
        try {
          await last.remove();
        } catch (error) {
          // It was never made, or is gone.
          if (!(error instanceof NotFoundError)) leftovers.push({ what: last.what, reason: reasonOf(error) });
        }
      }
      return leftovers;
    },
  };
}
