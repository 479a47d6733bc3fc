/**
 * Runs the state machine that builds datasets in shards: `npm run test:scale`. Its definition is that of the package; moto interprets
 * it, and invokes our functions on the local Lambda host. It is not part of `npm test`, since it needs Python and PyPI. Where they are
 * missing, it says so and succeeds, except with `--required`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startStack } from '../../local/stack.ts';
import { datasetOf } from '../automations/datasets/support/shard-samples.ts';
import { packageService } from '../support/package-service.ts';
import { runWithPython } from '../support/python.ts';
import { using } from '../support/using.ts';
import { startMoto } from '../template/deploy.ts';
import { CASES, type World } from './cases.ts';
import { createInvocations } from './invocations.ts';
import { startProxy } from './proxy.ts';
import { createStateMachine, definitionOf } from './state-machine.ts';

const PACKAGES = ['moto[server]==5.2.5'];
const SETTINGS = { shardConcurrency: 3 };

const { values } = parseArgs({ options: { required: { type: 'boolean', default: false } } });
await runWithPython({ name: 'scale', packages: PACKAGES, required: values.required }, async (python) => {
  const failed = await runCases(python);
  const count = Object.keys(CASES).length;
  console.log(`scale: ${count} cases, ${failed === 0 ? 'all passed' : `${failed} failed`}`);
  return failed === 0;
});

/** @returns how many failed */
async function runCases(python: string): Promise<number> {
  const packaged = await packageService(SETTINGS);
  const stack = await startStack({ functions: { maxProcesses: SETTINGS.shardConcurrency, settings: SETTINGS } });
  const folder = await mkdtemp(join(tmpdir(), 'scale-'));
  const { dataset, close } = datasetOf(stack);
  try {
    const invocations = createInvocations(stack);
    const definition = await definitionOf(packaged, stack.bucket);
    return await using(startProxy({ s3Url: stack.aws.s3Url, invocations }), (proxy) =>
      using(startMoto(python, { MOTO_PORT: String(proxy.port) }), async (moto) => {
        proxy.motoUrl = moto.url;
        const machine = await createStateMachine(moto.url, definition);
        return await runEach({ annofab: stack.client, dataset, machine, invocations, folder });
      }),
    );
  } finally {
    close();
    await stack.stop();
    await rm(folder, { recursive: true });
  }
}

async function runEach(world: World): Promise<number> {
  let failed = 0;
  for (const [title, verify] of Object.entries(CASES)) {
    try {
      await verify(world);
      console.log(`passed: ${title}`);
    } catch (error) {
      failed += 1;
      console.log(`failed: ${title}:`, error);
    }
  }
  return failed;
}
