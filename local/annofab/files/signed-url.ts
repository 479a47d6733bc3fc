import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../core/clock.ts';

export type SignedMethod = 'GET' | 'PUT';

/** `invalid` means never signed, changed after signing, or signed for another method. */
export type SignatureState = 'valid' | 'expired' | 'invalid' | 'unsigned';

export interface UrlSigner {
  /** The query of a URL that allows one method on one path for `seconds`. Every query is different. */
  sign(method: SignedMethod, path: string, seconds: number): URLSearchParams;
  check(method: string, path: string, query: URLSearchParams): SignatureState;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

/**
 * Signs URLs like S3's presigned ones, with the query parameters that clients may read. The signature uses a key of
 * this signer.
 */
export function createUrlSigner(clock: Clock): UrlSigner {
  const key = randomBytes(32);
  const signature = (method: string, path: string, query: URLSearchParams): string =>
    createHmac('sha256', key)
      .update(JSON.stringify([method, path, ...SIGNED_FIELDS.map((name) => query.get(name))]))
      .digest('hex');

  return {
    sign(method, path, seconds) {
      const date = clock
        .now()
        .toISOString()
        .replaceAll(/[-:]|\.\d+/g, '');
      const query = new URLSearchParams({
        'X-Amz-Algorithm': ALGORITHM,
        'X-Amz-Credential': `${randomBytes(10).toString('hex')}/${date.slice(0, 8)}/ap-northeast-1/s3/aws4_request`,
        'X-Amz-Date': date,
        'X-Amz-Expires': String(seconds),
        'X-Amz-SignedHeaders': 'host',
      });
      query.set('X-Amz-Signature', signature(method, path, query));
      return query;
    },

    check(method, path, query) {
      const given = query.get('X-Amz-Signature');
      if (given === null) return 'unsigned';
      if (!isEqual(given, signature(method, path, query))) return 'invalid';
      return clock.now().getTime() < expiry(query) ? 'valid' : 'expired';
    },
  };
}

const SIGNED_FIELDS = ['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Date', 'X-Amz-Expires', 'X-Amz-SignedHeaders'];

function expiry(query: URLSearchParams): number {
  const date = query.get('X-Amz-Date') ?? '';
  const iso = date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  return Date.parse(iso) + Number(query.get('X-Amz-Expires')) * 1000;
}

export function isEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
