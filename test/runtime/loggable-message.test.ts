import { describe, expect, it } from 'vitest';
import {
  type ApiErrorDetails,
  BadRequestError,
  ConnectionError,
  FileError,
  InvalidIdError,
  RetryLaterError,
  SpecsError,
} from '../../lib/annofab/errors.ts';
import { FailuresError, LoggableError } from '../../lib/core/loggable-error.ts';
import { codeIn, loggableMessage, nameOf, requestIdIn } from '../../lib/runtime/loggable-message.ts';
import { Skip } from '../../lib/runtime/outcomes.ts';

const UUID = '9b0d2f3e-1c2d-4e5f-8a9b-0c1d2e3f4a5b';
const details: ApiErrorDetails = { operation: 'getTask', status: 400, headers: {}, body: '' };
const refusal = (more: Partial<ApiErrorDetails>) => new BadRequestError('theirs', { ...details, ...more });

describe('loggableMessage', () => {
  it.each<[string, unknown, string | undefined]>([
    ['a loggable error', new LoggableError('task a is gone'), 'task a is gone'],
    ['an outcome', new Skip('task a is gone'), 'task a is gone'],
    ['several failures', new FailuresError([new Error('theirs')], '1 of 2 failed'), '1 of 2 failed'],
    ['an invalid id', new InvalidIdError('task_id'), new InvalidIdError('task_id').message],
    [
      'a lost connection',
      new ConnectionError('getTask of task a: lost', { operation: 'getTask', maybeCarriedOut: false }),
      'getTask of task a: lost',
    ],
    ['a refusal', refusal({}), 'getTask was answered with 400'],
    [
      'a refusal with a code and an id',
      refusal({ errorCode: 'SOME_CODE', requestId: UUID }),
      `getTask was answered with 400 SOME_CODE (Annofab's request id: ${UUID})`,
    ],
    [
      'a refusal whose code and id are not valid',
      refusal({ errorCode: 'no code', requestId: 'no id' }),
      'getTask was answered with 400',
    ],
    [
      'a request to retry later',
      new RetryLaterError('theirs', { operation: 'getTask', seconds: 5, reason: 'maintenance', status: 503 }),
      'getTask was answered with 503',
    ],
    ['a refused file', new FileError('theirs', { status: 404 }), 'the file server answered with 404'],
    [
      'a file whose address has expired',
      new FileError('theirs', { status: 403, expired: true }),
      'the file server answered with 403: the address has expired',
    ],
    ['an interrupted file', new FileError('https://a.example/theirs: it broke off.'), 'it broke off.'],
    ['an error that quotes names', new SpecsError('there is no label theirs', 'missing'), undefined],
    ['an unforeseen error', new TypeError('theirs'), undefined],
    ['several errors of other packages', new AggregateError([], 'theirs'), undefined],
    ['a thrown text', 'theirs', undefined],
  ])('returns the loggable message of %s', (_what, error, message) => {
    expect(loggableMessage(error)).toBe(message);
  });
});

describe('codeIn and requestIdIn', () => {
  it.each([
    ['MISSING_RESOURCE', true],
    ['ECONNRESET', true],
    ['AWS.SimpleQueueService.InvalidMessageContents', true],
    ['aSecret', false],
    ['A secret', false],
    [`A${'b'.repeat(80)}`, false],
    ['', false],
  ])('decide whether %j is a code: %s', (text, isCode) => {
    expect(codeIn(text)).toBe(isCode ? text : undefined);
    expect(nameOf(Object.assign(new Error(), { name: text }))).toBe(isCode ? text : 'Error');
  });

  it.each([
    [UUID, true],
    ['JKJaXmPLvHcESHA=', true],
    ['Zy1kqMD1jQdE3xMNW0xhAHvbSrTt6rG4PT1lD9mJWZbTN4w2RkL0XA==', true],
    ['a-token-without-its-like', false],
    [`${UUID} and more`, false],
    ['', false],
  ])('decide whether %j is the id of a request: %s', (text, isId) => {
    expect(requestIdIn(text)).toBe(isId ? text : undefined);
  });
});
