import { randomUUID } from 'node:crypto';
import type { AnnofabClient } from '../../lib/annofab/index.ts';
import { annofabUrl, withAnnofab } from '../annofab-client.ts';
import { httpUrl } from '../deployment/http-url.ts';
import { openTarget } from '../deployment/target.ts';
import { webhookSecret } from '../deployment/webhook-secret.ts';
import { confirm } from '../frame/confirm.ts';
import { UsageError } from '../frame/exit-codes.ts';
import { interruptible } from '../frame/signals.ts';
import { printable } from '../frame/text-table.ts';
import { type Tried, tryAssumption } from './assumptions/assumption.ts';
import { ASSUMPTIONS } from './assumptions/assumptions.ts';
import { createCleanUp, type Leftover } from './clean-up.ts';
import type { PilotOptions } from './options.ts';
import { leftoversText, listText, type Report, STAYS, summaryText, triedText } from './output.ts';
import { PREFIX } from './parts.ts';
import { createPilot } from './pilot.ts';
import { inspectProject, removeLeftovers } from './project.ts';
import { watchRefusals } from './refusals.ts';

/** Tries the assumptions on a throwaway project. The command fails when something could not be removed. */
export async function runPilot({ project, ...options }: PilotOptions): Promise<void> {
  if (options.list) {
    const rows = ASSUMPTIONS.map(({ check: _, ...row }) => row);
    console.log(options.json ? JSON.stringify({ assumptions: rows }) : listText(ASSUMPTIONS));
    return;
  }
  if (project === undefined) throw new UsageError('Name a throwaway project with --project.');
  const report = await interruptible(
    (signal) => withAnnofab(options, (annofab) => tryProject(annofab, { ...options, project }, signal)),
    'What was made was removed, unless a message says otherwise.',
  );
  console.log(options.json ? JSON.stringify(report) : [summaryText(report), STAYS].join('\n'));
  if (report.leftovers.length > 0) process.exitCode = 1;
}

async function tryProject(
  annofab: AnnofabClient,
  options: PilotOptions & { readonly project: string },
  signal: AbortSignal,
): Promise<Report> {
  const { project: project_id, wait, any = false, yes, json } = options;
  const target = await openTarget(options);
  const url = await httpUrl(target, options.url, signal);
  const receiver = { url, secret: await webhookSecret(target, project_id, signal) };
  const { title, leftovers: earlier } = await inspectProject(annofab, { project_id, any }, signal);
  const question = `Make a task, webhooks and an archive in project ${project_id} (${printable(title)}), and remove them afterwards?`;
  if (!(await confirm(question, yes))) throw new Error('Nothing was changed.');
  await removeLeftovers(annofab, project_id, earlier, signal);
  const cleanUp = createCleanUp();
  const refusals = watchRefusals(await annofabUrl(options));
  const run = `${PREFIX}${randomUUID().slice(0, 8)}`;
  const waitMs = wait * 1_000;
  const say = (text: string) => console.error(text);
  const begunAt = Date.now();
  const parts = { annofab, project_id, run, begunAt, receiver, cleanUp, say, waitMs, refusals: refusals.list, signal };
  let leftovers: Leftover[] = [];
  const assumptions: Tried[] = [];
  try {
    const pilot = createPilot(parts);
    for (const assumption of ASSUMPTIONS) {
      const tried = await tryAssumption(assumption, pilot);
      assumptions.push(tried);
      if (!json) console.log(triedText(tried));
    }
  } finally {
    refusals.stop();
    say(`Removing everything whose id begins with ${PREFIX} …`);
    leftovers = await cleanUp.run();
    if (leftovers.length > 0) say(leftoversText(leftovers));
  }
  return { assumptions, leftovers };
}
