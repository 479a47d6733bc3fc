import { afterAll, describe, expect, it } from 'vitest';
import type { Operation, OperationId } from '../../lib/annofab/api-description.ts';
import { operations } from '../../lib/annofab/index.ts';
import { cases } from './cases/index.ts';
import { neverSent } from './coverage.ts';
import { exercisedByPeers } from './peers.ts';
import { createWorld } from './world.ts';

const ids = Object.keys(operations).filter((id): id is OperationId => Object.hasOwn(operations, id));
const isLegacy = (id: OperationId): boolean => (operations[id] as Operation).removed === true;

describe('the contract between client, emulator and description', () => {
  const kept = new Set<OperationId>();

  it.for(ids)('%s keeps the contract', async (id) => {
    await using world = await createWorld();
    await cases[id](world);
    await world.annofab.settled();
    const answered = world.annofab.spy.requests.filter(({ operation }) => operation === id);
    expect(answered, 'the case calls its operation').not.toEqual([]);
    const carriedOut = answered.filter(({ status = 500 }) => status < 300);
    expect(carriedOut, `an answer of ${answered.map(({ status }) => status)}`).not.toEqual([]);
    expect(neverSent(id, carriedOut)).toEqual([]);
    expect(world.annofab.violations).toEqual([]);
    kept.add(id);
  });

  afterAll(() => {
    const legacy = [...kept].filter(isLegacy).length;
    const peers = exercisedByPeers.filter((id) => kept.has(id)).length;
    console.log(
      `contract: ${kept.size - legacy} live + ${legacy} legacy operations, ${peers} of them exercised by an official client too`,
    );
  });
});
