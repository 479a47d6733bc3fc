import { beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryState, LedgerEntry } from '../../../lib/deliveries/ledger/entry.ts';
import { deliveryKey } from '../../../lib/webhooks/delivery-key.ts';
import { createClock } from '../../../local/annofab/core/clock.ts';
import { createState } from '../../../local/annofab/core/state.ts';
import type { State } from '../../../local/annofab/index.ts';
import { applySeed } from '../../../local/annofab/seed/apply.ts';
import { planChaos } from '../../../local/chaos/plan.ts';
import { chaosSeed } from '../../../local/chaos/seed.ts';
import { type BuiltArchive, checkArchives } from '../../../local/chaos/verify/check-archives.ts';
import { type Completion, checkTask } from '../../../local/chaos/verify/check-tasks.ts';
import { createFindingFactory } from '../../../local/chaos/verify/findings.ts';
import { createLogIndex } from '../../../local/chaos/verify/log-index.ts';
import type { Outcome } from '../../../local/chaos/verify/outcome.ts';

const PROJECT_ID = 'chaos-a';
const plan = planChaos({ deliveries: 20, seed: 1 });
const task_id = plan.projects[0]?.taskIds[1] ?? '';
const first = completion('2026-04-01T10:00:00.000+09:00');
const second = completion('2026-04-01T11:00:00.000+09:00');
const taskPrefix = `projects/${PROJECT_ID}/tasks/${task_id}/`;

/** The state at the end of a run; by default all effects of the first completion. */
let objects: Map<string, object>;
let states: Map<string, DeliveryState>;
let posts: Map<string, number>;
let state: State;

beforeEach(() => {
  state = createState();
  applySeed(state, chaosSeed(plan, 'http://127.0.0.1:1'), createClock());
  objects = new Map();
  states = new Map();
  posts = new Map();
  exported(first, '20260401T010000.000Z');
});

describe('the verification of a completed task', () => {
  it('accepts a task that was exported, recorded and posted to the chat', async () => {
    expect(await wrongs([first])).toEqual([]);
  });

  it('reports a task without a version as lost', async () => {
    objects.clear();
    expect(await wrongs([first])).toContain('lost: it has no version');
  });

  it('reports a task as lost whose delivery is not done or not in the ledger', async () => {
    states.set(first.key, 'queued');
    expect(await wrongs([first])).toEqual(['lost: its state is queued instead of done']);
    states.delete(first.key);
    expect(await wrongs([first])).toEqual(['lost: its state is unknown to the ledger instead of done']);
  });

  it('reports a task as lost that was never posted to the chat', async () => {
    posts.clear();
    expect(await wrongs([first])).toEqual(['lost: it was never posted to the chat']);
  });

  it('reports a task as lost whose metadata were overwritten', async () => {
    metadata({});
    expect(await wrongs([first])).toHaveLength(2);
  });

  it('reports a task as lost whose version lacks a file', async () => {
    objects.delete(`${taskPrefix}versions/20260401T010000.000Z/${task_id}/frame.json`);
    expect(await wrongs([first])).toEqual([`lost: ${task_id}/frame.json, which the manifest lists, is missing`]);
  });

  it('reports a double effect for a version that belongs to no completion', async () => {
    objects.set(`${taskPrefix}versions/20260401T010000.001Z/manifest.json`, {});
    expect(await wrongs([first])).toEqual(['double: version 20260401T010000.001Z belongs to no completion']);
  });

  it('accepts only the later version of a task that was completed again before it was exported', async () => {
    objects.clear();
    states.set(first.key, 'skipped');
    exported(second, '20260401T020000.000Z');
    expect(await wrongs([first, second])).toEqual([]);
  });

  it('reports a task as lost whose latest.json names an earlier version', async () => {
    states.set(second.key, 'done');
    posts.set(second.key, 1);
    expect(await wrongs([first, second])).toContain(
      'lost: version in latest.json: 20260401T010000.000Z instead of 20260401T020000.000Z',
    );
  });

  it('accepts a damaged task only when it is dead', async () => {
    const damaged = { ...first, isDamaged: true };
    expect(await wrongs([damaged])).toEqual(['double: it was exported, although it is damaged']);
    objects.clear();
    expect(await wrongs([damaged])).toEqual(['lost: its state is done instead of dead']);
    states.set(first.key, 'dead');
    expect(await wrongs([damaged])).toEqual([]);
  });
});

describe('the verification of an archive', () => {
  const one = archive('2026-04-01T10:00:00.000+09:00', '"one"');
  const two = archive('2026-04-01T11:00:00.000+09:00', '"two"');
  const [versionOfOne, versionOfTwo] = ['20260401T010000.000Z-49e9fcfb5617', '20260401T020000.000Z-b85d38dc71a8'];

  it('accepts an archive that was mirrored or superseded by a later one', async () => {
    mirrored(one, versionOfOne);
    expect(await wrongArchives([one])).toEqual([]);
    objects.clear();
    mirrored(two, versionOfTwo);
    expect(await wrongArchives([one, two])).toEqual([]);
  });

  it('reports an archive as lost that was not mirrored', async () => {
    states.set(one.key, 'done');
    expect(await wrongArchives([one])).toContain('lost: neither this archive nor a later one was mirrored');
  });

  it('reports an archive as lost whose delivery is not done', async () => {
    mirrored(one, versionOfOne);
    states.delete(one.key);
    expect(await wrongArchives([one])).toEqual(['lost: its state is unknown to the ledger instead of done']);
  });

  it('reports a double effect for a version that belongs to no archive', async () => {
    mirrored(one, versionOfOne);
    objects.set(`projects/${PROJECT_ID}/archives/20260401T010000.000Z-000000000000/manifest.json`, {});
    expect(await wrongArchives([one])).toEqual([
      'double: version 20260401T010000.000Z-000000000000 belongs to no archive',
    ]);
  });

  it('requires latest.json to name the last archive', async () => {
    mirrored(two, versionOfTwo);
    mirrored(one, versionOfOne);
    expect(await wrongArchives([one, two])).toEqual([`lost: latest.json names ${versionOfOne}`]);
  });
});

