import { describe, expect, it } from 'vitest';
import type { DeliveryState, LedgerEntry } from '../../../lib/deliveries/ledger/entry.ts';
import {
  claim,
  type Decision,
  dismiss,
  markEffect,
  queued,
  receive,
  record,
  redrive,
} from '../../../lib/deliveries/ledger/transitions.ts';
import { DAYS, MINUTES, newDelivery, start } from './deliveries.ts';

const delivery = newDelivery();
const lease = { id: 'lease-1', until: start + 5 * MINUTES };

/** The entry that a step writes; a step that writes nothing is a mistake here. */
function written<Answer>({ write }: Decision<Answer>): LedgerEntry {
  if (write === undefined) throw new Error('nothing was written');
  return write;
}

const received = written(receive(undefined, delivery, start));
const sent = written(queued(received, start));
const claimed = written(claim(sent, { delivery, lease }, start));
const ended = (result: Parameters<typeof record>[1]['result']) =>
  written(record(claimed, { leaseId: lease.id, result }, start));

const inState: Readonly<Record<DeliveryState, LedgerEntry>> = {
  received,
  queued: sent,
  processing: claimed,
  done: ended({ state: 'done' }),
  skipped: ended({ state: 'skipped', reason: 'the project is suspended' }),
  dead: ended({ state: 'dead', reason: 'the task is gone' }),
};
const states = Object.values(inState);
const finished = [inState.done, inState.skipped];

describe('receive', () => {
  it('records a new delivery, and asks for a message', () => {
    expect(receive(undefined, delivery, start)).toEqual({
      answer: { send: true },
      write: {
        ...delivery,
        state: 'received',
        tries: 0,
        deferrals: {},
        effects: {},
        changedAt: '2019-05-08T01:00:00.000Z',
        expiresAt: (start + 30 * DAYS) / 1_000,
      },
    });
  });

  it.each(states)('asks for a message for a $state delivery only if none is known to have been sent', (entry) => {
    expect(receive(entry, delivery, start)).toEqual({ answer: { send: entry.state === 'received' } });
  });
});

describe('queued', () => {
  it('records that the message of a received delivery was sent', () => {
    const later = start + MINUTES;
    expect(queued(received, later).write).toEqual({
      ...received,
      state: 'queued',
      changedAt: '2019-05-08T01:01:00.000Z',
      expiresAt: (later + 30 * DAYS) / 1_000,
    });
  });

  it.each(states.filter(({ state }) => state !== 'received'))('changes nothing of a $state delivery', (entry) => {
    expect(queued(entry, start)).toEqual({ answer: undefined });
  });

  it('changes nothing of an unknown delivery', () => {
    expect(queued(undefined, start)).toEqual({ answer: undefined });
  });
});

describe('claim', () => {
  it.each([undefined, received, sent])('gives a waiting delivery to one worker only', (entry) => {
    const decision = claim(entry, { delivery, lease }, start);
    expect(decision.answer).toEqual({ kind: 'claimed', entry: decision.write, lease });
    expect(decision.write).toMatchObject({ state: 'processing', lease, tries: 1 });
    const other = { id: 'lease-2', until: start + 10 * MINUTES };
    expect(claim(decision.write, { delivery, lease: other }, start)).toEqual({
      answer: { kind: 'busy', until: lease.until },
    });
  });

  it.each([...finished, inState.dead])('gives no worker a $state delivery', (entry) => {
    const { state } = entry;
    expect(claim(entry, { delivery, lease }, start)).toEqual({ answer: { kind: 'finished', state } });
  });

  it('gives a delivery to another worker exactly when the lease has expired', () => {
    const mine = { id: 'lease-2', until: lease.until + 5 * MINUTES };
    const at = (now: number) => claim(claimed, { delivery, lease: mine }, now).answer.kind;
    expect([at(lease.until - 1), at(lease.until)]).toEqual(['busy', 'claimed']);
    expect(written(claim(claimed, { delivery, lease: mine }, lease.until))).toMatchObject({ lease: mine, tries: 2 });
  });

  it('returns the recorded effects and deferrals', () => {
    const marked = written(markEffect(claimed, { leaseId: lease.id, effect: 'notify' }, start));
    const result = { state: 'queued', reason: 'a job is running', deferrals: { 'job-running': 1 } } as const;
    const waiting = written(record(marked, { leaseId: lease.id, result }, start));
    expect(waiting).toMatchObject({ state: 'queued', reason: 'a job is running' });
    const again = written(claim(waiting, { delivery, lease }, start));
    expect(again).toMatchObject({
      tries: 2,
      deferrals: { 'job-running': 1 },
      effects: { notify: '2019-05-08T01:00:00.000Z' },
    });
    expect(again).not.toHaveProperty('reason');
  });
});

