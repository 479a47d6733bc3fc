import { SingleFlight } from '../../core/single-flight.ts';
import type { MyAccount } from '../generated/schemas.ts';

/** The account of the credentials: read once, and kept until it is forgotten. A failure is not kept. */
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

  /** Also what is being read now, which is for those who asked before. */
  forget(): void {
    this.#account = undefined;
    this.#flight = new SingleFlight();
  }
}
