import { raceSignal } from '../annofab/http/deadline.ts';

/**
 * Work that many ask for and that is done once.
 *
 * - Who joins while it is under way shares its result, or its error.
 * - Who gives up leaves alone; when the last has left, the work is aborted, so that nothing goes on in the background
 *   (a Lambda freezes between invocations).
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
      return await raceSignal(flight.work, signal);
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0) this.#end(flight, signal.reason);
    }
  }

  /** Resolves when what is under way has ended, well or not; it is not kept going for this. */
  async settled(signal: AbortSignal): Promise<void> {
    const ended = this.#flight?.work.then(
      () => {},
      () => {},
    );
    if (ended) await raceSignal(ended, signal);
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
