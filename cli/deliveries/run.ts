import { mapInOrder } from '../../lib/core/async/map-in-order.ts';
import { pagesOf } from '../../lib/deliveries/reconcile/pages-of.ts';
import { InterruptedError, UsageError } from '../frame/exit-codes.ts';
import { type DeadDelivery, openDeliveries } from './dead-deliveries.ts';
import { inDeployment, type Opened } from './in-deployment.ts';
import type { DeliveriesOptions, DismissOptions, ListOptions, ResendOptions } from './options.ts';
import { listed, listText, type Result, replayed, resultText, shown, showText, summaryText } from './output.ts';
import { dismiss, type Replayed, resend } from './replay.ts';
import { select } from './select.ts';

/** How many deliveries are sent again or dismissed at the same time. */
const CONCURRENCY = 10;
const PAGE_SIZE = 1_000;

export function runList(options: ListOptions): Promise<void> {
  return explaining(() => inDeployment(options, (opened) => list(opened, options)));
}

export function runShow(name: string, options: DeliveriesOptions): Promise<void> {
  return explaining(() => inDeployment(options, (opened) => show(opened, name, options)));
}

export async function runResend(name: string | undefined, options: ResendOptions): Promise<void> {
  checkChoice(name, options);
  await explaining(() => inDeployment(options, (opened) => resendThese(opened, name, options)));
}

export async function runDismiss(name: string | undefined, options: DismissOptions): Promise<void> {
  checkChoice(name, options);
  await explaining(() => inDeployment(options, (opened) => dismissThese(opened, name, options)));
}

/** A mistyped command must not dismiss more than was meant. */
function checkChoice(name: string | undefined, { all, eventType, project, open }: Partial<DismissOptions>): void {
  if ((name === undefined) === (all === undefined)) throw new UsageError('Give either one delivery or --all.');
  if (name === undefined) return;
  if (eventType !== undefined) throw new UsageError('Use --event-type only with --all.');
  if (project !== undefined) throw new UsageError('Use --project only with --all.');
  if (open !== undefined) throw new UsageError('Use --open only with --all.');
}

/** An unreadable message belongs to no project. */
function isWanted({ eventType, delivery }: DeadDelivery, wanted: ListOptions): boolean {
  if (wanted.eventType !== undefined && wanted.eventType !== eventType) return false;
  return wanted.project === undefined || wanted.project === delivery?.event.project_id;
}

async function list({ dead }: Opened, { json, ...wanted }: ListOptions): Promise<string> {
  const rows = dead.all.filter((one) => isWanted(one, wanted));
  return json ? JSON.stringify({ deliveries: rows.map(listed) }) : listText(rows);
}

async function show({ dead, deployment }: Opened, name: string, { json }: DeliveriesOptions): Promise<string> {
  const one = await select(name, dead.all, deployment);
  return json ? JSON.stringify(shown(one)) : showText(one);
}

async function resendThese({ dead, deployment }: Opened, name: string | undefined, options: ResendOptions) {
  const these =
    name === undefined ? dead.all.filter((one) => isWanted(one, options)) : [await select(name, dead.all, deployment)];
  const results = await replayAll(these, (one) => resend(one, deployment), options);
  return resultsText(results, options);
}

async function dismissThese({ dead, deployment }: Opened, name: string | undefined, options: DismissOptions) {
  const replay = (one: DeadDelivery) => dismiss(one, options.reason, deployment.ledger);
  if (name !== undefined) {
    return resultsText(await replayAll([await select(name, dead.all, deployment)], replay, options), options);
  }
  const results = await replayAll(
    dead.all.filter((one) => isWanted(one, options)),
    replay,
    options,
  );
  if (options.open) {
    for await (const page of pagesOf(openDeliveries(deployment.ledger), PAGE_SIZE)) {
      const these = page.filter((one) => isWanted(one, options));
      results.push(...(await replayAll(these, replay, options)));
    }
  }
  return resultsText(results, options);
}

/** A failure does not stop the others, but the command ends with exit code 1. */
async function replayAll(
  these: readonly DeadDelivery[],
  replay: (dead: DeadDelivery) => Promise<Replayed>,
  { json }: DeliveriesOptions,
): Promise<Result[]> {
  return mapInOrder(these, CONCURRENCY, async (dead): Promise<Result> => {
    const failed = (error: unknown) => ({ outcome: 'failed' as const, detail: explained(error) });
    const result = { dead, ...(await replay(dead).catch(failed)) };
    if (!json) console.log(resultText(result));
    return result;
  });
}

function resultsText(results: readonly Result[], { json }: DeliveriesOptions): string {
  if (results.some(({ outcome }) => outcome === 'failed' || outcome === 'refused')) process.exitCode = 1;
  return json ? JSON.stringify({ deliveries: results.map(replayed) }) : summaryText(results);
}

/** @throws InterruptedError; any other error with its causes in the message */
async function explaining<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InterruptedError) throw error;
    throw new Error(explained(error), { cause: error });
  }
}

/** The error with its causes: our message tells what failed, that of AWS tells why. */
function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.message === '' ? error.name : error.message;
  return error.cause === undefined ? own : `${own}: ${explained(error.cause)}`;
}
