import { alreadyUpdated } from './errors.ts';

/**
 * Annofab's optimistic lock: whoever changes a thing names when it was last updated, as text and to the letter; whoever
 * creates one names nothing.
 *
 * @param current when it was last updated; undefined when there is none yet
 * @throws Failure 409 ALREADY_UPDATED
 */
export function checkLock(what: string, current: string | null | undefined, given: string | null | undefined): void {
  if ((given ?? undefined) === (current ?? undefined)) return;
  if (current == null) throw alreadyUpdated(`There is no ${what} that was updated at ${given}`);
  throw alreadyUpdated(
    `The ${what} was last updated at ${current}, and not at ${given ?? 'no time: it exists already'}`,
  );
}
