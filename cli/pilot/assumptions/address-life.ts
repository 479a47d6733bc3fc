/** How long a signed address is valid, as its query says. */
export interface AddressLife {
  /** The parameter that says it. */
  readonly by: 'X-Amz-Expires' | 'Expires' | 'Policy';
  readonly seconds: number;
}

/**
 * Reads the query of an address that was signed for S3 or for CloudFront.
 *
 * @param now milliseconds since 1970: `Expires` and `Policy` have a moment, not a duration
 */
export function addressLife(url: string, now: number): AddressLife | undefined {
  const query = URL.parse(url)?.searchParams;
  const expires = query?.get('X-Amz-Expires');
  if (expires != null) return { by: 'X-Amz-Expires', seconds: Number(expires) };
  const moment = query?.get('Expires');
  if (moment != null) return { by: 'Expires', seconds: Math.round(Number(moment) - now / 1_000) };
  const end = /"AWS:EpochTime":(\d+)/.exec(decoded(query?.get('Policy')))?.[1];
  return end === undefined ? undefined : { by: 'Policy', seconds: Math.round(Number(end) - now / 1_000) };
}

/** Base64 as CloudFront writes it in addresses. */
function decoded(policy: string | null | undefined): string {
  const base64 = (policy ?? '').replaceAll('-', '+').replaceAll('_', '=').replaceAll('~', '/');
  return Buffer.from(base64, 'base64').toString().replaceAll(/\s/g, '');
}
