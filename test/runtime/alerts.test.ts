import { describe, expect, it } from 'vitest';
import { CredentialError, UnauthorizedError } from '../../lib/annofab/errors.ts';
import { SecretError } from '../../lib/aws/secret.ts';
import { LedgerError } from '../../lib/deliveries/ledger/ledger.ts';
import { countAlerts } from '../../lib/runtime/alerts.ts';
import { createCounters } from '../../lib/runtime/metrics.ts';
import { captureOutput } from '../lambda/support.ts';

const refused = new UnauthorizedError('refused', { operation: 'getTask', status: 401, headers: {}, body: '' });
const unreadable = new SecretError('some/secret', 'could not be read');

/** The reasons of the alerts that CloudWatch receives. */
function reasonsOf(error: unknown): unknown[] {
  const output = captureOutput();
  const counters = createCounters();
  countAlerts(counters, error);
  counters.publish();
  return output.metrics().map(({ reason, alert }) => (alert === 1 ? reason : 'not counted once'));
}

describe('countAlerts', () => {
  it.each([
    ['a secret that cannot be read', unreadable, ['secret']],
    ['a credential that Annofab refuses', refused, ['credential']],
    ['a login that does not work', new CredentialError('no code'), ['credential']],
    ['a failing ledger', new LedgerError('could not be read'), ['ledger']],
    ['the cause of another error', new Error('no answer', { cause: unreadable }), ['secret']],
    ['one of several projects', new AggregateError([new Error('other'), refused]), ['credential']],
    ['each kind of several', new AggregateError([unreadable, refused, refused]), ['secret', 'credential']],
  ])('counts an alert for %s', (_, error, reasons) => {
    expect(reasonsOf(error)).toEqual(reasons);
  });

  it.each([
    ['an error of another kind', new TypeError('x')],
    ['an error of another package that has an alert of its own', Object.assign(new Error('x'), { alert: 'secret' })],
    ['a thrown text', 'SecretError'],
    ['undefined', undefined],
  ])('counts no alert for %s', (_, error) => {
    expect(reasonsOf(error)).toEqual([]);
  });
});
