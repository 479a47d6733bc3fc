import fc from 'fast-check';
import type { Call } from './call.ts';

/** How the receiver answers: the status and what it names the reason. */
export const ANSWERS = [
  '202 queued',
  '202 duplicate',
  '202 test',
  '400 bad-json',
  '400 bad-fields',
  '401 missing-secret',
  '401 wrong-secret',
  '401 out-of-scope',
  '404 unknown-event-type',
  '405 method',
  '413 too-large',
  '415 content-type',
] as const;

export type Answer = (typeof ANSWERS)[number];

/** One thing that makes a right call a hostile or an odd one. */
export interface Change {
  readonly name: string;
  /** How a call is answered that has this change alone. */
  readonly answers: readonly Answer[];
  readonly changed: fc.Arbitrary<(call: Call) => Call>;
}

/**
 * @param values what to change a call with: one of them is drawn
 * @example
 * change('a method in small letters', ['405 method'], ['post'], (call, method) => ({ ...call, method }));
 */
export function change<const T>(
  name: string,
  answers: Answer | readonly Answer[],
  values: readonly T[] | fc.Arbitrary<T>,
  apply: (call: Call, value: T) => Call,
): Change {
  const value = values instanceof fc.Arbitrary ? values : fc.constantFrom(...values);
  return {
    name,
    answers: typeof answers === 'string' ? [answers] : answers,
    changed: value.map((drawn) => (call) => apply(call, drawn)),
  };
}

export function withHeaders(call: Call, headers: Call['headers']): Call {
  return { ...call, headers: { ...call.headers, ...headers } };
}

/** With a body in place of its own: text, or bytes as base64. */
export function withBody(call: Call, body: string | Uint8Array): Call {
  return typeof body === 'string'
    ? { ...call, body, base64: false }
    : { ...call, body: Buffer.from(body).toString('base64'), base64: true };
}

/** With other fields in its JSON. */
export function withFields(call: Call, fields: object): Call {
  return withBody(call, JSON.stringify({ ...call.event, ...fields }));
}

/** With more text at the end of its JSON object: `"a":1`. */
export function withMore(call: Call, more: string): Call {
  return withBody(call, `${JSON.stringify(call.event).slice(0, -1)},${more}}`);
}