describe('the log index', () => {
  const STARTED = 'Delivery processing started';
  const PROCESSED = 'Delivery processed';
  const DEFERRED = 'Delivery deferred';
  const FAILED = 'Delivery failed; the message will be received again';
  const line = (invocation: string, message: string, more = '') => ({
    functionName: 'on-task-completed',
    requestId: undefined,
    stream: 'stdout' as const,
    text: `{"message":"${message}","function_request_id":"${invocation}","delivery_key":"${first.key}"${more}}`,
  });

  it.each([
    ['no interruption of a worker that ended', [line('1', STARTED), line('1', PROCESSED)], 0],
    [
      'no interruption of a worker that failed',
      [line('1', STARTED), line('1', FAILED, ',"error_name":"FileError"')],
      0,
    ],
    ['an interruption of a worker that was killed', [line('1', STARTED), line('2', STARTED), line('2', PROCESSED)], 1],
    [
      'an interruption of a worker whose ledger failed during its work',
      [line('1', STARTED), line('1', DEFERRED, ',"counter":"ledger"')],
      1,
    ],
    [
      'no interruption of a worker whose ledger failed before its work',
      [line('1', DEFERRED, ',"counter":"ledger"')],
      0,
    ],
    [
      'an interruption of a worker whose time was up',
      [line('1', STARTED), line('1', FAILED, ',"error_name":"OutOfTimeError"')],
      1,
    ],
  ])('counts %s', (_what, lines, interruptions) => {
    const logIndex = createLogIndex();
    for (const one of lines) logIndex.add(one);
    expect(logIndex.interruptions(first.key)).toBe(interruptions);
    expect(logIndex.of(first.key)).toHaveLength(lines.length);
  });
});

function completion(complete_datetime: string): Completion {
  const event = { event_type: 'task-completed', project_id: PROJECT_ID, task_id, complete_datetime } as const;
  return { ...deliveryKey(event), event };
}

function archive(complete_datetime: string, archiveEtag: string): BuiltArchive {
  const event = { event_type: 'annotation-archive-updated', project_id: PROJECT_ID, complete_datetime } as const;
  return { ...deliveryKey(event), event, archiveEtag };
}

/** Adds all effects of a completion. */
function exported({ key, event }: Completion, version: string): void {
  const annotation_count = state.projects.get(PROJECT_ID)?.annotations.get(`${task_id}/${task_id}-frame`)
    ?.details.length;
  const path = `${task_id}/frame.json`;
  objects.set(`${taskPrefix}versions/${version}/${path}`, {});
  objects.set(`${taskPrefix}versions/${version}/manifest.json`, { annotation_count, files: [{ path }] });
  objects.set(`${taskPrefix}latest.json`, { version });
  states.set(key, 'done');
  posts.set(key, 1);
  metadata({ exported_at: event.complete_datetime, annotation_count: annotation_count ?? 0 });
}

function mirrored({ key }: BuiltArchive, version: string): void {
  const prefix = `projects/${PROJECT_ID}/archives/`;
  objects.set(`${prefix}${version}/manifest.json`, { version });
  objects.set(`${prefix}latest.json`, { version });
  states.set(key, 'done');
}

function metadata(values: Readonly<Record<string, string | number>>): void {
  Object.assign(state.projects.get(PROJECT_ID)?.tasks.get(task_id) ?? {}, { metadata: { site: 'x', ...values } });
}

function outcome(): Outcome {
  const ofFolder = (folder: string) =>
    [...objects.keys()].flatMap((key) => {
      const [, version] = new RegExp(`^${folder}/([^/]+)/manifest.json$`).exec(key) ?? [];
      return version ?? [];
    });
  return {
    ledger: new Map([...states].map(([key, entryState]) => [key, entry(key, entryState)])),
    keys: new Set(objects.keys()),
    versionsOf: (task) => ofFolder(`projects/${task.project_id}/tasks/${task.task_id}/versions`),
    archivesOf: (id) => ofFolder(`projects/${id}/archives`),
    readJson: async (key) => Object(objects.get(key)),
  };
}

function entry(key: string, entryState: DeliveryState): LedgerEntry {
  const now = '2026-04-01T01:00:00.000Z';
  return {
    key,
    label: key,
    event: first.event,
    source: 'webhook',
    receivedAt: now,
    requestId: 'request',
    state: entryState,
    changedAt: now,
    tries: 1,
    deferrals: {},
    effects: {},
    expiresAt: 0,
  };
}

async function wrongs(completions: readonly Completion[]): Promise<string[]> {
  const there = outcome();
  const finding = createFindingFactory(there.ledger, createLogIndex());
  const findings = await checkTask(completions, { state, outcome: there, finding, posts });
  return findings.map(({ kind, what }) => `${kind}: ${what}`);
}

async function wrongArchives(archives: readonly BuiltArchive[]): Promise<string[]> {
  const there = outcome();
  const findings = await checkArchives(archives, {
    outcome: there,
    finding: createFindingFactory(there.ledger, createLogIndex()),
  });
  return findings.map(({ kind, what }) => `${kind}: ${what}`);
}
