import { AnnofabClient } from '../../lib/annofab/index.ts';
import type { Queue } from '../../lib/aws/queue.ts';
import { planBackfill, sendBackfill } from '../../lib/deliveries/backfill/backfill.ts';
import { selectTasks } from '../../lib/deliveries/backfill/select-tasks.ts';
import type { LedgerEntry } from '../../lib/deliveries/ledger/entry.ts';
import type { Ledger } from '../../lib/deliveries/ledger/ledger.ts';
import { noFindings } from '../../lib/deliveries/reconcile/findings.ts';
import { inferMissing } from '../../lib/deliveries/reconcile/infer-missing.ts';
import { createKnownEvents } from '../../lib/deliveries/reconcile/known-events.ts';
import { FunctionClient } from '../../lib/runtime/function-client.ts';
import { silentEvent } from '../silent-event.ts';
import { newDelivery } from './delivery.ts';
import { type Growing, repeated } from './grow.ts';

const SIZES = [100, 1_000, 10_000];
const LARGEST = 10_000;

/** @param url of cloud-server.ts, whose tasks are all completed */
export function deliveriesGrowing(url: string): Growing[] {
  const options = { credentials: { pat: 'bench' }, baseUrl: url };
  const annofab = new AnnofabClient(options);
  const functionClient = new FunctionClient(options);
  const { signal } = silentEvent();
  const noBacklog = { rate: 1_000_000, maxBacklog: 1_000, depth: async () => 0, signal };

  async function reconcile(tasks: number): Promise<void> {
    const now = Date.now();
    const ctx = {
      ...silentEvent(),
      ...outboxOf(projectOf(tasks), tasks),
      ...{ annofab: functionClient, event: {}, webhookUrl: undefined },
      watermarks: { find: async () => undefined, advance: async () => true },
    };
    const window = { begun: now, since: 0, until: now, patientSince: 0, lastRunAt: undefined };
    const comparison = { project_id: projectOf(tasks), window, findings: noFindings(), known: createKnownEvents() };
    await inferMissing(ctx, comparison, []);
  }

  async function backfill(tasks: number): Promise<void> {
    const project_id = projectOf(tasks);
    const outbox = outboxOf(project_id, tasks / 2);
    const selected = await selectTasks(annofab, { project_id }, signal);
    const plan = await planBackfill(outbox, { project_id, tasks: selected.tasks, now: Date.now() });
    if (plan.known !== tasks / 2) throw new Error(`${plan.known} of ${tasks} tasks are known`);
    await sendBackfill(outbox, plan, noBacklog);
  }

  return [
    { what: 'reconciliation of more tasks', sizes: SIZES, cpuSeconds: repeated(LARGEST, reconcile, 20) },
    { what: 'backfill of more tasks', sizes: SIZES, cpuSeconds: repeated(LARGEST, backfill, 20) },
  ];
}

function projectOf(tasks: number): string {
  return `${tasks}-tasks`;
}

/** A ledger in memory that has the completions of the first tasks, and a queue that takes every message. */
function outboxOf(project_id: string, known: number) {
  const step = { send: true };
  const unused = () => Promise.reject(new Error('the benchmark does not use it'));
  const ledger: Ledger = {
    receive: async () => step,
    queued: async () => {},
    async *byProject() {
      for (let task = 0; task < known; task += 1) yield entryOf(`1-frames-${task}`, project_id);
    },
    async *open() {},
    ...{ claim: unused, record: unused, markEffect: unused, find: unused, redrive: unused, dismiss: unused },
  };
  const queue: Queue = { send: async () => {} };
  const queues = {
    'task-completed': queue,
    'annotation-archive-updated': undefined,
    'input-data-zip-registered': undefined,
    'project-copy-completed': undefined,
  };
  return { ledger, queues };
}

function entryOf(task_id: string, project_id: string): LedgerEntry {
  const changedAt = '2026-01-05T02:00:02.000Z';
  const counts = { tries: 1, deferrals: {}, effects: {}, expiresAt: 4_000_000_000 };
  return { ...newDelivery(task_id, project_id), state: 'done', changedAt, ...counts };
}
