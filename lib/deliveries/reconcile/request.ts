import { isId } from '../../core/ids.ts';
import { isJsonObject, ownField } from '../../core/json.ts';
import { LoggableError } from '../../core/loggable-error.ts';

/** So long Annofab shows the jobs of its webhooks. */
export const LONGEST_DAYS = 14;

/** What a run is to look at beyond what is due. */
export interface ReconcileRequest {
  /** At least so far back, in days. */
  readonly days?: number;
  /** Instead of those that are set. */
  readonly projectIds?: readonly string[];
}

const FIELDS = ['full', 'days', 'project_ids'];

/**
 * Reads what a run was invoked with. A schedule gives an event with a `source`, which asks for nothing; by hand it is
 * `{}`, `{"full": true}` (all 14 days) or `{"days": 3, "project_ids": ["project-a"]}`.
 *
 * @throws LoggableError naming all that is wrong, so that a run by hand does not do less than was meant
 */
export function reconcileRequest(event: unknown): ReconcileRequest {
  if (event === undefined || event === null) return {};
  if (!isJsonObject(event)) throw new LoggableError('The event must be a JSON object');
  if (typeof ownField(event, 'source') === 'string') return {};
  const [full, days, projectIds] = FIELDS.map((field) => ownField(event, field));
  const problems = Object.keys(event)
    .filter((name) => !FIELDS.includes(name))
    .map(() => `it may have ${FIELDS.join(', ')} alone`);
  if (full !== undefined && typeof full !== 'boolean') problems.push('full must be true or false');
  if (days !== undefined && !isDays(days)) problems.push(`days must be a number up to ${LONGEST_DAYS}`);
  if (projectIds !== undefined && !isIds(projectIds)) problems.push('project_ids must be a list of project ids');
  if (problems.length > 0) throw new LoggableError(`The event cannot be read: ${[...new Set(problems)].join('; ')}`);
  return {
    ...(full === true ? { days: LONGEST_DAYS } : isDays(days) && { days }),
    ...(isIds(projectIds) && { projectIds: [...new Set(projectIds)] }),
  };
}

function isDays(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= LONGEST_DAYS;
}

function isIds(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every(isId);
}
