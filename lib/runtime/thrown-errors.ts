import { channel } from 'node:diagnostics_channel';

/** The name of the channel. */
export const THROWN_ERRORS = 'annofab-functions:thrown-errors';

const thrownErrors = channel(THROWN_ERRORS);

/**
 * Publishes an error as it was thrown, with its message and its causes, which the log must not have. Nothing listens on AWS: the
 * Lambda host of this machine does, when `npm start` asks for it.
 */
export function publishError(error: unknown): void {
  thrownErrors.publish(error);
}
