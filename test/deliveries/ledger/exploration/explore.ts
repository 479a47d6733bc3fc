import type { DeliveryState } from '../../../../lib/deliveries/ledger/entry.ts';
import { Unreached } from './behaviour.ts';
import type { Flow } from './programs.ts';
import { type Bounds, keyOf, type State, type Step } from './state.ts';
import { World } from './world.ts';

export interface Exploration {
  readonly states: number;
  readonly steps: number;
  /** The length of the longest of the shortest histories. */
  readonly depth: number;
  /** The points at which the real code waits for an answer. */
  readonly points: number;
  readonly milliseconds: number;
  /** The states of the delivery that occurred. */
  readonly reached: ReadonlySet<DeliveryState>;
  /** The shortest history that breaks an invariant. */
  readonly counterexample?: Counterexample;
}

export interface Counterexample {
  readonly broken: string;
  /** One line for each step, with the state after it. */
  readonly trace: readonly string[];
}

/** Explores every history within the bounds, breadth first, until one breaks an invariant. */
export async function explore(flow: Flow, bounds: Bounds): Promise<Exploration> {
  const begun = performance.now();
  const world = new World(flow, bounds);
  const seen = new Seen();
  let steps = 0;
  let depth = 0;
  let broken: { readonly from: number; readonly step: Step; readonly what: string } | undefined;
  let level: { readonly id: number; readonly state: State }[] = [
    { id: seen.add(world.initial(), -1).id, state: world.initial() },
  ];

  for (; level.length > 0 && broken === undefined; depth += 1) {
    const nextLevel: typeof level = [];
    for (const { id, state } of level) {
      const possible = await stepsOf(world, state);
      steps += possible.length;
      for (const step of possible) {
        const what = step.broken ?? world.broken(step.to);
        if (what !== undefined) broken ??= { from: id, step, what };
        const { id: to, isNew } = seen.add(step.to, id);
        if (isNew) nextLevel.push({ id: to, state: step.to });
        if (step.kind === 'normal') seen.onward(id, to);
      }
      if (seen.isLast(id) && !world.isEnd(state))
        broken ??= { from: id, step: STOPS(state), what: 'it stops before an end' };
    }
    level = nextLevel;
  }

  const endless = broken === undefined ? seen.endless() : undefined;
  const done = {
    states: seen.size,
    steps,
    depth: depth - 1,
    points: world.behaviours.size,
    reached: new Set(world.entries.all().map(({ state }) => state)),
    milliseconds: performance.now() - begun,
  };
  if (broken !== undefined) {
    const trace = [...(await traceTo(world, seen, broken.from)), lineOf(world, broken.step)];
    return { ...done, counterexample: { broken: broken.what, trace } };
  }
  if (endless !== undefined)
    return {
      ...done,
      counterexample: { broken: 'without further faults it never ends', trace: await traceTo(world, seen, endless) },
    };
  return done;
}

const STOPS = (to: State): Step => ({ name: 'nothing more happens', kind: 'normal', to });

/** The states that were reached, each by its key, with the state before it and the next one by the fair scheduler. */
class Seen {
  readonly #ids = new Map<string, number>();
  readonly #from: number[] = [];
  readonly #next: number[] = [];

  get size(): number {
    return this.#from.length;
  }

  id(state: State): number | undefined {
    return this.#ids.get(keyOf(state));
  }

  /** @returns its number, and whether it was reached for the first time */
  add(state: State, from: number): { readonly id: number; readonly isNew: boolean } {
    const key = keyOf(state);
    const known = this.#ids.get(key);
    if (known !== undefined) return { id: known, isNew: false };
    const id = this.#from.push(from) - 1;
    this.#next.push(-1);
    this.#ids.set(key, id);
    return { id, isNew: true };
  }

  /** The first normal step is the one that a fair scheduler takes. */
  onward(id: number, to: number): void {
    if (this.#next[id] === -1) this.#next[id] = to;
  }

  isLast(id: number): boolean {
    return this.#next[id] === -1;
  }

  /** The states from the first one to this. */
  path(id: number): number[] {
    const path: number[] = [];
    for (let at = id; at !== -1; at = this.#from[at] ?? -1) path.unshift(at);
    return path;
  }

  /** A state from which the fair scheduler goes round in a circle. */
  endless(): number | undefined {
    const visited = new Int32Array(this.size).fill(-1);
    for (let start = 0; start < this.size; start += 1) {
      for (let at = start; at !== -1 && visited[at] !== start; at = this.#next[at] ?? -1) {
        if ((visited[at] ?? -1) !== -1) break;
        visited[at] = start;
        const next = this.#next[at] ?? -1;
        if (next !== -1 && visited[next] === start) return next;
      }
    }
    return undefined;
  }
}

/** Runs the real code as far as the steps of this state need it. */
async function stepsOf(world: World, state: State): Promise<readonly Step[]> {
  for (;;) {
    try {
      return world.steps(state);
    } catch (error) {
      if (!(error instanceof Unreached)) throw error;
      await error.reach();
    }
  }
}

/** The steps from the first state to this one, found again: only the states' keys are kept. */
async function traceTo(world: World, seen: Seen, id: number): Promise<string[]> {
  const lines: string[] = [];
  let state = world.initial();
  for (const to of seen.path(id).slice(1)) {
    const step = (await stepsOf(world, state)).find((one) => seen.id(one.to) === to);
    if (step === undefined) throw new Error(`state ${to} cannot be reached again`);
    lines.push(lineOf(world, step));
    state = step.to;
  }
  return lines;
}

function lineOf(world: World, { name, kind, to }: Step): string {
  return `${kind === 'fault' ? '!' : ' '} ${name}  [${world.describe(to)}]`;
}
