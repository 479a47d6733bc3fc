import assert from 'node:assert/strict';
import { SFNClient } from '@aws-sdk/client-sfn';
import type { AnnofabClient } from '../../lib/annofab/index.ts';
import { buildDataset } from '../../lib/automations/build-dataset/build-dataset.ts';
import { startShards } from '../../lib/automations/build-dataset/start-shards.ts';
import type { Dataset } from '../../lib/aws/dataset.ts';
import { createStateMachine } from '../../lib/aws/state-machine.ts';
import type { LogFields } from '../../lib/runtime/log-fields.ts';
import {
  convertedHere,
  filesOf,
  PROJECT,
  requestOf,
  storeVersion,
} from '../automations/datasets/support/shard-samples.ts';
import type { Fault, Invocation, Invocations } from './invocations.ts';
import type { StateMachine } from './state-machine.ts';

export interface World {
  readonly annofab: AnnofabClient;
  readonly dataset: Dataset;
  readonly machine: StateMachine;
  readonly invocations: Invocations;
  readonly folder: string;
}

const FORMATS = ['coco', 'parquet'] as const;
const SHARDS = 6;

/** What is verified, by its title. */
export const CASES: Readonly<Record<string, (world: World) => Promise<void>>> = {
  async 'converts every shard once, and the files are those of convert on this machine'(world) {
    const { invoked } = await run(world, 'plain');
    assert.deepEqual(countByShard(invoked), everyShard(1));
    await assertSame(world, 'plain');
  },

  async 'invokes a shard again that failed twice, and no other'(world) {
    const faults: Fault[] = ['fail before', 'lose the answer'];
    const { invoked } = await run(world, 'failing', (invocation) =>
      shardOf(invocation) === 'coco 3' ? faults.shift() : undefined,
    );
    assert.deepEqual(countByShard(invoked), { ...everyShard(1), 'coco 3': 3 });
    await assertSame(world, 'failing');
  },

  async 'invokes a shard again whose process was killed'(world) {
    const faults: Fault[] = ['kill the process'];
    const { invoked } = await run(world, 'killed', (invocation) =>
      shardOf(invocation) === 'parquet 2' ? faults.shift() : undefined,
    );
    assert.ok(invoked.some(({ outcome }) => outcome && 'error' in outcome && outcome.error === 'Runtime.ExitError'));
    assert.equal(shardsIn(invoked).length, FORMATS.length * SHARDS + 1);
    await assertSame(world, 'killed');
  },

  async 'is started by the automation, once, when its formats do not fit into an invocation'(world) {
    const version = 'started';
    await storeVersion(world.dataset, version);
    const before = world.invocations.all.length;
    const executions = [await automate(world, version), await automate(world, version)];
    assert.deepEqual(executions[1], executions[0]);
    const [execution = ''] = executions;
    const { status, failure } = await world.machine.ended(execution);
    assert.equal(status, 'SUCCEEDED', failure);
    const invoked = world.invocations.all.slice(before);
    // The default number of frames makes one shard of each format.
    assert.deepEqual(countByShard(invoked), { 'coco 0': 1, 'parquet 0': 1 });
    await assertSame(world, version);
    assert.equal(await automate(world, version), undefined, 'the formats are complete');
  },

  async 'does not repeat what cannot succeed'(world) {
    const before = world.invocations.all.length;
    await storeVersion(world.dataset, 'impossible');
    const settings = { selection: { labels: ['caar'] } };
    const execution = await world.machine.start(requestOf('impossible', { settings }));
    const { status, failure } = await world.machine.ended(execution);
    assert.equal(status, 'FAILED');
    assert.match(failure, /^NonRetryableError: .*There is no label/);
    assert.equal(world.invocations.all.length, before + 1);
  },

  async 'continues after an execution that was stopped, without the shards that were done'(world) {
    const { machine, invocations, dataset } = world;
    await storeVersion(dataset, 'stopped');
    const request = requestOf('stopped', { formats: [...FORMATS] });
    const first = await machine.start(request);
    const before = invocations.all.length;
    const done = new Set<string>();
    const enough = Promise.withResolvers<void>();
    invocations.ended = async (invocation) => {
      if (shardOf(invocation) === undefined) return;
      done.add(String(shardOf(invocation)));
      if (done.size === 4) await machine.stop(first);
      if (done.size >= 4) enough.resolve();
    };
    await enough.promise;
    assert.equal((await machine.ended(first)).status, 'ABORTED');
    // moto lets items run that it has started, as Lambda does with invocations.
    await idle(invocations);
    invocations.ended = () => undefined;
    const complete = new Set(shardsIn(invocations.all.slice(before)));
    const { invoked } = await run(world, 'stopped');
    for (const invocation of invoked) {
      const shard = shardOf(invocation);
      if (shard === undefined || !invocation.outcome || !('result' in invocation.outcome)) continue;
      assert.equal(Object(invocation.outcome.result).was_done, complete.has(shard), shard);
    }
    assert.ok(complete.size >= 4 && complete.size < FORMATS.length * SHARDS, `${complete.size} shards were complete`);
    await assertSame(world, 'stopped');
  },
};

