import { describe, expect, it } from 'vitest';
import type { DeliveryState, LedgerEntry } from '../../../lib/deliveries/ledger/entry.ts';
import {
  claim,
  type Decision,
  dismiss,
  markEffect,
  queued,
  receive,
  revive,
  settle,
} from '../../../lib/deliveries/ledger/transitions.ts';
import { DAYS, MINUTES, newDelivery, start } from './deliveries.ts';

const delivery = newDelivery();
const lease = { id: 'lease-1', until: start + 5 * MINUTES };

/** What stands in the ledger after a step; a step that writes nothing is a mistake here. */
function written<Answer>({ write }: Decision<Answer>): LedgerEntry {
  if (write === undefined) throw new Error('nothing was to be written');
  return write;
}

const received = written(receive(undefined, delivery, start));
const sent = written(queued(received, start));
const claimed = written(claim(sent, { delivery, lease }, start));
const ended = (settlement: Parameters<typeof settle>[1]['settlement']) =>
  written(settle(claimed, { leaseId: lease.id, settlement }, start));

const inState: Readonly<Record<DeliveryState, LedgerEntry>> = {
  received,
  queued: sent,
  processing: claimed,
  done: ended({ state: 'done' }),
  ignored: ended({ state: 'ignored', reason: 'not completed' }),
  skipped: ended({ state: 'skipped', reason: 'the project is suspended' }),
  dead: ended({ state: 'dead', reason: 'the task is gone' }),
};
const states = Object.values(inState);
const finished = [inState.done, inState.ignored, inState.skipped];

describe('a delivery that comes', () => {
  it('for the first time is noted, and a message is to be sent', () => {
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

  it.each(states)('again while it is $state is sent again only if nobody knows of a message', (entry) => {
    expect(receive(entry, delivery, start)).toEqual({ answer: { send: entry.state === 'received' } });
  });
});

describe('that its message was sent', () => {
  it('is noted on what was received', () => {
    const later = start + MINUTES;
    expect(queued(received, later).write).toEqual({
      ...received,
      state: 'queued',
      changedAt: '2019-05-08T01:01:00.000Z',
      expiresAt: (later + 30 * DAYS) / 1_000,
    });
  });

  it.each(states.filter(({ state }) => state !== 'received'))('changes nothing of what is $state', (entry) => {
    expect(queued(entry, start)).toEqual({ answer: undefined });
  });

  it('changes nothing of what is forgotten', () => {
    expect(queued(undefined, start)).toEqual({ answer: undefined });
  });
});

describe('a worker', () => {
  it.each([undefined, received, sent])('begins with what waits, and is the only one', (entry) => {
    const decision = claim(entry, { delivery, lease }, start);
    expect(decision.answer).toEqual({ kind: 'claimed', entry: decision.write, lease });
    expect(decision.write).toMatchObject({ state: 'processing', lease, tries: 1 });
    const other = { id: 'lease-2', until: start + 10 * MINUTES };
    expect(claim(decision.write, { delivery, lease: other }, start)).toEqual({
      answer: { kind: 'busy', until: lease.until },
    });
  });

  it.each([...finished, inState.dead])('leaves alone what is $state', (entry) => {
    const { state } = entry;
    expect(claim(entry, { delivery, lease }, start)).toEqual({ answer: { kind: 'finished', state } });
  });

  it('takes over when the lease of another has run out, at that very moment, and not before', () => {
    const mine = { id: 'lease-2', until: lease.until + 5 * MINUTES };
    const at = (now: number) => claim(claimed, { delivery, lease: mine }, now).answer.kind;
    expect([at(lease.until - 1), at(lease.until)]).toEqual(['busy', 'claimed']);
    expect(written(claim(claimed, { delivery, lease: mine }, lease.until))).toMatchObject({ lease: mine, tries: 2 });
  });

  it('finds what another noted: its effects and its waits', () => {
    const marked = written(markEffect(claimed, { leaseId: lease.id, effect: 'notify' }, start));
    const settlement = { state: 'queued', reason: 'a job is running', deferrals: { 'job-running': 1 } } as const;
    const waiting = written(settle(marked, { leaseId: lease.id, settlement }, start));
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

describe('the end of the work', () => {
  it.each([
    { state: 'done' },
    { state: 'ignored', reason: 'not completed' },
    { state: 'skipped', reason: 'suspended' },
    { state: 'dead', reason: 'gone' },
    { state: 'queued', reason: 'failed once' },
  ] as const)('as $state is noted, and the lease is given up', (settlement) => {
    const { lease: _given, ...rest } = claimed;
    expect(settle(claimed, { leaseId: lease.id, settlement }, start)).toEqual({
      answer: true,
      write: { ...rest, ...settlement },
    });
  });

  it('is noted after the lease has run out, as long as nobody has taken over', () => {
    const decision = settle(claimed, { leaseId: lease.id, settlement: { state: 'done' } }, lease.until + 1);
    expect(decision).toMatchObject({ answer: true, write: { state: 'done' } });
  });

  const foreign = written(claim(claimed, { delivery, lease: { id: 'lease-2', until: Infinity } }, lease.until));
  it.each([undefined, foreign, ...states.filter(({ state }) => state !== 'processing')])(
    'by a worker that has been taken over from, or that nobody knows of, is not noted',
    (entry) => {
      const mine = { leaseId: lease.id };
      expect(settle(entry, { ...mine, settlement: { state: 'done' } }, start)).toEqual({ answer: false });
      expect(markEffect(entry, { ...mine, effect: 'notify' }, start)).toEqual({ answer: false });
    },
  );

  it('leaves the effects that were noted, each with its time', () => {
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

describe('an operator', () => {
  const marked = written(markEffect(claimed, { leaseId: lease.id, effect: 'notify' }, start));
  const open = [
    received,
    sent,
    inState.dead,
    written(settle(marked, { leaseId: lease.id, settlement: { state: 'dead', reason: 'gone' } }, start)),
  ];

  it.each(open)('sends again what is $state: it begins anew, but for what was done once', (entry) => {
    const { reason: _forgotten, ...rest } = entry;
    expect(revive(entry, start)).toEqual({
      answer: 'revived',
      write: { ...rest, state: 'received', source: 'replay', tries: 0, deferrals: {} },
    });
  });

  it.each(open)('dismisses what is $state, with a reason', (entry) => {
    expect(dismiss(entry, { reason: 'a test task' }, start)).toEqual({
      answer: 'dismissed',
      write: { ...entry, state: 'skipped', reason: 'a test task' },
    });
  });

  it.each(finished)('can do nothing more about what is $state', (entry) => {
    expect(revive(entry, start)).toEqual({ answer: 'finished' });
    expect(dismiss(entry, { reason: 'why not' }, start)).toEqual({ answer: 'finished' });
  });

  it('waits for a worker that is at it, until its lease has run out', () => {
    expect(revive(claimed, lease.until - 1)).toEqual({ answer: 'busy' });
    expect(dismiss(claimed, { reason: 'why not' }, lease.until - 1)).toEqual({ answer: 'busy' });
    const revived = written(revive(claimed, lease.until));
    expect(revived).toMatchObject({ state: 'received', tries: 0 });
    expect(revived).not.toHaveProperty('lease');
    expect(written(dismiss(claimed, { reason: 'why not' }, lease.until))).not.toHaveProperty('lease');
  });

  it('is told when there is no such delivery', () => {
    expect(revive(undefined, start)).toEqual({ answer: 'unknown' });
    expect(dismiss(undefined, { reason: 'why not' }, start)).toEqual({ answer: 'unknown' });
  });
});
