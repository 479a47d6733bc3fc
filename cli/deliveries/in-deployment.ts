import { setTimeout as sleep } from 'node:timers/promises';
import type { Deployment } from '../deployment/deployment.ts';
import { openDeployment } from '../deployment/target.ts';
import { exitCodeOfSignal } from '../frame/exit-codes.ts';
import { interrupted } from '../frame/signals.ts';
import { type DeadDeliveries, findDead } from './dead-deliveries.ts';
import type { DeliveriesOptions } from './options.ts';
import { unseenText } from './output.ts';

/** The input of a command. The messages of `dead` are held until the command has ended. */
export interface Opened {
  readonly deployment: Deployment;
  readonly dead: DeadDeliveries;
}

/** The longest wait after Ctrl-C. */
const RELEASE_TIMEOUT_MS = 5_000;

/**
 * Collects the dead deliveries, and prints what `work` returns. The messages that were received are always released: after an
 * error, when nobody reads the output, and on Ctrl-C.
 */
export async function inDeployment(
  options: DeliveriesOptions,
  work: (opened: Opened) => Promise<string>,
): Promise<void> {
  const deployment = await openDeployment(options);
  const releaseAll = () => Promise.all(deployment.queues.map(({ deadLetterQueue }) => deadLetterQueue.releaseAll()));
  void interrupted().then(async (signal) => {
    await Promise.race([releaseAll(), sleep(RELEASE_TIMEOUT_MS)]);
    process.exit(exitCodeOfSignal(signal));
  });
  const { text, unseen } = await run(deployment, work).finally(releaseAll);
  if (unseen !== '') console.error(unseen);
  console.log(text);
}

async function run(deployment: Deployment, work: (opened: Opened) => Promise<string>) {
  const dead = await findDead(deployment);
  return { text: await work({ deployment, dead }), unseen: unseenText(dead.unseen) };
}
