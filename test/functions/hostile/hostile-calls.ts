import fc from 'fast-check';
import { EVENT_TYPES } from '../../../lib/webhooks/events.ts';
import { taskCompleted } from '../../webhooks/events.ts';
import { bodyChanges } from './body-changes.ts';
import { type Call, callOf, MASTER_SECRET, SECRET_NAME, validCalls, webhookSecrets } from './call.ts';
import type { Answer, Change } from './change.ts';
import { fieldChanges } from './field-changes.ts';
import { requestChanges } from './request-changes.ts';
import { secretChanges } from './secret-changes.ts';

/** A call, and by name what was done to it. */
export interface HostileCall {
  readonly changes: readonly string[];
  readonly call: Call;
}

export const allChanges: readonly Change[] = [...secretChanges, ...bodyChanges, ...fieldChanges, ...requestChanges];

/** How a call is answered that has this change alone. */
export function answersTo(name: string): readonly Answer[] {
  return allChanges.find((change) => change.name === name)?.answers ?? [];
}

type Drawn = readonly [Change, (call: Call) => Call];

/** Queued calls take by far the most time, and many changes end there: half of their share is enough. */
const drawnChanges: fc.Arbitrary<Drawn> = fc.oneof(
  ...allChanges.map((change) => ({
    weight: change.answers.includes('202 queued') ? 1 : 2,
    arbitrary: change.changed.map((changed): Drawn => [change, changed]),
  })),
);

/** Valid calls with this many changes: most are nearly valid, so that they get far. */
function changedCalls(count: number): fc.Arbitrary<HostileCall> {
  return fc.tuple(validCalls, fc.array(drawnChanges, { minLength: count, maxLength: count })).map(([valid, drawn]) => ({
    call: drawn.reduce((call, [, changed]) => changed(call), valid),
    changes: drawn.map(([{ name }]) => name),
  }));
}

const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

/** Nothing of these is right, but for what is by chance. */
const wildCalls: fc.Arbitrary<HostileCall> = fc
  .record({
    valid: validCalls,
    method: fc.oneof({ weight: 9, arbitrary: fc.constant('POST') }, { weight: 1, arbitrary: anyText }),
    eventType: fc.oneof(fc.constantFrom(...EVENT_TYPES), anyText),
    type: fc.oneof(fc.constantFrom('application/json', 'text/plain'), anyText),
    secret: fc.oneof(fc.constantFrom(...webhookSecrets.map(({ secret }) => secret)), anyText),
    others: fc.dictionary(anyText, anyText, { maxKeys: 3 }),
    body: fc.oneof(anyText, fc.json(), fc.base64String()),
    base64: fc.boolean(),
  })
  .map(({ valid, method, eventType, type, secret, others, body, base64 }) => {
    const headers = { ...others, 'content-type': type, [SECRET_NAME]: secret };
    return { call: { ...valid, method, eventType, headers, body, base64 }, changes: [] };
  });

/** A few right calls that come again and again. */
const repeatedCalls: fc.Arbitrary<HostileCall> = fc
  .nat(9)
  .map((number) => `task-${number}`)
  .map((task_id) => ({ call: callOf({ ...taskCompleted, task_id }, MASTER_SECRET), changes: [] }));

/** Calls of all kinds. */
export const hostileCalls: fc.Arbitrary<HostileCall> = fc.oneof(
  { weight: 3, arbitrary: changedCalls(0) },
  { weight: 1, arbitrary: repeatedCalls },
  { weight: 60, arbitrary: changedCalls(1) },
  { weight: 15, arbitrary: changedCalls(2) },
  { weight: 5, arbitrary: changedCalls(3) },
  { weight: 16, arbitrary: wildCalls },
);