describe('record and markEffect', () => {
  it.each([
    { state: 'done' },
    { state: 'skipped', reason: 'suspended' },
    { state: 'dead', reason: 'gone' },
    { state: 'queued', reason: 'failed once' },
  ] as const)('record a delivery as $state without its lease', (result) => {
    const { lease: _given, ...rest } = claimed;
    expect(record(claimed, { leaseId: lease.id, result }, start)).toEqual({
      answer: true,
      write: { ...rest, ...result },
    });
  });

  it('record a result after the lease has expired, unless another worker has taken over', () => {
    const decision = record(claimed, { leaseId: lease.id, result: { state: 'done' } }, lease.until + 1);
    expect(decision).toMatchObject({ answer: true, write: { state: 'done' } });
  });

  const foreign = written(claim(claimed, { delivery, lease: { id: 'lease-2', until: Infinity } }, lease.until));
  it.each([undefined, foreign, ...states.filter(({ state }) => state !== 'processing')])(
    'write nothing for a worker without the lease',
    (entry) => {
      const mine = { leaseId: lease.id };
      expect(record(entry, { ...mine, result: { state: 'done' } }, start)).toEqual({ answer: false });
      expect(markEffect(entry, { ...mine, effect: 'notify' }, start)).toEqual({ answer: false });
    },
  );

  it('keep the recorded effects, each with its time', () => {
    const first = markEffect(claimed, { leaseId: lease.id, effect: 'notify' }, start);
    expect(first.answer).toBe(true);
    const one = written(first);
    const two = written(markEffect(one, { leaseId: lease.id, effect: 'post' }, start + MINUTES));
    expect(two).toEqual({
      ...claimed,
      changedAt: '2019-05-08T01:01:00.000Z',
      expiresAt: (start + MINUTES + 30 * DAYS) / 1_000,
      effects: { notify: '2019-05-08T01:00:00.000Z', post: '2019-05-08T01:01:00.000Z' },
    });
  });
});

describe('redrive and dismiss', () => {
  const marked = written(markEffect(claimed, { leaseId: lease.id, effect: 'notify' }, start));
  const open = [
    received,
    sent,
    inState.dead,
    written(record(marked, { leaseId: lease.id, result: { state: 'dead', reason: 'gone' } }, start)),
  ];

  it.each(open)('redrive a $state delivery from scratch, except for its applied effects', (entry) => {
    const { reason: _forgotten, ...rest } = entry;
    expect(redrive(entry, start)).toEqual({
      answer: 'redriven',
      write: { ...rest, state: 'received', source: 'replay', tries: 0, deferrals: {} },
    });
  });

  it.each(open)('dismiss a $state delivery with a reason', (entry) => {
    expect(dismiss(entry, { reason: 'a test task' }, start)).toEqual({
      answer: 'dismissed',
      write: { ...entry, state: 'skipped', reason: 'a test task' },
    });
  });

  it.each(finished)('refuse a $state delivery', (entry) => {
    expect(redrive(entry, start)).toEqual({ answer: 'finished' });
    expect(dismiss(entry, { reason: 'why not' }, start)).toEqual({ answer: 'finished' });
  });

  it('refuse a delivery that is being processed, until the lease has expired', () => {
    expect(redrive(claimed, lease.until - 1)).toEqual({ answer: 'busy' });
    expect(dismiss(claimed, { reason: 'why not' }, lease.until - 1)).toEqual({ answer: 'busy' });
    const redriven = written(redrive(claimed, lease.until));
    expect(redriven).toMatchObject({ state: 'received', tries: 0 });
    expect(redriven).not.toHaveProperty('lease');
    expect(written(dismiss(claimed, { reason: 'why not' }, lease.until))).not.toHaveProperty('lease');
  });

  it('answer that a delivery is unknown', () => {
    expect(redrive(undefined, start)).toEqual({ answer: 'unknown' });
    expect(dismiss(undefined, { reason: 'why not' }, start)).toEqual({ answer: 'unknown' });
  });
});
