/** The result of a login. */
export interface Tokens {
  readonly id_token: string;
  readonly access_token: string;
  readonly refresh_token: string;
}

/**
 * The three tokens of a login. Each can be read; printed, logged or serialised they are hidden.
 */
export class SessionTokens implements Tokens {
  readonly #tokens: Tokens;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** The value of `Authorization`, raw. */
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
