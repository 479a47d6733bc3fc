import { describe, expect, it } from 'vitest';
import {
  ApiError,
  BadRequestError,
  ConflictError,
  ConnectionError,
  CredentialError,
  FileError,
  ForbiddenError,
  InvalidIdError,
  NotFoundError,
  RetryLaterError,
  ServerError,
  TimeoutError,
  UnauthorizedError,
} from '../../../lib/annofab/errors.ts';
import { OutOfTimeError } from '../../../lib/core/async/until-aborted.ts';
import { LedgerError } from '../../../lib/deliveries/ledger/ledger.ts';
import { LEDGER_DOWN, MAINTENANCE, queueOutcome } from '../../../lib/deliveries/process/queue-outcome.ts';
import { NonRetryableError, RetryLater, Skip } from '../../../lib/runtime/outcomes.ts';

const details = (status: number) => ({
  operation: 'getTask',
  status,
  errorCode: 'SOME_CODE',
  requestId: '9b0d2f3e-1c2d-4e5f-8a9b-0c1d2e3f4a5b',
  headers: { authorization: 'marker' },
  body: 'marker',
});

const outcomeOf = (error: unknown) => queueOutcome(error, { ledgerDownSeconds: 60 });

describe('queueOutcome', () => {
  it.each([
    [
      'an event that arrives too early',
      new RetryLater('too early', { seconds: 10, counter: 'early-event' }),
      10,
      'early-event',
    ],
    [
      'a 429',
      new RetryLaterError('', { operation: 'getTask', seconds: 300, reason: 'rate-limited', status: 429 }),
      300,
      'rate-limited',
    ],
    [
      'a maintenance',
      new RetryLaterError('', { operation: 'getTask', seconds: 900, reason: 'maintenance', status: 503 }),
      900,
      'maintenance',
    ],
  ])('defers a message for %s', (_what, error, seconds, counter) => {
    expect(outcomeOf(error)).toMatchObject({ kind: 'later', seconds, counter, reason: expect.any(String) });
  });

  it('names the operation and the status of a refusal', () => {
    const error = new RetryLaterError('', { operation: 'getTask', seconds: 9, reason: 'maintenance', status: 503 });
    expect(outcomeOf(error)).toMatchObject({
      reason: 'getTask was answered with 503',
      counter: MAINTENANCE.counter,
    });
  });

  it('defers a message by the configured time when the ledger fails', () => {
    const reason = 'the ledger could not be read or written';
    const outcome = { kind: 'later', reason, seconds: 60, counter: 'ledger' };
    expect(outcomeOf(new LedgerError('could not be read'))).toEqual(outcome);
    expect({ kind: 'later', seconds: 60, ...LEDGER_DOWN }).toEqual(outcome);
  });

  it('counts an open circuit breaker as maintenance', () => {
    expect(MAINTENANCE).toEqual({ reason: 'Annofab is under maintenance', counter: 'maintenance' });
  });

  it('follows the outcome that an automation throws', () => {
    expect(outcomeOf(new Skip('suspended'))).toEqual({ kind: 'skipped', reason: 'suspended' });
    expect(outcomeOf(new NonRetryableError('too big'))).toEqual({ kind: 'permanent', reason: 'too big' });
  });

  it.each([
    ['a 400', new BadRequestError('題名 marker', details(400))],
    ['a 403', new ForbiddenError('題名 marker', details(403))],
    ['an unexpected 404', new NotFoundError('題名 marker', details(404))],
    ['a 422', new ApiError('題名 marker', details(422))],
  ])('makes %s permanent, with operation, status and code, but without Annofab’s text', (_what, error) => {
    const outcome = outcomeOf(error);
    expect(outcome).toEqual({
      kind: 'permanent',
      reason: `getTask was answered with ${error.status} SOME_CODE (Annofab's request id: 9b0d2f3e-1c2d-4e5f-8a9b-0c1d2e3f4a5b)`,
    });
  });

  it('names only the status of an answer without code and request id', () => {
    const { errorCode: _code, requestId: _id, ...bare } = details(400);
    expect(outcomeOf(new BadRequestError('', bare))).toEqual({
      kind: 'permanent',
      reason: 'getTask was answered with 400',
    });
  });

  it('makes an invalid id permanent', () => {
    expect(outcomeOf(new InvalidIdError('task_id'))).toMatchObject({ kind: 'permanent' });
  });

  it.each([
    ['a 5xx', new ServerError('', details(500))],
    ['a refused credential', new UnauthorizedError('', details(401))],
    ['a credential that cannot work', new CredentialError('use a token')],
    ['an unexpected conflict', new ConflictError('', details(409))],
    ['an unexpected status', new ApiError('', details(302))],
    ['an error without a class of its own', new ApiError('', details(500))],
    ['a request that took too long for Annofab', new ApiError('', details(408))],
    ['a lost connection', new ConnectionError('', { operation: 'getTask', maybeCarriedOut: false })],
    ['a timeout', new TimeoutError('', { operation: 'getTask', timeoutMs: 1 })],
    ['a failing file server', new FileError('', { status: 500 })],
    ['the end of the invocation', new OutOfTimeError()],
    ['a bug', new TypeError('x is undefined')],
    ['a thrown text', 'oops'],
  ])('treats %s as a failure, which may be temporary', (_what, error) => {
    expect(outcomeOf(error)).toEqual({ kind: 'failed', error });
  });
});
