import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressLife } from '../../cli/pilot/assumptions/address-life.ts';
import { ASSUMPTIONS } from '../../cli/pilot/assumptions/assumptions.ts';
import type { ProjectJobInfo } from '../../lib/annofab/index.ts';
import type { Fault, Settings } from '../../local/annofab/index.ts';
import { demoSeed } from '../../local/annofab/index.ts';
import { localNames } from '../../local/names.ts';
import { createRandom } from '../../local/random.ts';
import type { Ended } from '../support/run-command.ts';
import { type RecordedStack, startRecordedStack } from './recorded-stack.ts';

const PROJECT = 'throwaway-project';
const TITLE = 'A project "of" nobody';
const SEEN = { holds: 'holds', differs: 'differs', notSeen: 'not seen' } as const;
/** What an emulator does not show by itself. */
const NEVER = { 'nightly-event': 'not seen', 'rate-limit': 'not seen' };

let world: RecordedStack;
let first: string;

beforeAll(async () => {
  const [demo] = demoSeed.projects;
  if (demo === undefined) throw new Error('there is no demo project');
  const throwaway = { ...demo, project_id: PROJECT, title: TITLE, input_data: [], tasks: [], supplementary_data: [] };
  const seed = { ...demoSeed, projects: [...demoSeed.projects, throwaway] };
  world = await startRecordedStack({ annofab: { seed } });
  first = JSON.stringify(contentOf());
});
afterAll(() => world?.stop());

beforeEach(() => {
  const { settings } = world.stack.annofab;
  const before = { ...settings };
  return () => {
    Object.assign(settings, before);
  };
});
afterEach(async () => {
  world.stack.annofab.faults.clear();
  await world.stack.annofab.settled();
  record().jobs.length = 0;
  for (const list of [record().tasks, record().webhooks, record().inputData]) list.clear();
});

function record() {
  const found = world.stack.annofab.state.projects.get(PROJECT);
  if (found === undefined) throw new Error(`no project ${PROJECT}`);
  return found;
}

const TEMPLATE: ProjectJobInfo = {
  ...{ project_id: PROJECT, job_id: 'job', job_type: 'gen-annotation', job_status: 'succeeded' },
  ...{ errors: { errors: [], context: {} }, created_datetime: '', updated_datetime: '' },
};

/** What the pilot may make, and has to remove. */
function contentOf() {
  const { tasks, inputData, webhooks, jobs } = record();
  const calls = jobs.filter(({ job_type }) => job_type === 'invoke-hook');
  return [[...tasks.keys()], [...inputData.keys()], [...webhooks.keys()], calls.length];
}

const expectNothingLeft = () => expect(JSON.stringify(contentOf())).toBe(first);

const ARGS = ['pilot', '--project', PROJECT, '--yes', '--json'];
const pilot = (...args: readonly string[]) => world.run([...ARGS, ...args]);

interface Row {
  readonly id: string;
  readonly verdict: string;
  readonly detail: string;
}

function rowsOf({ out, err }: Ended): Row[] {
  if (out === '') throw new Error(err);
  return JSON.parse(out).assumptions;
}

const verdictsOf = (ended: Ended) => Object.fromEntries(rowsOf(ended).map(({ id, verdict }) => [id, verdict]));

/** The rows that are not as those of an emulator with the defaults. */
const others = (ended: Ended, expected: string = SEEN.holds) =>
  Object.fromEntries(
    rowsOf(ended).flatMap(({ id, verdict, detail }) => (verdict === expected || id in NEVER ? [] : [[id, detail]])),
  );

/** The update of the archive is still running when it is asked for. */
const SLOW_JOBS = { jobMilliseconds: 300 };

const settings = (changed: Partial<Settings>) => Object.assign(world.stack.annofab.settings, changed);

describe('the table of assumptions', () => {
  it('has unique ids, and sentences for people', () => {
    const ids = ASSUMPTIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, title, how, expected } of ASSUMPTIONS) {
      expect(id).toMatch(/^[a-z-]+$/);
      expect(title).toMatch(/^[A-Z].*\.$/);
      for (const text of [how, expected]) expect(text).toMatch(/\w/);
    }
  });

  it('is printed by --list, without a project', async () => {
    const { code, out } = await world.run(['pilot', '--list']);
    expect(code).toBe(0);
    for (const { id, title } of ASSUMPTIONS) expect(out).toMatch(new RegExp(`^${id} +${title}$`, 'm'));
  });
});

