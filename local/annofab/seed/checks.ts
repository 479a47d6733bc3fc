import { isId } from '../../../lib/core/ids.ts';
import type { Clock } from '../core/clock.ts';
import type { AccountRecord, State, StoredFile } from '../core/state.ts';
import { lazyFile, storedFile } from '../files/stored-file.ts';
import type { SeedFile } from './seed.ts';

/** Adds the place to the message of an error. */
export function within<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`seed, ${place}: ${error instanceof Error ? error.message.replace(/^seed, /, '') : error}`, {
      cause: error,
    });
  }
}

export function assertSeedId(name: string, value: string): void {
  if (!isId(value)) throw new Error(`${name} ${JSON.stringify(value)} must be 1 to 256 letters, digits, _, - and .`);
}

/** @throws Error when the seed has no such account */
export function accountByUserId(state: State, userId: string): AccountRecord['account'] {
  const record = [...state.accounts.values()].find(({ account }) => account.user_id === userId);
  if (!record) throw new Error(`there is no account ${userId}`);
  return record.account;
}

/** A seed's file for the file store. */
export function toStoredFile({ bytes, content_type }: SeedFile, clock: Clock): StoredFile {
  return typeof bytes === 'function'
    ? lazyFile(bytes, content_type, clock.now())
    : storedFile(bytes, content_type, clock.now());
}
