import type { ResponseHeaders } from '../http/transport.ts';

/** An ETag without its quotes, weak or not. */
export function bareEtag(etag: string | undefined): string | undefined {
  return etag?.replace(/^W\//, '').replaceAll('"', '');
}

/** The file's MD5 in hex, where its ETag is one: not after a multipart upload (`…-3`), nor with a KMS key. */
export function md5Of(headers: ResponseHeaders): string | undefined {
  if (headers['x-amz-server-side-encryption']?.startsWith('aws:kms')) return undefined;
  const etag = bareEtag(headers['etag']);
  return etag !== undefined && /^[0-9a-f]{32}$/.test(etag) ? etag : undefined;
}
