import { type Operation, type OperationId, operations } from '../../../lib/annofab/api-description.ts';
import { type UnlistedAnswer, unlistedRoutes } from './unlisted-routes.ts';

/** What answers a path: an operation, or the answer of an unlisted route. */
export type Target = OperationId | UnlistedAnswer;

export interface Found {
  readonly target: Target;
  readonly params: Readonly<Record<string, string>>;
}

interface Route {
  readonly target: Target;
  /** The names of the parameters, in the order of the path. */
  readonly names: readonly string[];
}

/** A part of a path between two slashes. */
interface Segment {
  readonly fixed: Map<string, Segment>;
  parameter?: Segment;
  /** Method → route that ends here. */
  readonly routes: Map<string, Route>;
}

/** Operations check the ids; a longer one is no id at all. */
const MAX_PARAM_LENGTH = 2_000;

/** One for all emulators: adding 175 routes to each would take half of its start. */
const root = createSegment();
for (const { path, answer } of unlistedRoutes) add('GET', path, answer);
for (const id of Object.keys(operations).filter(isOperationId)) {
  const { method, path }: Operation = operations[id];
  add(method, path, id);
}

/** @param url the path of a request, in which each segment can be decoded, with or without its query; or a whole URL, as proxies send */
export function findRoute(method: string, url: string): Found | undefined {
  const path = url.replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*$/s, '');
  const values: string[] = [];
  const route = walk(root, path.split('/').map(decodeURIComponent), method, values);
  return (
    route && { target: route.target, params: Object.fromEntries(route.names.map((name, i) => [name, values[i] ?? ''])) }
  );
}

/** @param values receives the parameters */
function walk(from: Segment, [next, ...rest]: readonly string[], method: string, values: string[]): Route | undefined {
  if (next === undefined) return from.routes.get(method);
  const fixed = from.fixed.get(next);
  const route = fixed && walk(fixed, rest, method, values);
  if (route !== undefined || from.parameter === undefined || next.length > MAX_PARAM_LENGTH) return route;
  const before = values.length;
  values.push(next);
  const other = walk(from.parameter, rest, method, values);
  if (other === undefined) values.length = before;
  return other;
}

function add(method: string, path: string, target: Target): void {
  const names: string[] = [];
  let segment = root;
  for (const part of path.split('/')) {
    const [, name] = /^\{(\w+)\}$/.exec(part) ?? [];
    if (name !== undefined) names.push(name);
    segment = name === undefined ? fixedIn(segment, part) : parameterIn(segment);
  }
  segment.routes.set(method, { target, names });
}

function fixedIn({ fixed }: Segment, part: string): Segment {
  const segment = fixed.get(part) ?? createSegment();
  fixed.set(part, segment);
  return segment;
}

function parameterIn(segment: Segment): Segment {
  segment.parameter ??= createSegment();
  return segment.parameter;
}

function createSegment(): Segment {
  return { fixed: new Map(), routes: new Map() };
}

function isOperationId(name: string): name is OperationId {
  return Object.hasOwn(operations, name);
}
