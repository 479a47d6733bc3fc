import { readFileSync } from 'node:fs';
import type { OperationId } from '../../lib/annofab/api-description.ts';

/** The operations that Annofab's Python client or CLI called in the last run of the peers suite, which writes the file. */
export const exercisedByPeers: readonly OperationId[] = JSON.parse(
  readFileSync(new URL('../peers/exercised.json', import.meta.url), 'utf8'),
);