describe('pilot', () => {
  it('sees each assumption hold at an emulator with its defaults, and removes everything', async () => {
    settings(SLOW_JOBS);
    const ended = await pilot();
    expect(others(ended)).toEqual({});
    expect(verdictsOf(ended)).toEqual({
      ...Object.fromEntries(ASSUMPTIONS.map(({ id }) => [id, SEEN.holds])),
      ...NEVER,
    });
    expect(ended.code).toBe(0);
    expectNothingLeft();
    // The next run would take it for a build of the night, if it is night.
    expect(record().jobs.filter(({ job_type }) => job_type === 'gen-annotation')).toEqual([]);
  });

  it('names nobody in its report', async () => {
    const { out } = await pilot();
    const { personalAccessToken, webhookSecret, userId } = localNames;
    const { annofab, host } = world.stack;
    const accounts = [...annofab.state.accounts.keys()];
    for (const name of [
      PROJECT,
      TITLE,
      userId,
      personalAccessToken,
      webhookSecret,
      annofab.url,
      host.url,
      ...accounts,
    ]) {
      expect(out).not.toContain(name);
    }
    expect(out).not.toMatch(/127\.0\.0\.1|https?:|annofab-functions-pilot|[0-9a-f]{8}-[0-9a-f]{4}/);
  });

  it('prints a line for each assumption, and what stays', async () => {
    settings({ escapePlaceholders: true });
    const { code, out } = await world.run(['pilot', '--project', PROJECT, '--yes']);
    expect(code).toBe(0);
    expect(out).toMatch(/^holds {5}hook-body: The record has .* \(valid JSON with both ids\)$/m);
    expect(out).toMatch(
      /^differs {3}hook-escaping: .* \(escaped as in a JSON string, instead of: the value as it is\)$/m,
    );
    expect(out).toMatch(/^\d+ hold, 1 differ, \d not seen\nThe annotation archive has the task/m);
  });

  const secondOnly = { rate: 0.5, faultSeed: seedOfSecondHit(0.5) };

  // Differences that do not touch each other share a run.
  it.each<[string, Partial<Settings>, readonly Fault[], Record<string, RegExp>]>([
    [
      'values, records, reads, metadata, addresses and files are different',
      {
        ...{ escapePlaceholders: true, placeholdersInUtc: true, hookJobHeaders: false, webhookDuplicates: 1 },
        ...{ staleReads: 1, metadataPatchMerges: true, metadataPatchIsOperation: true },
        ...{ signedUrlSeconds: 600, archiveUrlAsText: true, plainDownloads: true },
      },
      [{ operation: 'getTask', status: 404, errorCode: 'GONE', times: 1 }],
      {
        'error-code': /^404 GONE$/,
        'hook-escaping': /escaped as in a JSON string/,
        'hook-time': /same moment, written/,
        'hook-headers': /hidden/,
        'hook-once': /^2$/,
        'event-visible': /phase acceptance, status working/,
        'metadata-replaced': /both keys/,
        'metadata-lock': /another moment/,
        'archive-answer': /^201, text\/plain, the same/,
        'archive-address': /^600 seconds, by X-Amz-Expires$/,
        'archive-etag': /^200$/,
        'archive-range': /^200$/,
      },
    ],
    [
      'records have no body, files need cookies, and the archive has another error during its update',
      { hookJobBodies: false, filesBehindCookies: true },
      [{ operation: 'getAnnotationArchive', status: 409, errorCode: 'BUSY', times: 1 }],
      {
        'hook-body': /no body/,
        'hook-time': /no record of a body/,
        'archive-during-update': /^409 BUSY$/,
        'input-data-address': /cookies/,
        'outer-file-address': /cookies/,
      },
    ],
    [
      'a delivery is dropped, and a second update has another error',
      { faultSeed: secondOnly.faultSeed },
      [
        { operation: 'postAnnotationArchiveUpdate', status: 409, errorCode: 'BUSY', rate: secondOnly.rate },
        { operation: 'webhook', drop: 'delivery', times: 1 },
      ],
      { 'hook-outcome': /^failed, and failed$/, 'archive-second-update': /^409 BUSY$/ },
    ],
  ])('sees that %s', async (_, changed, faults, expected) => {
    settings({ ...SLOW_JOBS, ...changed });
    for (const fault of faults) world.stack.annofab.faults.add(fault);
    const ended = await pilot();
    const found = others(ended);
    expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
    for (const [id, pattern] of Object.entries(expected)) expect(found[id]).toMatch(pattern);
    expectNothingLeft();
  });
});

