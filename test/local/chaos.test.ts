import { describe, expect, it } from 'vitest';
import { planChaos, type Step } from '../../local/chaos/plan.ts';
import { formatReport } from '../../local/chaos/report.ts';
import { isAsPromised, runChaos } from '../../local/chaos/run-chaos.ts';

const silent = { print: () => {} };

describe('the plan of a chaos run', () => {
  it('is the same for the same seed, and another one for another', () => {
    const plan = planChaos({ deliveries: 300, seed: 7 });
    expect(planChaos({ deliveries: 300, seed: 7 })).toEqual(plan);
    expect(planChaos({ deliveries: 300, seed: 8 })).not.toEqual(plan);
  });

  it('has as many events as it was asked for, of all types and in several projects', () => {
    const { steps, projects } = planChaos({ deliveries: 10_000, seed: 1 });
    const events = steps.filter(({ kind }) => ['complete', 'archive', 'inputs', 'copy'].includes(kind));
    expect(events).toHaveLength(10_000);
    expect(new Set(events.map(({ kind }) => kind)).size).toBe(4);
    expect(projects.every(({ taskIds }) => taskIds.length > 100)).toBe(true);
  });

  it('completes every task that it has, some of them again, and some that nothing can be made of', () => {
    const { steps, projects } = planChaos({ deliveries: 10_000, seed: 1 });
    const completed = steps.flatMap((step) => (step.kind === 'complete' ? [`${step.project_id}/${step.task_id}`] : []));
    const tasks = projects.flatMap(({ project_id, taskIds }) => taskIds.map((task_id) => `${project_id}/${task_id}`));
    expect(new Set(completed)).toEqual(new Set(tasks));
    expect(completed.length).toBeGreaterThan(tasks.length);
    expect(projects.flatMap(({ damagedTaskIds }) => damagedTaskIds).length).toBeGreaterThan(10);
  });

  it('brings back whatever it takes away', () => {
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

describe('a chaos run', () => {
  it('loses nothing and does nothing twice', { timeout: 240_000 }, async () => {
    const report = await runChaos({ deliveries: 150, seed: 1, ...silent });

    expect(formatReport({ ...report, findings: report.findings.slice(0, 3) })).toMatch(/lost +0\n/);
    expect(report.fired).toBeGreaterThanOrEqual(150);
    expect(report).toMatchObject({ lost: 0, double_effects: 0, findings: [] });
    expect(isAsPromised(report)).toBe(true);
    expect(report.dead).toBe(report.dead_on_purpose);
    // That it was a trial at all.
    expect(report.recovered).toBeGreaterThan(0);
    expect(report.retried).toBeGreaterThan(0);
    expect(report.duplicated).toBeGreaterThan(0);
    expect(report.rotations).toBe(2);
    expect(Object.keys(report.faults).length).toBeGreaterThan(20);
  });
});

function isRotationOf(step: Step, what: string): step is Extract<Step, { kind: 'rotate' }> {
  return step.kind === 'rotate' && step.what === what;
}
