import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../core/clock.ts';

export interface CookieSigner {
  /**
   * The `Set-Cookie` values that let one account read everything under a path.
   *
   * @param path without a slash at its end: `/api/v2/projects/p`
   */
  sign(path: string, accountId: string, seconds: number): string[];
  /** Whose cookies these are, when they are good for this path now; or CloudFront's reason why they are not. */
  check(cookieHeader: string | undefined, path: string): CookieState;
}

export type CookieState = { readonly accountId: string } | { readonly refused: CookieRefusal };

export type CookieRefusal = 'MissingKey' | 'AccessDenied';

/** What the policy cookie says, as far as CloudFront's own policies go, and whose it is. */
interface Policy {
  readonly Statement: readonly [
    { readonly Resource: string; readonly Condition: { readonly DateLessThan: { readonly 'AWS:EpochTime': number } } },
  ];
  readonly accountId: string;
}

const KEY_PAIR_ID = 'KEMULATOR000000';
const NAMES = ['CloudFront-Key-Pair-Id', 'CloudFront-Policy', 'CloudFront-Signature'] as const;

/**
 * Signs cookies in the shape of CloudFront's. Annofab's are `Secure`, ours are not: the emulator speaks plain HTTP,
 * over which no client would send them.
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
      // Of two cookies of a name a client sends the one with the longer path first; either may be the right one.
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

/** Only of policies that we signed ourselves. */
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

function isEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
