import type middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { errorFields } from './error-fields.ts';
import type { HandlerLog } from './log.ts';
import type { Counters } from './metrics.ts';

/**
 * Middleware of every handler: its lines name the invocation, what was counted is written when it ends, and a failure is
 * logged before it goes on to Lambda.
 */
export function telemetry({ log, counters }: { log: HandlerLog; counters: Counters }): {
  before: (request: middy.Request) => void;
  after: (request: middy.Request) => void;
  onError: (request: middy.Request) => void;
} {
  return {
    before: ({ context }: { context: Context }) => log.begin(context),
    after: () => counters.publish(),
    onError: ({ error, response }) => {
      // An HTTP handler has made an answer of the error by now.
      if (response === undefined) log.error('The invocation failed', errorFields(error));
      counters.publish();
    },
  };
}
