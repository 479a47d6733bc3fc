import type { HandlerTable } from '../server/handler.ts';

/** Nothing is known of what it answered, so nothing is kept, and the answers are empty. */
export const legacyLaborControl = {
  getLaborControl: () => undefined,
  putLaborControl: () => undefined,
  deleteLaborControl: () => undefined,
} satisfies HandlerTable;
