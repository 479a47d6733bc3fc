import { isId } from '../../core/ids.ts';
import { isJsonObject, ownField } from '../../core/json.ts';
import { LoggableError } from '../../core/loggable-error.ts';

/** Annofab keeps the jobs of its webhooks this long. */
export const MAX_DAYS = 14;

/** What a manual run reads beyond what is due. */
export interface ReconcileRequest {
  /** The minimum number of days to look back. */
  readonly days?: number;
  /** The projects, instead of the configured ones. */
  readonly projectIds?: readonly string[];
}

const FIELDS = ['full', 'days', 'project_ids'];

/**
 * Reads the event that a run was invoked with. The event of a schedule has a `source` and asks for nothing; a manual event is
 * `{}`, `{"full": true}` (all 14 days) or `{"days": 3, "project_ids": ["project-a"]}`.
 *
 * @throws LoggableError naming everything that is wrong, so that a manual run does not do less than intended
 */
export function reconcileRequest(event: unknown): ReconcileRequest {
  if (event === undefined || event === null) return {};
  if (!isJsonObject(event)) throw new LoggableError('The event must be a JSON object');
  if (typeof ownField(event, 'source') === 'string') return {};
  const [full, days, projectIds] = FIELDS.map((field) => ownField(event, field));
  const problems = Object.keys(event)
    .filter((name) => !FIELDS.includes(name))
    .map(() => `its only fields are ${FIELDS.join(', ')}`);
  if (full !== undefined && typeof full !== 'boolean') problems.push('full must be true or false');
  if (days !== undefined && !isDays(days)) problems.push(`days must be a number up to ${MAX_DAYS}`);
  if (projectIds !== undefined && !isIds(projectIds)) problems.push('project_ids must be a list of project ids');
  if (problems.length > 0) throw new LoggableError(`The event is invalid: ${[...new Set(problems)].join('; ')}`);
  return {
    ...(full === true ? { days: MAX_DAYS } : isDays(days) && { days }),
    ...(isIds(projectIds) && { projectIds: [...new Set(projectIds)] }),
  };
}

function isDays(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= MAX_DAYS;
}

function isIds(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every(isId);
}
