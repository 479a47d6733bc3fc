import { callerIdentity } from '../deployment/caller-identity.ts';
import { settingsFile } from '../deployment/stage-settings.ts';
import { findSecret } from '../deployment/stored-secret.ts';
import { openTarget, type Target } from '../deployment/target.ts';
import { askYesOrNo } from '../frame/confirm.ts';
import { UsageError } from '../frame/exit-codes.ts';
import { interruptible } from '../frame/signals.ts';
import { openTerminal, type Terminal } from '../frame/terminal.ts';
import { optionOrAnswer, QUESTIONS } from './answers.ts';
import { readCredential, storedCredential } from './credential.ts';
import type { InitOptions } from './options.ts';
import { nextSteps, planText, type Result, resultText } from './output.ts';
import { credentialStep, type Step, settingsStep, webhooksStep } from './steps.ts';

/** Prepares a stage for its first deployment. */
export async function runInit(options: InitOptions): Promise<void> {
  const terminal = process.stdin.isTTY ? openTerminal() : undefined;
  try {
    const result = await interruptible((signal) => prepare(options, terminal, signal), 'Run the same command again.');
    console.log(options.json ? JSON.stringify(result) : resultText(result));
  } finally {
    terminal?.close();
  }
}

/** What was decided about the stage, before anything is written. */
interface Plan {
  readonly target: Target;
  readonly where: string;
  readonly projects: readonly string[];
  readonly notOwned: readonly string[];
  readonly steps: readonly Step[];
}

async function prepare(options: InitOptions, terminal: Terminal | undefined, signal: AbortSignal): Promise<Result> {
  const planned = await plan(options, terminal, signal);
  const account = await callerIdentity(planned.target, signal).then(
    (identity) => identity.account,
    // It may not be reachable; it is only shown.
    () => 'unknown',
  );
  if (options.dryRun) return resultOf(planned, account, { isDone: false, kept: new Set() });
  const place = `AWS account ${account}, region ${planned.target.sdk.region}`;
  if (terminal !== undefined) console.error(planText(place, planned.steps));
  // All questions come first, so that an interruption between two of them leaves nothing half done.
  const kept = await keptSteps(planned.steps, place, (question) => agreed(question, terminal, options));
  for (const step of planned.steps) if (!kept.has(step)) await step.apply(signal);
  return resultOf(planned, account, { isDone: true, kept });
}

/** Asks about everything that is created in one question, and about each change. @returns what is to stay as it is */
async function keptSteps(
  steps: readonly Step[],
  place: string,
  ask: (question: string) => Promise<boolean>,
): Promise<Set<Step>> {
  const creates = steps.filter(({ change }) => change === 'create').length;
  if (creates > 0 && !(await ask(`Create these ${creates} in ${place}?`))) throw new Error('Nothing was changed.');
  const kept = new Set<Step>();
  for (const step of steps) {
    if (step.change === 'change' && !(await ask(`Change ${step.what}: ${step.detail}?`))) kept.add(step);
  }
  return kept;
}

function resultOf(
  { target, where, projects, notOwned, steps }: Plan,
  account: string,
  { isDone, kept }: { isDone: boolean; kept: ReadonlySet<Step> },
): Result {
  const rows = steps.map((step) => {
    const { what, change, detail } = step;
    return { what, change: kept.has(step) ? 'kept' : CHANGES[change][isDone ? 1 : 0], detail };
  });
  const notes = notOwned.map((id) => `The account is not an owner of project ${id}: let an owner make it one.`);
  const next = nextSteps({ where, projects, file: `settings/${target.stage}.yml` });
  return { stage: target.stage, region: target.sdk.region, account, steps: rows, notes, next };
}

/** The name of a settings file that belongs to no stage. */
const EXAMPLE = 'example';

/** What is to be done, and what was done. */
const CHANGES = {
  create: ['to be created', 'created'],
  change: ['to be changed', 'changed'],
  none: ['unchanged', 'unchanged'],
} as const;

async function plan(options: InitOptions, terminal: Terminal | undefined, signal: AbortSignal): Promise<Plan> {
  // With --yes, what no option gives has its default.
  const asked = options.yes ? undefined : terminal;
  const stage = await optionOrAnswer(options.stage, asked, QUESTIONS.stage());
  if (stage === EXAMPLE)
    throw new UsageError(`settings/${EXAMPLE}.yml is the example: choose another name for the stage.`);
  const { region: byDefault } = (await openTarget({ stage })).sdk;
  const region = await optionOrAnswer(options.region, asked, QUESTIONS.region(byDefault));
  const target = await openTarget({ stage, region });
  const settings = await settingsFile(stage);
  if (settings.problems.length > 0) throw new Error(settings.problems.join('\n'));
  const found = await findSecret(target, 'credential', signal);
  const stored = found && storedCredential(found.json);
  const webhooks = await webhooksStep(target, signal);
  const known = settings.settings.annofabEndpointUrl;
  const endpoint = await optionOrAnswer(options.endpoint, asked, QUESTIONS.endpoint(known));
  const projects = await optionOrAnswer(options.project, asked, QUESTIONS.projects());
  const { credential, notOwned } = await readCredential({ options, terminal, stored, endpoint, projects, signal });
  const file = await settingsStep(stage, { annofabEndpointUrl: endpoint, archiveProjectIds: projects });
  return {
    target,
    where: region === byDefault ? `--stage ${stage}` : `--stage ${stage} --region ${region}`,
    projects,
    notOwned,
    steps: [credentialStep(target, found && { ...found, stored }, credential), webhooks, file],
  };
}

async function agreed(question: string, terminal: Terminal | undefined, { yes }: InitOptions): Promise<boolean> {
  if (yes) return true;
  if (terminal === undefined) throw new UsageError(`${question} Nobody can answer here: add --yes.`);
  return askYesOrNo(terminal, question);
}
