import { textTable } from '../frame/text-table.ts';
import type { WebhookState } from '../webhooks/webhook-state.ts';
import type { ProjectState } from './known-projects.ts';

/** A project in the output of `projects list`. */
export interface Listed {
  readonly project_id: string;
  /** `null`: the account is not an active member. */
  readonly role: string | null;
  /** `unknown`: the account is not an owner, so it cannot read the webhooks. */
  readonly webhooks: 'in order' | 'missing' | 'different' | 'unknown';
  /** Each webhook that is not in order: `task-completed: different (headers)`. */
  readonly problems: readonly string[];
}

export function listed({ project_id, role, webhooks }: ProjectState): Listed {
  const problems = webhookProblems(webhooks ?? []);
  return {
    project_id,
    role: role ?? null,
    webhooks: webhooks === undefined ? 'unknown' : summaryOf(webhooks),
    problems,
  };
}

/** A line for each webhook that is not in order. */
export function webhookProblems(webhooks: readonly WebhookState[]): string[] {
  return webhooks.flatMap(({ eventType, state, differs }) =>
    state === 'in order' ? [] : [`${eventType}: ${state}${differs.length === 0 ? '' : ` (${differs.join(', ')})`}`],
  );
}

export function listText(projects: readonly Listed[]): string {
  if (projects.length === 0) return 'The deployment knows no project. Add one with: annofab-functions projects add';
  const rows = projects.map(({ project_id, role, webhooks, problems }) => [
    project_id,
    role ?? 'not a member',
    webhooks,
    problems.join('; '),
  ]);
  return textTable(rows, ['project', 'role', 'webhooks', '']);
}

function summaryOf(webhooks: readonly WebhookState[]): Listed['webhooks'] {
  if (webhooks.every(({ state }) => state === 'in order')) return 'in order';
  return webhooks.every(({ state }) => state === 'in order' || state === 'missing') ? 'missing' : 'different';
}
