import { checkToken } from './credentials.ts';

/** What requests are authorised with, until Annofab refuses it or it runs out. */
export interface SessionToken {
  /** Grows with every new token: tells a 401 of this token from a late one of an old token. */
  readonly generation: number;
  /** The value of the Authorization header. */
  readonly header: string;
  /** The token alone, to be kept out of errors. */
  readonly secret: string;
  /** Only after a login. */
  readonly refreshToken?: string;
  /** Only after a login: logging out asks for it. */
  readonly accessToken?: string;
  /** Epoch ms from which on it is renewed before it is used. Unknown for tokens that cannot be read. */
  readonly renewAt?: number;
  /** Epoch ms. */
  readonly expiresAt?: number;
}

/** How long before its end a token is renewed, where its life is long enough. */
const EARLY_MS = 60_000;

/** Personal access tokens go with `Bearer`. */
export function fromPat(pat: string, generation: number): SessionToken {
  return { generation, header: `Bearer ${pat}`, secret: pat };
}

/** The session of the challenge that the account's second factor must answer; undefined where there is none. */
export function challengeOf(loginAnswer: unknown): string | undefined {
  if (fieldOf(loginAnswer, 'token') != null) return undefined;
  const session = fieldOf(loginAnswer, 'session');
  return typeof session === 'string' ? session : undefined;
}

/**
 * Reads the answer of a login or a refresh. Login tokens go raw, without `Bearer`.
 *
 * @param now epoch ms
 * @param previous its refresh token stays in use where a refresh brings no new one
 * @throws CredentialError when the answer holds no token
 */
export function fromLogin(answer: unknown, generation: number, now: number, previous?: SessionToken): SessionToken {
  const token = fieldOf(answer, 'token') ?? answer;
  const secret = checkToken('id_token', fieldOf(token, 'id_token'));
  const refreshToken = fieldOf(token, 'refresh_token') ?? previous?.refreshToken;
  const accessToken = fieldOf(token, 'access_token') ?? previous?.accessToken;
  return {
    generation,
    header: secret,
    secret,
    ...(typeof refreshToken === 'string' && { refreshToken }),
    ...(typeof accessToken === 'string' && { accessToken }),
    ...lifetimeOf(secret, now),
  };
}

/** From the token's own life, counted from now, so that a clock that is off does no harm. */
function lifetimeOf(jwt: string, now: number): { renewAt?: number; expiresAt?: number } {
  const claims = readClaims(jwt);
  const [exp, iat] = [fieldOf(claims, 'exp'), fieldOf(claims, 'iat')];
  if (typeof exp !== 'number' || !Number.isFinite(exp)) return {};
  const lifeMs = typeof iat === 'number' && iat < exp ? (exp - iat) * 1000 : exp * 1000 - now;
  return { renewAt: now + lifeMs - Math.min(EARLY_MS, lifeMs / 5), expiresAt: now + lifeMs };
}

function readClaims(jwt: string): unknown {
  try {
    return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
  } catch {
    return undefined;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
