import { parseJson } from '../../core/json.ts';
import { checkToken } from './credentials.ts';

/** The token that requests are authorised with, until Annofab refuses it or it expires. */
export interface SessionToken {
  /** Grows with every new token: tells a 401 of this token from a late one of an old token. */
  readonly generation: number;
  /** The value of the Authorization header. */
  readonly header: string;
  /** The token alone, to keep out of errors. */
  readonly secret: string;
  /** Only after a login. */
  readonly refreshToken?: string;
  /** Only after a login: logout needs it. */
  readonly accessToken?: string;
  /** Epoch ms after which it is renewed before it is used. Absent where the token cannot be decoded. */
  readonly renewAt?: number;
  /** Epoch ms. */
  readonly expiresAt?: number;
}

/** How long before its expiry a token is renewed, where its lifetime is long enough. */
const EARLY_MS = 60_000;

/** Personal access tokens are sent with `Bearer`. */
export function fromPat(pat: string, generation: number): SessionToken {
  return { generation, header: `Bearer ${pat}`, secret: pat };
}

/** The session of the multi-factor challenge; undefined where there is none. */
export function challengeOf(loginAnswer: unknown): string | undefined {
  if (fieldOf(loginAnswer, 'token') != null) return undefined;
  const session = fieldOf(loginAnswer, 'session');
  return typeof session === 'string' ? session : undefined;
}

/**
 * Reads the response to a login or a refresh. Login tokens are sent raw, without `Bearer`.
 *
 * @param now epoch ms
 * @param previous its refresh token stays in use where a refresh returns no new one
 * @throws CredentialError when the response has no token
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

/** From the token's lifetime, counted from now, so that a wrong clock does no harm. */
function lifetimeOf(jwt: string, now: number): { renewAt?: number; expiresAt?: number } {
  const claims = readClaims(jwt);
  const [exp, iat] = [fieldOf(claims, 'exp'), fieldOf(claims, 'iat')];
  if (typeof exp !== 'number' || !Number.isFinite(exp)) return {};
  const lifeMs = typeof iat === 'number' && iat < exp ? (exp - iat) * 1000 : exp * 1000 - now;
  return { renewAt: now + lifeMs - Math.min(EARLY_MS, lifeMs / 5), expiresAt: now + lifeMs };
}

function readClaims(jwt: string): unknown {
  return parseJson(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
