import type { HandlerTable } from '../handler.ts';

/** Every operation that the emulator answers; the others answer 501. */
export const handlers: HandlerTable = {};
