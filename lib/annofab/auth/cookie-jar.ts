import { SingleFlight } from '../../core/async/single-flight.ts';
import type { Clock } from '../../core/clock.ts';
import { AnnofabError } from '../errors.ts';
import type { ResponseHeaders } from '../http/transport.ts';

/** The cookies of one signing request. */
interface SignedCookie {
  /** The path that they were requested for. */
  readonly signedFor: string;
  /** Where they are valid, according to their `Path`: that path and everything under it. */
  readonly path: string;
  /** `name=value; name=value`, for a `Cookie` header. */
  readonly header: string;
  /** Epoch ms; infinite where the cookies have no expiry. */
  readonly expiresAt: number;
}

/**
 * Keeps signed cookies until they expire, so that one signing request serves many requests.
 *
 * What a signature covers is not documented: a cookie of a wider `Path` is tried for the paths under it; where it is
 * refused, the path gets its own cookie, which is preferred from then on.
 */
export class CookieJar {
  readonly #clock: Clock;
  readonly #cookies = new Map<string, SignedCookie>();
  readonly #flights = new Map<string, SingleFlight<string>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The `Cookie` header to send to a path; undefined when none is known. */
  find(path: string): string | undefined {
    const now = this.#clock.now();
    const fitting = [...this.#cookies.values()].filter(
      (cookie) => cookie.expiresAt > now && (cookie.signedFor === path || covers(cookie.path, path)),
    );
    const own = fitting.find((cookie) => cookie.signedFor === path);
    return (own ?? fitting.sort((a, b) => b.path.length - a.path.length)[0])?.header;
  }

  /**
   * Gets new cookies for a path; concurrent calls for the same path share them.
   *
   * @param sign returns the headers of the response that sets them
   * @throws AnnofabError when the response sets none
   */
  async sign(
    path: string,
    sign: (signal: AbortSignal) => Promise<ResponseHeaders>,
    signal: AbortSignal,
  ): Promise<string> {
    const flight = this.#flights.get(path) ?? new SingleFlight<string>();
    this.#flights.set(path, flight);
    const isCurrent = () => this.#flights.get(path) === flight;
    try {
      return await flight.join(async (shared) => {
        const cookie = parseSetCookie((await sign(shared))['set-cookie'] ?? '', path, this.#clock.now());
        if (!cookie) throw new AnnofabError(`Annofab set no signed cookie for ${path}.`);
        if (isCurrent()) this.#keep(cookie);
        return cookie.header;
      }, signal);
    } finally {
      if (!flight.busy && isCurrent()) this.#flights.delete(path);
    }
  }

  clear(): void {
    this.#cookies.clear();
    // Requests in progress were begun for another account, and are no longer shared.
    this.#flights.clear();
  }

  #keep(cookie: SignedCookie): void {
    const now = this.#clock.now();
    for (const { signedFor, expiresAt } of this.#cookies.values())
      if (expiresAt <= now) this.#cookies.delete(signedFor);
    this.#cookies.set(cookie.signedFor, cookie);
  }
}

/** RFC 6265, 5.1.4. */
function covers(cookiePath: string, path: string): boolean {
  return path === cookiePath || path.startsWith(cookiePath.endsWith('/') ? cookiePath : `${cookiePath}/`);
}

/** One signing sets several cookies that only work together: where and as long as all of them are valid. */
function parseSetCookie(text: string, signedFor: string, now: number): SignedCookie | undefined {
  const cookies = text.split('\n').flatMap((line) => parseCookie(line, now));
  if (cookies.length === 0) return undefined;
  const paths = cookies.map(({ path }) => path ?? signedFor);
  return {
    signedFor,
    path: paths.reduce((narrowest, path) => (path.length > narrowest.length ? path : narrowest)),
    header: cookies.map(({ pair }) => pair).join('; '),
    expiresAt: Math.min(...cookies.map(({ expiresAt }) => expiresAt)),
  };
}

function parseCookie(line: string, now: number): { pair: string; path: string | undefined; expiresAt: number }[] {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const attribute = (name: string) =>
    attributes.find((part) => part.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
  if (!/^[^=\s]+=\S+$/.test(pair)) return [];
  return [{ pair, path: attribute('path'), expiresAt: now + lifeOf(attribute('max-age'), attribute('expires'), now) }];
}

/** ms. `Max-Age` takes precedence over `Expires`. */
function lifeOf(maxAge: string | undefined, expires: string | undefined, now: number): number {
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return Number(maxAge) * 1000;
  const date = Date.parse(expires ?? '');
  return Number.isNaN(date) ? Number.POSITIVE_INFINITY : date - now;
}
