import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import { isEqual } from './signed-url.ts';

export interface CookieSigner {
  /**
   * The `Set-Cookie` values that allow one account to read everything under a path.
   *
   * @param path without a slash at its end: `/api/v2/projects/p`
   */
  sign(path: string, accountId: string, seconds: number): string[];
  /** The account of cookies that are valid for this path now, or CloudFront's reason for refusing them. */
  check(cookieHeader: string | undefined, path: string): CookieState;
}

export type CookieState = { readonly accountId: string } | { readonly refused: CookieRefusal };

export type CookieRefusal = 'MissingKey' | 'AccessDenied';

/** The content of the policy cookie: a CloudFront policy, and the account that it belongs to. */
interface Policy {
  readonly Statement: readonly [
    { readonly Resource: string; readonly Condition: { readonly DateLessThan: { readonly 'AWS:EpochTime': number } } },
  ];
  readonly accountId: string;
}

const KEY_PAIR_ID = 'KEMULATOR000000';
const NAMES = ['CloudFront-Key-Pair-Id', 'CloudFront-Policy', 'CloudFront-Signature'] as const;

/**
 * Signs cookies like CloudFront's. Unlike Annofab's they are not `Secure`, because no client sends `Secure` cookies
 * over the emulator's plain HTTP.
 */
export function createCookieSigner(clock: Clock): CookieSigner {
  const key = randomBytes(32);
  const signatureOf = (policy: string): string => createHmac('sha256', key).update(policy).digest('base64url');

  return {
    sign(path, accountId, seconds) {
      const policy = encodePolicy(path, accountId, Math.floor(clock.now().getTime() / 1000) + seconds);
      const values = [KEY_PAIR_ID, policy, signatureOf(policy)];
      const rest = `; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Strict`;
      return NAMES.map((name, index) => `${name}=${values[index]}${rest}`);
    },

    check(header, path) {
      // A client may send two cookies with one name, the longer path first; both can be the right one.
      const given = readCookies(header);
      const signatures = given.get('CloudFront-Signature') ?? [];
      const policies = (given.get('CloudFront-Policy') ?? []).filter((policy) =>
        signatures.some((signature) => isEqual(signature, signatureOf(policy))),
      );
      if (!NAMES.every((name) => given.has(name))) return { refused: 'MissingKey' };
      const fitting = policies.map(decodePolicy).find((policy) => isFor(policy, path, clock.now()));
      return fitting ? { accountId: fitting.accountId } : { refused: 'AccessDenied' };
    },
  };
}

function encodePolicy(path: string, accountId: string, until: number): string {
  const policy: Policy = {
    Statement: [{ Resource: `${path}*`, Condition: { DateLessThan: { 'AWS:EpochTime': until } } }],
    accountId,
  };
  return Buffer.from(JSON.stringify(policy)).toString('base64url');
}

/** Its callers have verified the signature. */
function decodePolicy(text: string): Policy {
  return JSON.parse(Buffer.from(text, 'base64url').toString());
}

function isFor({ Statement: [{ Resource: resource, Condition: condition }] }: Policy, path: string, now: Date) {
  const root = resource.slice(0, -1);
  const isInside = path === root || path.startsWith(`${root}/`);
  return isInside && now.getTime() < condition.DateLessThan['AWS:EpochTime'] * 1000;
}

function readCookies(header = ''): Map<string, string[]> {
  const cookies = new Map<string, string[]>();
  for (const part of header.split(';')) {
    const [name = '', ...value] = part.trim().split('=');
    cookies.set(name, [...(cookies.get(name) ?? []), value.join('=').replaceAll('"', '')]);
  }
  return cookies;
}
