import { raceSignal } from './race-signal.ts';

/**
 * Work that several callers ask for and that is done once.
 *
 * - Callers that join while it is in progress share its result, or its error.
 * - A caller that gives up leaves alone; when the last one has left, the work is aborted, so that nothing goes on in the
 *   background (a Lambda freezes between invocations).
 * - Nothing is kept after it has ended.
 */
export class SingleFlight<T> {
  #flight: { work: Promise<T>; waiting: number; controller: AbortController } | undefined;

  get busy(): boolean {
    return this.#flight !== undefined;
  }

  async join(start: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    const flight = this.#flight ?? this.#start(start);
    flight.waiting += 1;
    try {
      return await raceSignal(signal, () => flight.work);
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0) this.#end(flight, signal.reason);
    }
  }

  /** Resolves when the work in progress has ended, well or not. This does not count as joining it. */
  async settled(signal: AbortSignal): Promise<void> {
    const work = this.#flight?.work;
    if (work) await raceSignal(signal, () => Promise.allSettled([work]));
  }

  #start(start: (signal: AbortSignal) => Promise<T>) {
    const controller = new AbortController();
    const work = start(controller.signal);
    const flight = { work, waiting: 0, controller };
    this.#flight = flight;
    const land = () => {
      if (this.#flight === flight) this.#flight = undefined;
    };
    work.then(land, land);
    return flight;
  }

  #end(flight: { controller: AbortController }, reason: unknown): void {
    flight.controller.abort(reason);
    if (this.#flight === flight) this.#flight = undefined;
  }
}
