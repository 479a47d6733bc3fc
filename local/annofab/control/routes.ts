import { boolean, check, explain, integer, object, optional, parseJson, string } from '../../../lib/core/json.ts';
import type { Checkpoints } from '../core/checkpoints.ts';
import { type Clock, formatDateTime } from '../core/clock.ts';
import type { Services } from '../core/services.ts';
import { assertSettings } from '../core/settings-check.ts';
import { completeTask } from './complete-task.ts';
import { assertFault } from './fault.ts';
import type { Faults } from './faults.ts';
import { recordedRequests, recordedWebhooks } from './recordings.ts';
import type { Spy } from './spy.ts';

/** The parts that the control API reads and changes. */
export interface Control extends Services {
  readonly faults: Faults;
  readonly spy: Spy;
  readonly checkpoints: Checkpoints;
  readonly hosts: readonly string[];
}

export interface ControlCall {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The body as it was sent; empty when there is none. */
  readonly text: string;
}

export interface ControlRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/__emulator`. */
  readonly path: string;
  /** @throws Error for a wrong request: 400 */
  run(control: Control, call: ControlCall): unknown;
}

export const controlRoutes: readonly ControlRoute[] = [
  { method: 'GET', path: '', run: describe },
  { method: 'GET', path: '/faults', run: ({ faults }) => faults.list() },
  { method: 'POST', path: '/faults', run: addFaults },
  { method: 'DELETE', path: '/faults', run: ({ faults }) => clearFaults(faults) },
  { method: 'DELETE', path: '/faults/:id', run: removeFault },
  { method: 'GET', path: '/settings', run: ({ settings }) => settings },
  { method: 'POST', path: '/settings', run: changeSettings },
  { method: 'GET', path: '/clock', run: ({ clock }) => describeClock(clock) },
  { method: 'POST', path: '/clock', run: changeClock },
  { method: 'GET', path: '/requests', run: ({ spy }, { query }) => recordedRequests(spy, query) },
  { method: 'DELETE', path: '/requests', run: ({ spy }) => forget(spy, 'requests') },
  { method: 'GET', path: '/webhooks', run: ({ spy }, { query }) => recordedWebhooks(spy, query) },
  { method: 'DELETE', path: '/webhooks', run: ({ spy }) => forget(spy, 'deliveries') },
  { method: 'GET', path: '/mails', run: ({ state }) => state.mails },
  { method: 'POST', path: '/complete-task', run: complete },
  { method: 'POST', path: '/reset', run: reset },
  { method: 'POST', path: '/snapshot', run: ({ checkpoints }) => new JsonText(checkpoints.save()) },
  { method: 'PUT', path: '/snapshot', run: loadSnapshot },
];

/** An answer that is already JSON text. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

function describe({ state, clock, faults }: Control) {
  return {
    projects: [...state.projects.keys()],
    clock: describeClock(clock),
    faults: faults.list().length,
    routes: controlRoutes.map(({ method, path }) => `${method} /__emulator${path}`),
  };
}

/** Adds one fault or a list. When one is wrong, none is added. */
function addFaults({ faults }: Control, { text }: ControlCall) {
  const body = parse(text);
  const wanted = Array.isArray(body) ? body : [body];
  const checked = wanted.map((fault: unknown) => {
    assertFault(fault);
    return fault;
  });
  const ids = new Set(checked.map((fault) => faults.add(fault)));
  return faults.list().filter(({ id }) => ids.has(id));
}

function clearFaults(faults: Faults) {
  faults.clear();
  return [];
}

function removeFault({ faults }: Control, { params: { id = '' } }: ControlCall) {
  if (!faults.remove(id)) throw new Error(`there is no fault ${id}: it was removed or is used up`);
  return faults.list();
}

function changeSettings({ settings }: Control, { text }: ControlCall) {
  const changes = parse(text);
  assertSettings(changes);
  return Object.assign(settings, changes);
}

const clockChange = object({
  now: optional(
    check(
      (value): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
      'must be a date-time such as "2026-04-01T03:00:00+09:00"',
    ),
  ),
  advanceMilliseconds: optional(integer(Number.MIN_SAFE_INTEGER)),
  frozen: optional(boolean),
});

function changeClock({ clock }: Control, { text }: ControlCall) {
  const change = clockChange.read(parse(text));
  if (!change.ok) throw new TypeError(explain(change.problems, 'the body'));
  const { now, advanceMilliseconds, frozen } = change.value;
  if (frozen === true) clock.freeze();
  if (now !== undefined) clock.set(new Date(now));
  if (advanceMilliseconds !== undefined) clock.advance(advanceMilliseconds);
  if (frozen === false) clock.resume();
  return describeClock(clock);
}

function describeClock(clock: Clock) {
  return { now: formatDateTime(clock.now()), frozen: clock.isFrozen() };
}

const taskIds = object({ project_id: string, task_id: string });

/** Completes a task, whatever its state and its workers, which fires its webhooks. */
function complete(control: Control, { text }: ControlCall) {
  const ids = taskIds.read(parse(text));
  if (!ids.ok) throw new TypeError(explain(ids.problems, 'the body'));
  return completeTask(control, ids.value.project_id, ids.value.task_id);
}

function forget(spy: Spy, what: 'requests' | 'deliveries') {
  spy.clear(what);
  return [];
}

async function reset(control: Control) {
  await control.checkpoints.reset();
  return describe(control);
}

function loadSnapshot(control: Control, { text }: ControlCall) {
  control.checkpoints.load(text);
  return describe(control);
}

function parse(text: string): unknown {
  const value = parseJson(text);
  if (value === undefined) throw new TypeError('the body is not JSON');
  return value;
}
