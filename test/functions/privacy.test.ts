import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../local/random.ts';
import type { Case } from './privacy/case.ts';
import { markerIn } from './privacy/marker.ts';
import { receiverCases } from './privacy/receiver-cases.ts';
import { scheduleCases } from './privacy/schedule-cases.ts';
import { workerCases } from './privacy/worker-cases.ts';
import { startWorld, type World } from './privacy/world.ts';

const seed = Number(process.env['FC_SEED'] ?? 1);
// All of them take minutes: `npm run test:privacy`.
const share = Number(process.env['PRIVACY_SHARE'] ?? 0.05);
/** How many markers each case is given. */
const numRuns = share === 1 ? 2 : 1;

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.stop());

/** All, but for those of which there are many. */
function drawn(cases: readonly Case[]): Case[] {
  const random = createRandom(seed);
  return cases.filter(({ oneOfMany = false }) => random() < share || !oneOfMany);
}

const cases = drawn([...receiverCases, ...workerCases, ...scheduleCases]);

describe('nothing is seen again of', () => {
  it.each(cases)('$name', async (one) => {
    await fc.assert(
      fc.asyncProperty(one.markers, async (marker) => {
        await world.restart();
        await one.run(world, marker);
        const seen = await world.seen();
        expect(seen).not.toBe('');
        expect(markerIn(seen)).toBeUndefined();
      }),
      // A seed for each case, so that together they are given markers of every form.
      { numRuns, seed: seed + cases.indexOf(one), endOnFailure: true },
    );
  });
});