describe('pilot, where nothing can be seen', () => {
  it('reports that a call is not recorded', async () => {
    const { faults } = world.stack.annofab;
    faults.add({ operation: 'webhook', eventType: 'task-completed', drop: 'event' });
    const ended = await pilot('--wait', '2');
    const rows = new Map(rowsOf(ended).map((row) => [row.id, row]));
    expect(rows.get('hook-recorded')).toMatchObject({ verdict: SEEN.differs, detail: 'jobs that name them: 0 and 0' });
    expect(rows.get('hook-time')).toMatchObject({ verdict: SEEN.notSeen, detail: 'there is no record of a call' });
    expect(rows.get('archive-event')).toMatchObject({ verdict: SEEN.holds });
    expectNothingLeft();
  });

  it('reports that an archive update calls no webhook', async () => {
    world.stack.annofab.faults.add({
      ...{ operation: 'webhook', drop: 'event' },
      eventType: 'annotation-archive-updated',
    });
    const ended = await pilot('--wait', '2');
    expect(others(ended)).toMatchObject({ 'archive-event': 'there is no record of a call' });
    expectNothingLeft();
  });

  it('reports that a webhook is called late', async () => {
    const { annofab } = world.stack;
    annofab.jobs.hold('invoke-hook');
    const running = world.start(ARGS);
    const called = () => record().jobs.some(({ job_type }) => job_type === 'invoke-hook');
    await expect.poll(called, { interval: 5 }).toBe(true);
    annofab.clock.advance(120_000);
    await annofab.jobs.release();
    const ended = await running.ended;
    annofab.clock.advance(-120_000);
    expect(others(ended)['hook-delay']).toMatch(/^12\d seconds$/);
    expectNothingLeft();
  });

  it('sees builds of the night that called the webhook, or did not', async () => {
    const build = { job_type: 'gen-annotation', job_id: 'night-1', created_datetime: '2026-03-01T03:00:00.000+09:00' };
    const webhook = { event_type: 'annotation-archive-updated', webhook_id: 'of-someone' };
    const call = { ...build, job_type: 'invoke-hook', job_id: 'call-1', job_detail: { _type: 'InvokeHook', webhook } };
    const updated_datetime = new Date().toISOString();
    const add = (job: object) =>
      record().jobs.push(Object.assign(structuredClone(TEMPLATE), { updated_datetime }, job));
    add(build);
    add({ ...call, created_datetime: updated_datetime });
    const nightly = async () => rowsOf(await pilot()).find(({ id }) => id === 'nightly-event');
    expect(await nightly()).toMatchObject({ verdict: SEEN.holds, detail: '1 of 1' });
    add({ ...build, job_id: 'night-2', updated_datetime: new Date(Date.now() - 86_400_000).toISOString() });
    expect(await nightly()).toMatchObject({ verdict: SEEN.differs, detail: '1 of 2' });
  });

  it.each([
    ['holds', { retryAfter: 1 }, '1 of 1'],
    ['differs', {}, '0 of 1'],
  ])('sees by chance that Retry-After %s', async (verdict, details, detail) => {
    world.stack.annofab.faults.add({ operation: 'getMyAccount', status: 429, times: 1, ...details });
    const ended = await pilot();
    expect(rowsOf(ended).find(({ id }) => id === 'rate-limit')).toMatchObject({ verdict, detail });
  });

  it('reports what could not be tried, and removes what was made until then', async () => {
    world.stack.annofab.faults.add({ operation: 'putTask', status: 403 });
    const ended = await pilot();
    expect(ended.code).toBe(0);
    expect(others(ended)).toMatchObject({
      'hook-body': 'Annofab answered putTask with 403 FORBIDDEN_RESOURCE',
      'metadata-replaced': 'Annofab answered putTask with 403 FORBIDDEN_RESOURCE',
    });
    expect(verdictsOf(ended)).toMatchObject({ 'archive-etag': SEEN.holds, 'hook-body': SEEN.notSeen });
    expectNothingLeft();
  });
});

