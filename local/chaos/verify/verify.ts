import { mapInOrder } from '../../../lib/core/async/map-in-order.ts';
import { type Environment, projectIdsOf } from '../environment.ts';
import { type FiredEvent, ofType, type SentWebhook, sentWebhooks } from '../events.ts';
import { type ChaosReport, sum } from '../report.ts';
import { checkArchives } from './check-archives.ts';
import { checkTask } from './check-tasks.ts';
import { createFindingFactory, type Finding, type FindingFactory } from './findings.ts';
import { type Outcome, readOutcome } from './outcome.ts';

const CONCURRENCY = 16;

/** Verifies the effects of all events and counts the results. */
export async function verify(environment: Environment): Promise<Omit<ChaosReport, 'faults' | 'seconds'>> {
  const { plan, stack, logIndex, chat, processKiller, foreign, credentials } = environment;
  const outcome = await readOutcome(stack, projectIdsOf(plan));
  const finding = createFindingFactory(outcome.ledger, logIndex);
  const sent = sentWebhooks(stack.annofab.state);
  const fired = allFired(environment.events.all, sent);
  const foreignOverwritten = foreign.restore();
  const repeats = repeatsOf(chat.posts);
  const findings = [
    ...(await checkEffects(environment, fired, { outcome, finding })),
    ...checkRepeats(environment, fired, { repeats, finding }),
  ];
  const deadKeys = new Set([...outcome.ledger.values()].filter(({ state }) => state === 'dead').map(({ key }) => key));
  const count = (kind: Finding['kind']) => new Set(findings.flatMap((one) => (one.kind === kind ? one.key : []))).size;
  return {
    seed: plan.seed,
    fired: fired.length,
    received: new Set(sent.filter(({ acknowledged }) => acknowledged).map(({ key }) => key)).size,
    recovered: [...outcome.ledger.values()].filter(({ source }) => source === 'reconciliation').length,
    retried: [...outcome.ledger.values()].reduce((total, { tries }) => total + Math.max(0, tries - 1), 0),
    duplicated: sent.length - new Set(sent.map(({ key }) => key)).size,
    dead: deadKeys.size,
    dead_on_purpose: fired.filter(({ key, isDamaged }) => isDamaged && deadKeys.has(key)).length,
    lost: count('lost'),
    double_effects: count('double'),
    kills: Object.fromEntries(processKiller.kills),
    chat_repeats: sum(Object.fromEntries(repeats)),
    foreign_writes: foreign.writes,
    foreign_overwritten: foreignOverwritten,
    rotations: credentials.rotations,
    findings,
  };
}

/** Adds the events that the run did not fire itself, from Annofab's records of their webhooks. */
function allFired(seen: readonly FiredEvent[], sent: readonly SentWebhook[]): FiredEvent[] {
  const others = sent.filter(
    ({ event }) => !['task-completed', 'annotation-archive-updated'].includes(event.event_type),
  );
  return [...new Map([...seen, ...others].map((fired) => [fired.key, fired])).values()];
}

async function checkEffects(
  { stack, chat }: Environment,
  fired: readonly FiredEvent[],
  { outcome, finding }: { outcome: Outcome; finding: FindingFactory },
): Promise<Finding[]> {
  const { state } = stack.annofab;
  const tasks = Map.groupBy(ofType(fired, 'task-completed'), ({ event }) => `${event.project_id}/${event.task_id}`);
  const archives = Map.groupBy(ofType(fired, 'annotation-archive-updated'), ({ event }) => event.project_id);
  const switchedOff = [...ofType(fired, 'input-data-zip-registered'), ...ofType(fired, 'project-copy-completed')];
  const check = { state, outcome, finding, posts: chat.posts };
  const ofTasks = await mapInOrder([...tasks.values()], CONCURRENCY, (completions) => checkTask(completions, check));
  const ofArchives = await mapInOrder([...archives.values()], CONCURRENCY, (built) => checkArchives(built, check));
  // No setting of a project says what these events do here.
  const notSkipped = switchedOff.filter(({ key }) => outcome.ledger.get(key)?.state !== 'skipped');
  return [
    ...ofTasks.flat(),
    ...ofArchives.flat(),
    ...notSkipped.map((one) => finding('lost', one, 'its state is not skipped')),
  ];
}

/** The number of repeated posts by delivery. */
function repeatsOf(posts: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...posts].flatMap(([key, count]) => (count > 1 ? [[key, count - 1] as const] : [])));
}

/** A post may be repeated once for each try that was interrupted before the post was recorded. */
function checkRepeats(
  { logIndex }: Environment,
  fired: readonly FiredEvent[],
  { repeats, finding }: { repeats: ReadonlyMap<string, number>; finding: FindingFactory },
): Finding[] {
  return fired
    .filter(({ key }) => (repeats.get(key) ?? 0) > logIndex.interruptions(key))
    .map((one) => finding('double', one, 'it was posted to the chat again, although the first post was recorded'));
}
