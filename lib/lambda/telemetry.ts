import type middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { errorFields } from '../runtime/error-fields.ts';
import type { HandlerLog } from '../runtime/log.ts';
import type { LogFields } from '../runtime/log-fields.ts';
import type { Counters } from '../runtime/metrics.ts';

/**
 * Middleware of every handler: log lines name the invocation, metrics are written when it ends, and an error is logged before
 * it is passed on to Lambda.
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
      // An HTTP handler has turned the error into an answer by now.
      if (request.response === undefined) {
        const fields = errorFields(request.error);
        log.error('Invocation failed', fields);
        request.error = forLambda(fields);
      }
      counters.publish();
    },
  };
}

/** Lambda writes the error of a handler into the log, and returns it to anyone who invoked the function by hand. */
function forLambda({ error_name = 'Error', error_message = 'see the log', error_stack = '' }: LogFields): Error {
  const error = new Error(error_message);
  error.name = error_name;
  error.stack = `${error_name}: ${error_message}\n${error_stack}`;
  return error;
}