describe('pilot cleans up', () => {
  it.each([
    ['the task is made', () => record().tasks.size > 0],
    ['a webhook was called', () => record().jobs.some(({ job_type }) => job_type === 'invoke-hook')],
    ['the archive is updated', () => record().jobs.some(({ job_type }) => job_type === 'gen-annotation')],
  ])('after an interruption when %s', async (_, isReached) => {
    // The run cannot end before it is interrupted.
    world.stack.annofab.jobs.hold('gen-annotation');
    const running = world.start(ARGS);
    await expect.poll(isReached, { interval: 5 }).toBe(true);
    running.interrupt();
    const { code, out, err } = await running.ended;
    expect({ code, out }).toEqual({ code: 130, out: '' });
    expect(err).toMatch(
      /Removing everything whose id begins with annofab-functions-pilot- …\nInterrupted\. What was made/,
    );
    await world.stack.annofab.jobs.release();
    await world.stack.annofab.settled();
    expect(contentOf().slice(0, 3)).toEqual([[], [], []]);
  });

  it('says what it could not remove, and the next run removes it', async () => {
    world.stack.annofab.faults.add({ operation: 'deleteTask', status: 403, times: 1 });
    const { code, out, err } = await pilot();
    const reason = 'Annofab answered deleteTask with 403 FORBIDDEN_RESOURCE';
    expect(code).toBe(1);
    expect(err).toContain(`Could not be removed: the task (${reason}).`);
    expect(JSON.parse(out).leftovers[0]).toEqual({ what: 'the task', reason });
    expect(record().tasks.size).toBe(1);
    const next = await pilot();
    expect(next.code).toBe(0);
    expect(record().tasks.size).toBe(0);
    expectNothingLeft();
  });

  it('says that it could not remove the records of calls, which show the secret, and the next run removes them', async () => {
    world.stack.annofab.faults.add({ operation: 'deleteProjectJob', status: 403 });
    const { code, err } = await pilot();
    expect(code).toBe(1);
    expect(err).toContain('Could not be removed: the records of the webhook calls');
    const shown = record().jobs.filter((job) => JSON.stringify(job).includes(localNames.webhookSecret));
    expect(shown.length).toBeGreaterThan(0);
    world.stack.annofab.faults.clear();
    const next = await pilot();
    expect(next.code).toBe(0);
    expectNothingLeft();
  });
});

describe('pilot refuses', () => {
  const used = ['pilot', '--project', localNames.project, '--yes', '--json'];

  it('a project that is in use, unless it is told to use any', async () => {
    const before = [...(world.stack.annofab.state.projects.get(localNames.project)?.tasks.keys() ?? [])];
    const refused = await world.run(used);
    expect(refused).toMatchObject({
      code: 2,
      err: expect.stringMatching(/demo-project is in use: it has 8 tasks and 4 active webhooks/),
    });
    const ended = await world.run([...used, '--any']);
    expect(ended.code).toBe(0);
    expect(verdictsOf(ended)['hook-body']).toBe(SEEN.holds);
    await world.stack.settled();
    expect([...(world.stack.annofab.state.projects.get(localNames.project)?.tasks.keys() ?? [])]).toEqual(before);
  });

  it('to begin without a project, an answer, or the role of an owner', async () => {
    expect(await world.run(['pilot'])).toMatchObject({ code: 2, err: expect.stringMatching(/--project/) });
    const unanswered = await world.run(['pilot', '--project', PROJECT]);
    expect(unanswered).toMatchObject({ code: 2, err: expect.stringMatching(/throwaway-project.*add --yes/) });
    const elsewhere = await world.run(['pilot', '--project', 'no-such-project', '--yes']);
    expect(elsewhere).toMatchObject({ code: 1, out: '' });
    expectNothingLeft();
  });
});

describe('the life of an address', () => {
  const now = Date.parse('2026-03-01T00:00:00Z');
  const later = now / 1_000 + 900;
  const policy = JSON.stringify({ Statement: [{ Condition: { DateLessThan: { 'AWS:EpochTime': later } } }] });

  it.each([
    ['X-Amz-Expires', 'X-Amz-Date=20260301T000000Z&X-Amz-Expires=900'],
    ['Expires', `Expires=${later}&Signature=x`],
    [
      'Policy',
      `Policy=${Buffer.from(policy).toString('base64').replaceAll('+', '-').replaceAll('=', '_').replaceAll('/', '~')}`,
    ],
  ])('is read from %s', (by, query) => {
    expect(addressLife(`https://files.example/archive.zip?${query}`, now)).toEqual({ by, seconds: 900 });
  });

  it('is unknown without such a query', () => {
    expect(addressLife('https://files.example/archive.zip?Policy=x', now)).toBeUndefined();
    expect(addressLife('not an address', now)).toBeUndefined();
  });
});

/** A seed whose first random number is above the rate, and whose second one is below: a fault that hits the second time. */
function seedOfSecondHit(rate: number): number {
  for (let seed = 1; ; seed += 1) {
    // The first fault that is added has the number 1.
    const random = createRandom(seed + 1);
    if (random() >= rate && random() < rate) return seed;
  }
}
