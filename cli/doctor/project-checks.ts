import { webhookId } from '../../lib/webhooks/templates.ts';
import { rolesByProject } from '../projects/known-projects.ts';
import { webhookProblems } from '../projects/output.ts';
import { testWebhook } from '../webhooks/test-webhook.ts';
import { SkipCheck } from './check.ts';
import type { DoctorContext } from './context.ts';

/** The checks of each project that the deployment knows, or that --project names. */

export async function checkRoles(ctx: DoctorContext, signal: AbortSignal): Promise<string> {
  const annofab = await ctx.annofab();
  const projects = await someProjects(ctx);
  const roles = await rolesByProject(annofab, signal);
  const problems = projects.flatMap((project) => {
    const role = roles.get(project) ?? 'not an active member';
    return role === 'owner' ? [] : [`project ${project}: ${role}`];
  });
  if (problems.length > 0) throw new Error(`the account is not an owner: ${problems.join('; ')}`);
  return `owner of ${projects.join(', ')}`;
}

export async function checkWebhooks(ctx: DoctorContext): Promise<string> {
  const states = await ownProjects(ctx);
  const problems = states.flatMap(({ project_id, webhooks = [] }) =>
    webhookProblems(webhooks).map((problem) => `${project_id}: ${problem}`),
  );
  if (problems.length > 0) throw new Error(problems.join('; '));
  return `registered and in order in ${states.map(({ project_id }) => project_id).join(', ')}`;
}

/** Each webhook that is registered, in order or not: the answer says what is wrong with it. */
export async function checkDeliveries(ctx: DoctorContext, signal: AbortSignal): Promise<string> {
  const annofab = await ctx.annofab();
  const registered = (await ownProjects(ctx)).flatMap(({ project_id, webhooks = [] }) =>
    webhooks.flatMap(({ eventType, state }) =>
      state === 'in order' || state === 'different' ? [{ project_id, eventType }] : [],
    ),
  );
  if (registered.length === 0) throw new SkipCheck('no webhook is registered');
  const problems: string[] = [];
  for (const { project_id, eventType } of registered) {
    signal.throwIfAborted();
    const tested = await testWebhook(annofab, project_id, eventType, webhookId(eventType, ctx.target.stage));
    const { ok, response_status, message } = tested;
    if (!ok) problems.push(`${project_id}, ${eventType}: ${response_status ?? message ?? tested.result}`);
  }
  if (problems.length > 0) throw new Error(problems.join('; '));
  return `the receiver acknowledged ${registered.length}`;
}

async function someProjects(ctx: DoctorContext): Promise<readonly string[]> {
  const projects = await ctx.projects();
  if (projects.length > 0) return projects;
  throw new SkipCheck(`no project is connected: annofab-functions projects add ${ctx.where} --project <id>`);
}

/** Those of which the account is an owner: only an owner can read webhooks. */
async function ownProjects(ctx: DoctorContext) {
  await someProjects(ctx);
  const states = (await ctx.states()).filter(({ webhooks }) => webhooks !== undefined);
  if (states.length === 0) throw new SkipCheck('the account is an owner of none of the projects');
  return states;
}
