import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEnvironment } from '../../../local/chaos/environment.ts';
import { planChaos, type Step } from '../../../local/chaos/plan.ts';
import { type ChaosReport, formatReport } from '../../../local/chaos/report.ts';
import { hasPassed } from '../../../local/chaos/run-chaos.ts';
import { runCommand } from '../../support/run-command.ts';

/** The functions have the time limits of AWS here, so that on a busy machine messages return until they are done. */
const PATIENCE_MS = 1_200_000;

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('the plan of a chaos run', () => {
  it('is the same for the same seed and differs for another one', () => {
    const plan = planChaos({ deliveries: 300, seed: 7 });
    expect(planChaos({ deliveries: 300, seed: 7 })).toEqual(plan);
    expect(planChaos({ deliveries: 300, seed: 8 })).not.toEqual(plan);
  });

  it('has the requested number of events, of all types and in several projects', () => {
    const { steps, projects } = planChaos({ deliveries: 10_000, seed: 1 });
    const events = steps.filter(({ kind }) => ['complete', 'archive', 'inputs', 'copy'].includes(kind));
    expect(events).toHaveLength(10_000);
    expect(new Set(events.map(({ kind }) => kind)).size).toBe(4);
    expect(projects.every(({ taskIds }) => taskIds.length > 100)).toBe(true);
  });

  it('completes every task, some of them repeatedly, and includes damaged tasks', () => {
    const { steps, projects } = planChaos({ deliveries: 10_000, seed: 1 });
    const completed = steps.flatMap((step) => (step.kind === 'complete' ? [`${step.project_id}/${step.task_id}`] : []));
    const tasks = projects.flatMap(({ project_id, taskIds }) => taskIds.map((task_id) => `${project_id}/${task_id}`));
    expect(new Set(completed)).toEqual(new Set(tasks));
    expect(completed.length).toBeGreaterThan(tasks.length);
    expect(projects.flatMap(({ damagedTaskIds }) => damagedTaskIds).length).toBeGreaterThan(10);
  });

  it('ends every outage and rotation that it begins', () => {
    const { steps } = planChaos({ deliveries: 10_000, seed: 1 });
    const endpoint = steps.flatMap((step) => (step.kind === 'endpoint' ? [step.is] : []));
    expect(endpoint).toEqual(['refusing', 'up', 'silent', 'up', 'refusing', 'up', 'silent', 'up']);
    for (const what of ['credential', 'webhook-secret']) {
      const phases = steps.flatMap((step) => (isRotationOf(step, what) ? [step.phase] : []));
      expect(phases).toEqual(Array.from({ length: phases.length / 2 }, () => ['begin', 'end']).flat());
    }
  });

  it('kills processes of every kind of function', () => {
    const { steps } = planChaos({ deliveries: 10_000, seed: 1 });
    const killed = new Set(steps.flatMap((step) => (step.kind === 'kill' ? [step.functionName] : [])));
    expect(killed).toEqual(
      new Set(['on-task-completed', 'on-annotation-archive-updated', 'receive-webhook', 'reconcile-deliveries']),
    );
  });
});

describe('the environment of a chaos run', () => {
  it('gives every function that a queue feeds a short timeout, since its lease lasts as long and may delay other messages', async () => {
    const { stack, stop } = await startEnvironment(planChaos({ deliveries: 1, seed: 1 }));
    onTestFinished(stop);
    const fed = stack.host.functions.filter(({ sources }) => sources.length > 0);
    expect(fed).toHaveLength(4);
    expect(fed.filter(({ timeoutMs }) => timeoutMs > 30_000).map(({ name }) => name)).toEqual([]);
  });
});

describe('a chaos run', () => {
  it('loses no event, doubles no effect, and prints its report as one JSON object', {
    timeout: PATIENCE_MS,
  }, async () => {
    const { stdout } = await chaos('--deliveries', '100', '--seed', '1', '--json');

    const report: ChaosReport = JSON.parse(stdout);
    expect(formatReport({ ...report, findings: report.findings.slice(0, 3) })).toMatch(/lost +0\n/);
    expect(report).toMatchObject({ seed: 1, lost: 0, double_effects: 0, findings: [] });
    expect(report.dead).toBe(report.dead_on_purpose);
    // That it was a trial at all. A registration whose answer was cut off is sent again, and then fires again.
    expect(report.fired).toBeGreaterThanOrEqual(100);
    expect(report.received).toBeGreaterThan(0);
    expect(report.recovered).toBeGreaterThan(0);
    expect(report.retried).toBeGreaterThan(0);
    expect(report.duplicated).toBeGreaterThan(0);
    expect(report.rotations).toBe(2);
    expect(Object.keys(report.faults).length).toBeGreaterThan(20);
  });

  it('explains its options and what a seed repeats', async () => {
    const { code, out } = await runCommand('chaos', ['--help']);
    expect(code).toBe(0);
    for (const option of ['--deliveries <count>', '--seed <number>', '--json']) expect(out).toContain(option);
    expect(out).toContain('The same seed gives the same events');
  });

  it.each([
    ['--deliveries', 'many', 'It must be a whole number from 1 to 999999.'],
    ['--deliveries', '0', 'It must be a whole number from 1 to 999999.'],
    ['--seed', '-1', 'It must be a whole number from 0 to 999999999.'],
  ])('refuses %s %s', async (option, value, message) => {
    const failed = await runCommand('chaos', [`${option}=${value}`]);
    expect(failed).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });
});

describe('the report of a chaos run', () => {
  it('shows ledger entry and log lines of each finding', () => {
    const delivery = 'task-completed/chaos-a/task-1/2026-04-01T10:00:00.000+09:00';
    const lost = {
      kind: 'lost',
      delivery,
      key: 'abc',
      what: 'there is no version of it',
      log: ['{"message":"Delivery processing started"}'],
    } as const;
    const text = formatReport({ ...nothingWrong, lost: 1, findings: [lost] });
    expect(text).toContain(
      `lost: ${delivery} (abc)\n  there is no version of it\n  ledger: nothing\n  {"message":"Delivery processing started"}`,
    );
  });

  it('passes only when no event is lost and no effect is doubled', () => {
    expect(hasPassed(nothingWrong)).toBe(true);
    expect(hasPassed({ ...nothingWrong, lost: 1 })).toBe(false);
    expect(hasPassed({ ...nothingWrong, double_effects: 1 })).toBe(false);
  });
});

const nothingWrong: ChaosReport = {
  seed: 1,
  fired: 2,
  received: 1,
  recovered: 1,
  retried: 0,
  duplicated: 0,
  dead: 0,
  dead_on_purpose: 0,
  lost: 0,
  double_effects: 0,
  kills: { 'on-task-completed': 1 },
  chat_repeats: 0,
  foreign_writes: 0,
  foreign_overwritten: 0,
  rotations: 0,
  faults: {},
  seconds: 1,
  findings: [],
};

function chaos(...args: string[]) {
  return promisify(execFile)(process.execPath, ['cli/annofab-functions.js', 'chaos', ...args], {
    cwd: root,
    maxBuffer: 2 ** 26,
  });
}

function isRotationOf(step: Step, what: string): step is Extract<Step, { kind: 'rotate' }> {
  return step.kind === 'rotate' && step.what === what;
}
