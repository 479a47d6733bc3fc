/** What a login gave. */
interface Tokens {
  readonly id_token: string;
  readonly access_token: string;
  readonly refresh_token: string;
}

/**
 * The three tokens of a login, to be read one by one and nowhere to be seen: printed, logged or serialised they are
 * hidden.
 */
export class SessionTokens implements Tokens {
  readonly #tokens: Tokens;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** What stands in `Authorization`, raw. */
  get id_token(): string {
    return this.#tokens.id_token;
  }

  get access_token(): string {
    return this.#tokens.access_token;
  }

  get refresh_token(): string {
    return this.#tokens.refresh_token;
  }

  toJSON(): string {
    return '[redacted]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return 'SessionTokens { [redacted] }';
  }
}
