import type middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { errorFields } from '../runtime/error-fields.ts';
import type { HandlerLog, HandlerLogFields } from '../runtime/log.ts';
import type { Counters } from '../runtime/metrics.ts';

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
    onError: (request) => {
      // An HTTP handler has made an answer of the error by now.
      if (request.response === undefined) {
        const fields = errorFields(request.error);
        log.error('The invocation failed', fields);
        request.error = forLambda(fields);
      }
      counters.publish();
    },
  };
}

/** Lambda writes the error that it is given into the log by itself, and tells it to one who invoked the function by hand. */
function forLambda({ error_name = 'Error', error_message = 'see the log', error_stack = '' }: HandlerLogFields): Error {
  const error = new Error(error_message);
  error.name = error_name;
  error.stack = `${error_name}: ${error_message}\n${error_stack}`;
  return error;
}
