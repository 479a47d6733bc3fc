import { setTimeout as sleep } from 'node:timers/promises';
import type { ProjectJobType } from '../../lib/annofab/index.ts';
import type { ProjectRecord } from '../annofab/core/state.ts';
import { FILE_URI } from '../annofab/core/state.ts';
import { storedFile, UPLOADS } from '../annofab/files/stored-file.ts';
import type { Stack } from '../stack.ts';
import type { Environment } from './environment.ts';
import { type Step, TEMPLATE_PROJECT } from './plan.ts';

/** The plan waits while more messages or webhooks are pending, so that faults hit work in progress and not a long queue. */
const MAX_MESSAGES = 40;
const MAX_WEBHOOKS = 20;
const POLL_MS = 100;
/** The number of steps between two checks of the load. */
const STEPS_PER_CHECK = 10;
/** The least time between two completions of a task. */
const RECOMPLETION_MS = 6_000;

/** An empty ZIP consists of its end record. */
const EMPTY_ZIP = Buffer.from([0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)]);

/** The share of the steps between two lines of progress. */
const PROGRESS = 0.05;

/** Executes the steps of the plan one by one. */
export async function runPlan(environment: Environment, print: (line: string) => void): Promise<void> {
  const { steps } = environment.plan;
  for (const [index, step] of steps.entries()) {
    await execute(step, environment);
    if (index % Math.ceil(steps.length * PROGRESS) === 0) print(`${index} of ${steps.length} steps`);
    if (index % STEPS_PER_CHECK > 0) continue;
    do await sleep(POLL_MS);
    while (await isBusy(environment.stack));
  }
}

async function isBusy({ annofab, host }: Stack): Promise<boolean> {
  const webhooks = [...annofab.state.projects.values()].reduce((sum, { jobs }) => sum + inProgress(jobs), 0);
  return webhooks > MAX_WEBHOOKS || (await host.backlog()).visible > MAX_MESSAGES;
}

function inProgress(jobs: ProjectRecord['jobs']): number {
  return jobs.filter(({ job_status }) => job_status === 'progress').length;
}

async function execute(step: Step, environment: Environment): Promise<void> {
  const { stack, proxy, processKiller, foreign, credentials } = environment;
  switch (step.kind) {
    case 'complete':
      return complete(step, environment);
    case 'archive':
      return buildArchive(step.project_id, environment);
    case 'inputs':
      return registerInputs(step.name, environment);
    case 'copy':
      return copyTemplate(step.dest_project_id, environment);
    case 'foreign':
      if (step.how === 'over') foreign.write(step, 'over');
      else environment.runInBackground(sleep(step.afterMs).then(() => foreign.write(step, 'beside')));
      return;
    case 'kill':
      return processKiller.arm(step.functionName, step.afterCalls);
    case 'endpoint':
      return proxy.set(step.is);
    case 'outage':
      return environment.runInBackground(outage(step, environment));
    case 'rotate':
      return credentials[step.phase](step.what);
    case 'reconcile':
      // A failed run is not an error: the next one covers the same period.
      return environment.runInBackground(stack.host.invoke('reconcile-deliveries').catch(() => undefined));
  }
}

function outage({ of, milliseconds }: Extract<Step, { kind: 'outage' }>, { annofab, aws }: Environment): Promise<void> {
  const time = sleep(milliseconds);
  return of === 'annofab' ? annofab.outage(time) : aws.outage(of, time);
}

async function complete(
  { project_id, task_id }: { project_id: string; task_id: string },
  environment: Environment,
): Promise<void> {
  const { annofab } = environment.stack;
  const before = annofab.state.projects.get(project_id)?.tasks.get(task_id)?.operation_updated_datetime;
  const wait = Date.parse(before ?? '') + RECOMPLETION_MS - annofab.clock.now().getTime();
  if (wait > 0) annofab.clock.advance(wait);
  const task = await annofab.completeTask(project_id, task_id);
  const complete_datetime = task.operation_updated_datetime ?? task.updated_datetime;
  const isDamaged = environment.isDamaged(project_id, task_id);
  environment.events.fire({ event_type: 'task-completed', project_id, task_id, complete_datetime }, { isDamaged });
}

async function buildArchive(project_id: string, { stack, events }: Environment): Promise<void> {
  const project = projectOf(stack, project_id);
  await runJob(project, 'gen-annotation', () => stack.client.postAnnotationArchiveUpdate({ project_id }));
  const { path = '', updated_datetime = '' } = project.archive ?? {};
  const { etag = '' } = stack.annofab.state.files.get(path) ?? {};
  const event = { event_type: 'annotation-archive-updated', project_id, complete_datetime: updated_datetime } as const;
  events.fire(event, { archiveEtag: etag });
}

/** The event that fires is read later, from the job in which Annofab records the webhook. */
async function registerInputs(name: string, { stack }: Environment): Promise<void> {
  const { state, clock } = stack.annofab;
  const path = `${UPLOADS}${name}.zip`;
  state.files.set(path, storedFile(EMPTY_ZIP, 'application/zip', clock.now()));
  const body = { input_data_name: `${name}.zip`, input_data_path: FILE_URI + path };
  await runJob(projectOf(stack, TEMPLATE_PROJECT), 'gen-inputs', () =>
    stack.client.putInputData({ project_id: TEMPLATE_PROJECT, input_data_id: name, body }),
  );
}

async function copyTemplate(dest_project_id: string, { stack }: Environment): Promise<void> {
  const body = { dest_project_id, dest_title: dest_project_id };
  await runJob(projectOf(stack, TEMPLATE_PROJECT), 'copy-project', () =>
    stack.client.initiateProjectCopy({ project_id: TEMPLATE_PROJECT, body }),
  );
}

/** Starts a job, retrying on any error, and waits for its end. */
async function runJob({ jobs }: ProjectRecord, type: ProjectJobType, start: () => Promise<unknown>): Promise<void> {
  const ofType = () => jobs.filter(({ job_type }) => job_type === type);
  const before = ofType().length;
  while (ofType().length === before) await start().catch(() => sleep(POLL_MS));
  while (ofType().some(({ job_status }) => job_status === 'progress')) await sleep(POLL_MS);
}

function projectOf({ annofab }: Stack, projectId: string): ProjectRecord {
  const project = annofab.state.projects.get(projectId);
  if (project === undefined) throw new Error(`There is no project ${projectId}`);
  return project;
}
