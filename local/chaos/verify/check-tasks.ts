import { taskKeys } from '../../../lib/automations/bucket/dataset-keys.ts';
import { versionOf } from '../../../lib/automations/bucket/version.ts';
import type { WebhookEventOf } from '../../../lib/webhooks/events.ts';
import type { State } from '../../annofab/index.ts';
import type { FiredEvent } from '../events.ts';
import { annotationsOf } from '../seed.ts';
import type { Finding, FindingFactory } from './findings.ts';
import type { Outcome } from './outcome.ts';

export type Completion = FiredEvent & { readonly event: WebhookEventOf<'task-completed'> };

export interface TaskCheck {
  readonly state: State;
  readonly outcome: Outcome;
  readonly finding: FindingFactory;
  /** How often each delivery was posted to the chat. */
  readonly posts: ReadonlyMap<string, number>;
}

/** Checks the completions of one task, oldest first: each must have its version, and the last one must be the latest. */
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

/** A damaged task must not be exported, and its delivery must be dead. */
function checkDamaged(completion: Completion, { outcome, finding }: TaskCheck): Finding[] {
  if (hasVersion(completion, outcome))
    return [finding('double', completion, 'it was exported, although it is damaged')];
  const state = outcome.ledger.get(completion.key)?.state;
  return state === 'dead'
    ? []
    : [finding('lost', completion, `its state is ${state ?? 'unknown to the ledger'} instead of dead`)];
}

/** If a task is completed again before it was exported, only the later completion has a version. */
function checkVersion(
  completion: Completion,
  later: readonly Completion[],
  { outcome, finding }: TaskCheck,
): Finding[] {
  const exported = [completion, ...later].some((one) => hasVersion(one, outcome));
  return exported ? [] : [finding('lost', completion, 'it has no version')];
}

function checkEnd(completion: Completion, later: readonly Completion[], check: TaskCheck): Finding[] {
  const { outcome, finding, posts } = check;
  const state = outcome.ledger.get(completion.key)?.state;
  // Superseded by the next completion. The ledger may lack it if its webhook was dropped without a trace.
  if ((state === 'skipped' || state === undefined) && later.length > 0) return [];
  if (state !== 'done')
    return [finding('lost', completion, `its state is ${state ?? 'unknown to the ledger'} instead of done`)];
  return posts.has(completion.key) ? [] : [finding('lost', completion, 'it was never posted to the chat')];
}

function hasVersion({ event }: Completion, { keys }: Outcome): boolean {
  return keys.has(taskKeys.manifest(event, versionOf(event.complete_datetime)));
}

/** A version that belongs to no completion means that something was exported twice. */
function checkExtraVersions(last: Completion, completions: readonly Completion[], check: TaskCheck): Finding[] {
  const known = new Set(completions.map(({ event }) => versionOf(event.complete_datetime)));
  return check.outcome
    .versionsOf(last.event)
    .filter((version) => !known.has(version))
    .map((version) => check.finding('double', last, `version ${version} belongs to no completion`));
}

async function checkLatest(last: Completion, { state, outcome, finding }: TaskCheck): Promise<Finding[]> {
  const { project_id, task_id, complete_datetime } = last.event;
  const version = versionOf(complete_datetime);
  const annotations = annotationsOf(state, last.event);
  const latest = await outcome.readJson(taskKeys.latest(last.event));
  const manifest = await outcome.readJson(taskKeys.manifest(last.event, version));
  const metadata = state.projects.get(project_id)?.tasks.get(task_id)?.metadata ?? {};
  const expected: readonly (readonly [what: string, is: unknown, should: unknown])[] = [
    ['version in latest.json:', latest?.['version'], version],
    ['annotation_count in the manifest:', manifest?.['annotation_count'], annotations],
    ['exported_at in the metadata:', metadata['exported_at'], complete_datetime],
    ['annotation_count in the metadata:', metadata['annotation_count'], annotations],
  ];
  const wrong = expected.filter(([, is, should]) => is !== should);
  const missing = filesOf(manifest).filter((path) => !outcome.keys.has(taskKeys.version(last.event, version) + path));
  return [
    ...wrong.map(([what, is, should]) => finding('lost', last, `${what} ${String(is)} instead of ${String(should)}`)),
    ...missing.map((path) => finding('lost', last, `${path}, which the manifest lists, is missing`)),
  ];
}

function filesOf(manifest: Readonly<Record<string, unknown>> | undefined): string[] {
  const files = manifest?.['files'];
  return Array.isArray(files) ? files.map((file) => String(Object(file).path)) : [];
}
