import { alreadyUpdated } from './errors.ts';

/**
 * Annofab's optimistic lock: a change must repeat the `updated_datetime` of the present version verbatim; a creation must
 * have none.
 *
 * @param current `updated_datetime` of the present version; undefined when there is none
 * @throws Failure 409 ALREADY_UPDATED
 */
export function checkLock(what: string, current: string | null | undefined, given: string | null | undefined): void {
  if ((given ?? undefined) === (current ?? undefined)) return;
  if (current == null) throw alreadyUpdated(`There is no ${what} that was updated at ${given}`);
  throw alreadyUpdated(
    `The ${what} was last updated at ${current}, and not at ${given ?? 'no time: it exists already'}`,
  );
}
