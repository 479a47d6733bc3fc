import { isJsonObject, type JsonObject } from '../core/json.ts';
import { type Gone, placeholders } from './gone.ts';
import { isDashboardBody, prunedDashboard } from './prune-dashboard.ts';

/**
 * Removes from a value what refers to something that is gone: the items of lists, the properties of mappings, and a mapping
 * itself when one of the properties in `REQUIRED` is removed, or empty.
 *
 * @returns undefined when nothing is left of it
 */
export function pruned(value: unknown, gone: Gone): unknown {
  if (Array.isArray(value)) return prunedList(value, gone);
  if (!isJsonObject(value))
    return typeof value === 'string' && isDashboardBody(value) ? prunedDashboard(value, gone) : value;
  if (refersTo(value, gone) || gone.metrics.has(String(value['MetricName']))) return undefined;
  if (gone.policies.has(String(value['PolicyName']))) return undefined;
  const entries = Object.entries(value).flatMap(([name, item]) => {
    const left = gone.variables.has(name) ? undefined : pruned(item, gone);
    return left === undefined ? [] : [[name, left] as const];
  });
  const left = Object.fromEntries(entries);
  return REQUIRED.some((name) => name in value && !(name in left)) ? undefined : left;
}

/** Without them a resource, a statement of a policy or a metric has no meaning. */
const REQUIRED = ['Metrics', 'MetricStat', 'Metric', 'Dimensions', 'Resource', 'Queues', 'Value', 'Properties'];

/** A list that loses all of its items goes too; so does the list of an alarm's metrics that only has expressions left. */
function prunedList(list: readonly unknown[], gone: Gone): unknown {
  if (list.some((item) => isGoneDimension(item, gone))) return undefined;
  const left = list.map((item) => pruned(item, gone)).filter((item) => item !== undefined);
  if (left.length === list.length) return left;
  const isWorthIt = left.some((item) => !isJsonObject(item) || !('Expression' in item));
  return isWorthIt ? left : undefined;
}

/** The dimensions of a metric go together. */
function isGoneDimension(item: unknown, gone: Gone): boolean {
  if (!isJsonObject(item) || !('Name' in item && 'Value' in item)) return false;
  return gone.dimensions.has(`${item['Name']}=${item['Value']}`) || refersTo(item['Value'], gone);
}

function refersTo(value: unknown, { ids }: Gone): boolean {
  if (!isJsonObject(value) || Object.keys(value).length !== 1) return false;
  const { Ref: ref, 'Fn::GetAtt': getAtt, 'Fn::Sub': sub } = value;
  if (typeof ref === 'string') return ids.has(ref);
  if (Array.isArray(getAtt)) return ids.has(String(getAtt[0]));
  if (typeof getAtt === 'string') return ids.has(getAtt.split('.', 1).join());
  return typeof sub === 'string' && !isDashboardBody(sub) && placeholders(sub).some((id) => ids.has(id));
}

/** The resources or outputs that are left, and the names of those that are lost with what they refer to. */
export function prunedEntries(entries: JsonObject, gone: Gone): { left: JsonObject; lost: readonly string[] } {
  const left: Record<string, unknown> = {};
  const lost: string[] = [];
  for (const [id, entry] of Object.entries(entries)) {
    const kept = gone.ids.has(id) ? undefined : pruned(entry, gone);
    if (kept === undefined) lost.push(id);
    else left[id] = kept;
  }
  return { left, lost };
}
