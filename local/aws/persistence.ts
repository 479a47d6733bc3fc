import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildAppOptions } from 'fauxqs';
// fauxqs persists only what it starts itself, and does not export this class. Its version is exact in package.json.
import { PersistenceManager } from '../../node_modules/fauxqs/dist/persistence.js';
import { readSecrets, type SavedSecrets } from './secrets-manager.ts';

type Stores = NonNullable<BuildAppOptions['stores']>;

/**
 * Loads queues and buckets from a folder, and writes every change there before it is answered.
 *
 * @returns closes the folder
 */
export function persistStores({ sqsStore, snsStore, s3Store }: Stores, folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const manager = new PersistenceManager(folder);
  manager.load(sqsStore, snsStore, s3Store);
  // As fauxqs itself does: set after the load, which would otherwise write everything again.
  Object.assign(sqsStore, { persistence: manager });
  Object.assign(snsStore, { persistence: manager });
  Object.assign(s3Store, { persistence: manager });
  for (const queue of sqsStore.allQueues()) {
    queue.persistence = manager;
    // Nobody works on these messages any more: they are received again at once, and not when their time is up.
    for (const entry of queue.inflightMessages.values()) entry.visibilityDeadline = Date.now();
  }
  keepReceiveCounts(manager);
  return () => manager.close();
}

/** fauxqs would forget how often a message was received when it becomes visible at once, in a column that must have a value. */
function keepReceiveCounts(manager: PersistenceManager): void {
  const receives = new Map<string, readonly [count: number, first: number | undefined]>();
  const updateInflight = manager.updateMessageInflight.bind(manager);
  const deleteMessage = manager.deleteMessage.bind(manager);
  manager.updateMessageInflight = (messageId, receiptHandle, deadline, count, first) => {
    receives.set(messageId, [count, first]);
    updateInflight(messageId, receiptHandle, deadline, count, first);
  };
  manager.updateMessageReady = (messageId) =>
    updateInflight(messageId, '', 0, ...(receives.get(messageId) ?? [1, undefined]));
  manager.deleteMessage = (messageId) => {
    receives.delete(messageId);
    deleteMessage(messageId);
  };
}

/** The secrets of a folder, in a file that only its owner can read. */
export function persistSecrets(folder: string): { saved: SavedSecrets | undefined; save(secrets: SavedSecrets): void } {
  const file = join(folder, 'secrets.json');
  mkdirSync(folder, { recursive: true });
  return {
    saved: existsSync(file) ? readSecrets(readFileSync(file, 'utf8')) : undefined,
    save(secrets) {
      writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
  };
}
