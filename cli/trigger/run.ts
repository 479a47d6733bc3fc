import { setTimeout as sleep } from 'node:timers/promises';
import type { LedgerEntry } from '../../lib/deliveries/ledger/entry.ts';
import type { Ledger } from '../../lib/deliveries/ledger/ledger.ts';
import { deliveryKey } from '../../lib/webhooks/delivery-key.ts';
import { deploymentOf, openTarget } from '../deployment/target.ts';
import { webhookSecret } from '../deployment/webhook-secret.ts';
import { interruptible } from '../frame/signals.ts';
import { printable } from '../frame/text-table.ts';
import { readEvent } from './event.ts';
import type { TriggerArguments } from './options.ts';
import { receiverUrl } from './receiver-url.ts';
import { sendEvent } from './send-event.ts';

const DEFAULT_WAIT_SECONDS = 300;
const POLL_MS = 500;

/** What is known about the event at the end. */
interface Triggered {
  readonly key: string;
  readonly label: string;
  /** What the receiver answered: `queued`, or `duplicate` for an event that it had already. */
  readonly status: string;
  /** With `--wait`: how the delivery ended. */
  readonly state?: string;
  readonly reason?: string;
}

/** Sends an event to the receiver. The command fails when the event is dead in the end. */
export async function runTrigger(options: TriggerArguments): Promise<void> {
  const result = await interruptible((signal) => trigger(options, signal), 'The event was sent or not; send it again.');
  console.log(options.json ? JSON.stringify(result) : resultText(result));
  if (result.state === 'dead') process.exitCode = 1;
}

async function trigger(options: TriggerArguments, signal: AbortSignal): Promise<Triggered> {
  const target = await openTarget(options);
  const event = await readEvent(options);
  const secret = await webhookSecret(target, options.project, signal);
  const url = await receiverUrl(target, options);
  const { key, label } = deliveryKey(event);
  // Found first: a deployment that is not there is reported before anything is sent.
  const ledger = options.wait === undefined ? undefined : (await deploymentOf(target, options.table)).ledger;
  const status = await sendEvent(url, event, { secret, signal });
  if (ledger === undefined) return { key, label, status };
  const seconds = options.wait === true || options.wait === undefined ? DEFAULT_WAIT_SECONDS : options.wait;
  const { state, reason } = await untilProcessed(ledger, key, { seconds, signal });
  return { key, label, status, state, ...(reason !== undefined && { reason }) };
}

/** @throws Error when the delivery is still open at the end of the time */
async function untilProcessed(
  ledger: Ledger,
  key: string,
  { seconds, signal }: { seconds: number; signal: AbortSignal },
): Promise<LedgerEntry> {
  for (let polls = (seconds * 1_000) / POLL_MS; ; polls -= 1) {
    const entry = await ledger.find(key, { signal });
    if (entry !== undefined && ['done', 'skipped', 'dead'].includes(entry.state)) return entry;
    if (polls <= 0) {
      throw new Error(
        `The event is not processed after ${seconds} seconds: it is ${entry?.state ?? 'unknown'}. Key: ${key}`,
      );
    }
    await sleep(POLL_MS, undefined, { signal });
  }
}

function resultText({ key, label, status, state, reason }: Triggered): string {
  const again =
    status === 'duplicate' ? ' (the deployment has it already: to have it processed again, give another --at)' : '';
  const lines = [`${label}: ${status}${again}`, `key: ${key}`];
  if (state !== undefined) lines.push(`${state}${reason === undefined ? '' : `: ${reason}`}`);
  return lines.map(printable).join('\n');
}
