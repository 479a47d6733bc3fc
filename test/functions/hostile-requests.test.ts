import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../functions/receive-webhook.ts';
import { captureOutput, lambdaContext } from '../lambda/support.ts';
import { JUST_AFTER } from '../webhooks/events.ts';
import { type Call, lambdaEvent, mayHaveEffect } from './hostile/call.ts';
import { ANSWERS } from './hostile/change.ts';
import { allChanges, answersTo, type HostileCall, hostileCalls } from './hostile/hostile-calls.ts';
import { type Surroundings, startSurroundings } from './hostile/receiver.ts';
import { requests, seed } from './hostile/run.ts';
import { createTally } from './hostile/tally.ts';

/**
 * Far more than any answer takes of the processor, and far less than what blows up would. By the clock a machine that is busy
 * with other things would make any answer late.
 */
const LONGEST_MS = 5_000;

let surroundings: Surroundings;
let output: ReturnType<typeof captureOutput>;
let slowestMs = 0;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: JUST_AFTER });
  surroundings = await startSurroundings();
});

afterAll(async () => {
  vi.useRealTimers();
  await surroundings.stop();
});

beforeEach(() => {
  output = captureOutput();
});

interface Answered {
  /** As in `answers`. */
  readonly answer: string;
  readonly key: unknown;
  readonly text: string;
}

async function receive(call: Call): Promise<Answered> {
  output.clear();
  // The spies would keep each line of each request.
  vi.clearAllMocks();
  const before = process.cpuUsage();
  const { statusCode, body = '' } = await handler(JSON.parse(lambdaEvent(call)), lambdaContext());
  const { user, system } = process.cpuUsage(before);
  slowestMs = Math.max(slowestMs, (user + system) / 1_000);
  const { status, key }: { status?: unknown; key?: unknown } = JSON.parse(body);
  const refused = output.metrics().find((line) => 'rejected' in line || 'failed' in line);
  return { answer: `${statusCode} ${refused?.['reason'] ?? status}`, key, text: body };
}

/** On a busy machine the embedded AWS may be late, which says nothing of the call: the same again is answered. */
async function receivePatiently(call: Call): Promise<Answered> {
  const answered = await receive(call);
  return answered.answer.startsWith('503') ? receive(call) : answered;
}

describe('whatever comes', () => {
  const tally = createTally();
  const changesMet = createTally();
  const known = new Set<unknown>();

  afterAll(() => {
    vi.restoreAllMocks();
    process.stdout.write(`Seed ${seed}, the longest work on one was ${Math.ceil(slowestMs)} ms: ${tally}\n`);
  });

  it(`is answered, and has no effect without the secret: ${requests} requests of seed ${seed}`, {
    timeout: 300_000 + requests * 100,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(hostileCalls, async (hostile) => {
        const answered = await receivePatiently(hostile.call);
        tally.count(answered.answer);
        for (const name of hostile.changes) changesMet.count(name);
        checkAnswer(hostile, answered, known);
        if (answered.answer === '202 queued') await checkQueued(hostile, answered.key);
        if (answered.answer === '202 queued') known.add(answered.key);
      }),
      { numRuns: requests, seed },
    );
    // What had come beside the one message of a call was found with the next one's, or is now.
    expect(await surroundings.takeQueued()).toEqual([]);
    expect(await surroundings.ledgerKeys()).toEqual(known);
  });

  it('is met in each of the ways that the receiver has to answer, and by each change', () => {
    expect(ANSWERS.filter((answer) => tally.of(answer) < requests / 500)).toEqual([]);
    expect(allChanges.filter(({ name }) => changesMet.of(name) === 0)).toEqual([]);
  });
});

function checkAnswer({ call, changes }: HostileCall, { answer, key, text }: Answered, known: Set<unknown>): void {
  expect(slowestMs).toBeLessThan(LONGEST_MS);
  const [change] = changes;
  const expected = changes.length === 1 && change !== undefined ? answersTo(change) : ANSWERS;
  const isDuplicate = answer === '202 duplicate';
  expect(expected).toContain(isDuplicate ? '202 queued' : answer);
  if (isDuplicate || answer === '202 queued') expect(known.has(key)).toBe(isDuplicate);
  const mayNotBeSaid = [call.secret, ...(call.body.length > 40 ? [call.body] : [])];
  for (const part of mayNotBeSaid) expect(text).not.toContain(part);
}

async function checkQueued({ call }: HostileCall, key: unknown): Promise<void> {
  const queued = await surroundings.takeQueued();
  expect(queued.map((envelope) => envelope.key)).toEqual([key]);
  for (const { event } of queued) expect(mayHaveEffect(lambdaEvent(call), event.project_id)).toBe(true);
}
