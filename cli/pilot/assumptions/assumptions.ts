import { ARCHIVE_ASSUMPTIONS } from './archive-assumptions.ts';
import type { Assumption } from './assumption.ts';
import { METADATA_ASSUMPTIONS, PASSIVE_ASSUMPTIONS, REQUEST_ASSUMPTIONS } from './request-assumptions.ts';
import { WEBHOOK_ASSUMPTIONS } from './webhook-assumptions.ts';

/** All assumptions that can be tried, in their order. A new one is one more row of one of these tables. */
export const ASSUMPTIONS: readonly Assumption[] = [
  ...REQUEST_ASSUMPTIONS,
  ...WEBHOOK_ASSUMPTIONS,
  ...METADATA_ASSUMPTIONS,
  ...ARCHIVE_ASSUMPTIONS,
  ...PASSIVE_ASSUMPTIONS,
];
