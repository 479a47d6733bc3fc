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
import { OutOfTimeError } from '../../../lib/core/until-aborted.ts';
import { LedgerError } from '../../../lib/deliveries/ledger/ledger.ts';
import { ledgerDown, maintenance, queueOutcome } from '../../../lib/deliveries/process/queue-outcome.ts';
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

describe('the outcome of', () => {
  it.each([
    [
      'an event that comes too early',
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
  ])('%s is: later', (_what, error, seconds, counter) => {
    expect(outcomeOf(error)).toMatchObject({ kind: 'later', seconds, counter, reason: expect.any(String) });
  });

  it('a refusal says by which operation and how it was refused', () => {
    const error = new RetryLaterError('', { operation: 'getTask', seconds: 9, reason: 'maintenance', status: 503 });
    expect(outcomeOf(error)).toMatchObject({
      reason: 'getTask was answered with 503',
      counter: maintenance.counter,
    });
  });

  it('a ledger that fails is: later, after the time that is set', () => {
    const reason = 'the ledger could not be read or written';
    const outcome = { kind: 'later', reason, seconds: 60, counter: 'ledger' };
    expect(outcomeOf(new LedgerError('could not be read'))).toEqual(outcome);
    expect({ kind: 'later', seconds: 60, ...ledgerDown }).toEqual(outcome);
  });

  it('a pause is counted as the maintenance that it is for', () => {
    expect(maintenance).toEqual({ reason: 'Annofab is under maintenance', counter: 'maintenance' });
  });

  it('what an automation decides is what it says', () => {
    expect(outcomeOf(new Skip('suspended'))).toEqual({ kind: 'skipped', reason: 'suspended' });
    expect(outcomeOf(new Skip('not completed'))).toEqual({ kind: 'skipped', reason: 'not completed' });
    expect(outcomeOf(new NonRetryableError('too big'))).toEqual({ kind: 'permanent', reason: 'too big' });
  });

  it.each([
    ['a 400', new BadRequestError('題名 marker', details(400))],
    ['a 403', new ForbiddenError('題名 marker', details(403))],
    ['a 404 that no automation expects', new NotFoundError('題名 marker', details(404))],
    ['a 422', new ApiError('題名 marker', details(422))],
  ])('%s is permanent, with operation, status and code, but not Annofab’s words', (_what, error) => {
    const outcome = outcomeOf(error);
    expect(outcome).toEqual({
      kind: 'permanent',
      reason: `getTask was answered with ${error.status} SOME_CODE (Annofab's request id: 9b0d2f3e-1c2d-4e5f-8a9b-0c1d2e3f4a5b)`,
    });
  });

  it('an answer that names no code and no request is told by its status alone', () => {
    const { errorCode: _code, requestId: _id, ...bare } = details(400);
    expect(outcomeOf(new BadRequestError('', bare))).toEqual({
      kind: 'permanent',
      reason: 'getTask was answered with 400',
    });
  });

  it('an id that is none is permanent', () => {
    expect(outcomeOf(new InvalidIdError('task_id'))).toMatchObject({ kind: 'permanent' });
  });

  it.each([
    ['a 5xx', new ServerError('', details(500))],
    ['a refused credential', new UnauthorizedError('', details(401))],
    ['a credential that cannot work', new CredentialError('use a token')],
    ['a conflict that no automation expects', new ConflictError('', details(409))],
    ['an answer that is no error of ours or Annofab’s', new ApiError('', details(302))],
    ['a status beyond all classes', new ApiError('', details(500))],
    ['a request that took too long for Annofab', new ApiError('', details(408))],
    ['a lost connection', new ConnectionError('', { operation: 'getTask', maybeCarriedOut: false })],
    ['a timeout', new TimeoutError('', { operation: 'getTask', timeoutMs: 1 })],
    ['a file server that fails', new FileError('', { status: 500 })],
    ['time that ran out', new OutOfTimeError()],
    ['a mistake in the program', new TypeError('x is undefined')],
    ['something that is no error', 'oops'],
  ])('%s is a failure, which may pass', (_what, error) => {
    expect(outcomeOf(error)).toEqual({ kind: 'failed', error });
  });
});
