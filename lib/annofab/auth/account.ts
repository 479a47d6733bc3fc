import { SingleFlight } from '../../core/async/single-flight.ts';
import type { MyAccount } from '../generated/schemas.ts';

/** The account of the credentials: read once, and cached until {@link forget}. A failure is not cached. */
export class AccountCache {
  readonly #read: (signal: AbortSignal) => PromiseLike<MyAccount>;
  #flight = new SingleFlight<MyAccount>();
  #account: MyAccount | undefined;

  constructor(read: (signal: AbortSignal) => PromiseLike<MyAccount>) {
    this.#read = read;
  }

  async get(signal: AbortSignal): Promise<MyAccount> {
    if (this.#account) return this.#account;
    const flight = this.#flight;
    const account = await flight.join(async (shared) => this.#read(shared), signal);
    if (flight === this.#flight) this.#account = account;
    return account;
  }

  /** A read in progress is for the callers before this, and not cached either. */
  forget(): void {
    this.#account = undefined;
    this.#flight = new SingleFlight();
  }
}
