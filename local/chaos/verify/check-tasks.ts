import { taskKeys } from '../../../lib/automations/bucket/dataset-keys.ts';
import { versionOf } from '../../../lib/automations/bucket/version.ts';
import type { WebhookEventOf } from '../../../lib/webhooks/events.ts';
import type { State } from '../../annofab/index.ts';
import type { FiredEvent } from '../events.ts';
import { annotationsOf } from '../seed.ts';
import type { Finding, Judge } from './findings.ts';
import type { Outcome } from './outcome.ts';

export type Completion = FiredEvent & { readonly event: WebhookEventOf<'task-completed'> };

export interface TaskCheck {
  readonly state: State;
  readonly outcome: Outcome;
  readonly judge: Judge;
  /** How often each delivery was posted to the chat. */
  readonly posts: ReadonlyMap<string, number>;
}

/** What became of the completions of one task, oldest first: each has to have its version, and the last one shows. */
export async function checkTask(completions: readonly Completion[], check: TaskCheck): Promise<Finding[]> {
  const last = completions.at(-1);
  if (last === undefined) return [];
  if (last.isDamaged) return completions.flatMap((completion) => checkDamaged(completion, check));
  const findings = completions.flatMap((completion, index) => {
    const later = completions.slice(index + 1);
    return [...checkVersion(completion, later, check), ...checkEnd(completion, later, check)];
  });
  return [...findings, ...checkExtraVersions(last, completions, check), ...(await checkLatest(last, check))];
}

/** Nothing can be made of it, and the ledger says so. */
function checkDamaged(completion: Completion, { outcome, judge }: TaskCheck): Finding[] {
  if (hasVersion(completion, outcome)) return [judge('double', completion, 'it was exported, although it is damaged')];
  const state = outcome.ledger.get(completion.key)?.state;
  return state === 'dead' ? [] : [judge('lost', completion, `it should be dead, and is ${state ?? 'in no ledger'}`)];
}

/** Who completes a task again before it was exported gets one version: that of the later completion. */
function checkVersion(completion: Completion, later: readonly Completion[], { outcome, judge }: TaskCheck): Finding[] {
  const exported = [completion, ...later].some((one) => hasVersion(one, outcome));
  return exported ? [] : [judge('lost', completion, 'there is no version of it')];
}

function checkEnd(completion: Completion, later: readonly Completion[], check: TaskCheck): Finding[] {
  const { outcome, judge, posts } = check;
  const state = outcome.ledger.get(completion.key)?.state;
  // Overtaken by the next completion; the ledger need not know of it at all, if its webhook vanished without a trace.
  if ((state === 'skipped' || state === undefined) && later.length > 0) return [];
  if (state !== 'done') return [judge('lost', completion, `it should be done, and is ${state ?? 'in no ledger'}`)];
  return posts.has(completion.key) ? [] : [judge('lost', completion, 'it was never posted to the chat')];
}

function hasVersion({ event }: Completion, { keys }: Outcome): boolean {
  return keys.has(taskKeys.manifest(event, versionOf(event.complete_datetime)));
}

/** A version that no completion accounts for: something was exported twice. */
function checkExtraVersions(last: Completion, completions: readonly Completion[], check: TaskCheck): Finding[] {
  const known = new Set(completions.map(({ event }) => versionOf(event.complete_datetime)));
  return check.outcome
    .versionsOf(last.event)
    .filter((version) => !known.has(version))
    .map((version) => check.judge('double', last, `there is a version ${version} of no completion`));
}

async function checkLatest(last: Completion, { state, outcome, judge }: TaskCheck): Promise<Finding[]> {
  const { project_id, task_id, complete_datetime } = last.event;
  const version = versionOf(complete_datetime);
  const annotations = annotationsOf(state, last.event);
  const latest = await outcome.readJson(taskKeys.latest(last.event));
  const manifest = await outcome.readJson(taskKeys.manifest(last.event, version));
  const metadata = state.projects.get(project_id)?.tasks.get(task_id)?.metadata ?? {};
  const expected: readonly (readonly [what: string, is: unknown, should: unknown])[] = [
    ['latest.json names the version', latest?.['version'], version],
    ['the manifest counts annotations', manifest?.['annotation_count'], annotations],
    ['the metadata say when', metadata['exported_at'], complete_datetime],
    ['the metadata count annotations', metadata['annotation_count'], annotations],
  ];
  const wrong = expected.filter(([, is, should]) => is !== should);
  const missing = filesOf(manifest).filter((path) => !outcome.keys.has(taskKeys.version(last.event, version) + path));
  return [
    ...wrong.map(([what, is, should]) => judge('lost', last, `${what} ${String(is)} instead of ${String(should)}`)),
    ...missing.map((path) => judge('lost', last, `${path} of its manifest is missing`)),
  ];
}

function filesOf(manifest: Readonly<Record<string, unknown>> | undefined): string[] {
  const files = manifest?.['files'];
  return Array.isArray(files) ? files.map((file) => String(Object(file).path)) : [];
}
