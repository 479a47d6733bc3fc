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

describe('nothing is seen again of', () => {
  it.each(drawn([...receiverCases, ...workerCases, ...scheduleCases]))('$name', async (one) => {
    await fc.assert(
      fc.asyncProperty(one.markers, async (marker) => {
        await world.restart();
        await one.run(world, marker);
        const seen = await world.seen();
        expect(seen).not.toBe('');
        expect(markerIn(seen)).toBeUndefined();
      }),
      { numRuns: one.oneOfMany ? 1 : 2, seed, endOnFailure: true },
    );
  });
});