/** Runs an execution to its successful end. @returns its invocations */
async function run(
  { machine, invocations, dataset }: World,
  version: string,
  fault: Invocations['fault'] = () => undefined,
): Promise<{ invoked: readonly Invocation[] }> {
  await storeVersion(dataset, version);
  const before = invocations.all.length;
  invocations.fault = fault;
  const execution = await machine.start(requestOf(version, { formats: [...FORMATS] }));
  const { status, failure, output } = await machine.ended(execution);
  invocations.fault = () => undefined;
  assert.equal(status, 'SUCCEEDED', failure);
  assert.deepEqual(
    Array.from(Object(output), (merged: unknown) => Object(merged).format),
    [...FORMATS],
  );
  return { invoked: invocations.all.slice(before) };
}

/**
 * What the function does with an updated archive, in an invocation without the time for a conversion.
 *
 * @returns the ARN of the execution that it started
 */
async function automate({ annofab, dataset, machine }: World, version: string): Promise<string | undefined> {
  const credentials = { accessKeyId: 'moto', secretAccessKey: 'moto' };
  const client = new SFNClient({ ...machine.aws, credentials });
  let name: string | undefined;
  const context = {
    ...{ annofab, dataset, event: { project_id: PROJECT }, signal: new AbortController().signal },
    ...{ deadline: Date.now(), now: Date.now, datasetMachine: createStateMachine({ arn: machine.arn, client }) },
    log: {
      info: (_message: string, fields: LogFields = {}) => {
        name = fields.execution ?? name;
      },
      warn: () => undefined,
    },
  };
  const { settings } = requestOf(version);
  const ofProject = { ...settings, formats: [...FORMATS] };
  const built = await buildDataset(context, { version, changed: false }, ofProject);
  await startShards(context, built, ofProject);
  client.destroy();
  return name === undefined ? undefined : `${machine.arn.replace(':stateMachine:', ':execution:')}:${name}`;
}

async function assertSame({ dataset, folder }: World, version: string): Promise<void> {
  for (const format of FORMATS) {
    const here = await convertedHere(folder, format);
    const { files: there } = await filesOf(dataset, version, format);
    assert.deepEqual(Object.keys(there).sort(), Object.keys(here).sort());
    for (const [path, content] of Object.entries(here)) {
      assert.ok(there[path]?.equals(content), `${path} is not that of convert on this machine`);
    }
  }
}

async function idle({ all }: Invocations): Promise<void> {
  while (all.some(({ outcome }) => outcome === undefined)) await new Promise((resolve) => setTimeout(resolve, 50));
}

function shardOf({ name, input }: Invocation): string | undefined {
  return name === 'convert-dataset-shard' ? `${input['format']} ${input['shard']}` : undefined;
}

function shardsIn(invoked: readonly Invocation[]): string[] {
  return invoked.flatMap((invocation) => shardOf(invocation) ?? []);
}

function countByShard(invoked: readonly Invocation[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const shard of shardsIn(invoked)) counts[shard] = (counts[shard] ?? 0) + 1;
  return counts;
}

function everyShard(count: number): Record<string, number> {
  const shards = FORMATS.flatMap((format) => Array.from({ length: SHARDS }, (_, shard) => `${format} ${shard}`));
  return Object.fromEntries(shards.map((shard) => [shard, count]));
}
