import type { LedgerEntry } from '../../../../lib/deliveries/ledger/entry.ts';
import type { Decision } from '../../../../lib/deliveries/ledger/transitions.ts';

/** What happens to one call: it succeeds, it fails, or it succeeds and its answer is lost. */
export type Fate = 'ok' | 'fails' | 'lost';

/** A call that the code under exploration makes, and on which it waits. */
export type Call =
  /** One step of the ledger, decided on the entry as it is then. */
  | {
      readonly to: 'ledger';
      readonly name: string;
      readonly decide: (entry: LedgerEntry | undefined) => Decision<unknown>;
    }
  | { readonly to: 'queue' | 'dead-letter queue'; readonly name: string; readonly body: string }
  | { readonly to: 'dead-letter reader' | 'effect' | 'annofab'; readonly name: string }
  /** What the environment decides, such as the outcome of a recipe. */
  | { readonly to: 'choice'; readonly name: string; readonly choices: readonly Choice[] };

export interface Choice {
  readonly name: string;
  /** `normal` is what happens without faults, `free` may happen at any time, `fault` uses up a fault. */
  readonly kind: 'normal' | 'free' | 'fault';
}

/** How a call was answered. */
export interface Answer {
  readonly fate: Fate;
  /** Whether the lease of the worker has run out by now. */
  readonly late: boolean;
  /** Of a call to the ledger: the entry that it was decided on. */
  readonly entry?: LedgerEntry | undefined;
  readonly choice?: string;
}

/** The code under exploration sees the world only through this. */
export interface Port {
  ask(call: Call): Promise<Answer>;
  isLate(): boolean;
}

/** Real code, with its input. @returns how it ended */
export type Program = (port: Port) => Promise<string>;

/** A point at which a program waits for an answer, or has ended. Two runs with the same answers are at the same point. */
export interface Point {
  readonly id: number;
  readonly program: Program;
  readonly answers: readonly Answer[];
  readonly call?: Call;
  readonly result?: string;
  readonly next: Map<string, Point>;
}

/** Thrown where a point is needed that no run has reached yet: await `reach`, and try again. */
export class Unreached extends Error {
  readonly reach: () => Promise<void>;

  constructor(reach: () => Promise<void>) {
    super('a point was not reached yet');
    this.reach = reach;
  }
}

/**
 * The step table of the real code, found by running it: each point of a program is reached by running it from its start with
 * the answers that lead there. So the model cannot differ from the code.
 */
export class Behaviours {
  readonly #points: Point[] = [];
  readonly #starts = new Map<string, Point>();

  get size(): number {
    return this.#points.length;
  }

  at(id: number): Point {
    const point = this.#points[id];
    if (point === undefined) throw new Error(`there is no point ${id}`);
    return point;
  }

  /** @param name of the program with its input */
  start(name: string, program: () => Program): Point {
    const known = this.#starts.get(name);
    if (known !== undefined) return known;
    throw new Unreached(async () => void this.#starts.set(name, await this.#run(program(), [])));
  }

  /** @param key two answers that the program cannot tell apart have the same */
  after(point: Point, key: string, answer: Answer): Point {
    const known = point.next.get(key);
    if (known !== undefined) return known;
    throw new Unreached(
      async () => void point.next.set(key, await this.#run(point.program, [...point.answers, answer])),
    );
  }

  async #run(program: Program, answers: readonly Answer[]): Promise<Point> {
    const end = await reached(program, answers);
    const point: Point = { id: this.#points.length, program, answers, next: new Map(), ...end };
    this.#points.push(point);
    return point;
  }
}

/** Runs a program with the answers, up to its next call or its end. */
function reached(program: Program, answers: readonly Answer[]): Promise<{ call: Call } | { result: string }> {
  return new Promise((resolve) => {
    let asked = 0;
    let late = false;
    const port: Port = {
      async ask(call) {
        const answer = answers[asked];
        asked += 1;
        if (answer !== undefined) {
          late = answer.late;
          return answer;
        }
        resolve({ call });
        return new Promise(() => {});
      },
      isLate: () => late,
    };
    program(port).then(
      (result) => resolve({ result }),
      (error: unknown) => resolve({ result: `failed: ${error instanceof Error ? error.name : String(error)}` }),
    );
  });
}
