import type { ResponseHeaders } from '../http/transport.ts';
import type { CookieJar } from './cookie-jar.ts';
import { withSignedCookie } from './signed-cookie.ts';

/** The kind of files that the cookies are for. */
export type FileResource = 'project' | 'input_data_set';

/** The signed cookies of Annofab's own file addresses. */
export interface FileCookies {
  /** Annofab's own: cookies are sent only to its host, and never over HTTP where it uses HTTPS. */
  readonly origin: string;
  readonly jar: CookieJar;
  /** Requests them (sign-headers) and returns the headers of the response. */
  sign(project_id: string, resource: FileResource, signal: AbortSignal): Promise<ResponseHeaders>;
}

/**
 * Opens an address with the signed cookies of its project, where it is one that takes them. They are requested when
 * CloudFront refuses a request without them, or when they have expired.
 *
 * @throws what `attempt` throws
 */
export function withFileCookie<T>(
  { origin, jar, sign }: FileCookies,
  file: { url: URL; project_id: string | undefined; signal: AbortSignal },
  attempt: (cookie: string | undefined) => Promise<T>,
): Promise<T> {
  const { url, signal } = file;
  if (!isAnnofabs(url, new URL(origin)) || isPresigned(url)) return attempt(undefined);
  const projectId = file.project_id ?? projectIn(url.pathname);
  const resource = url.pathname.includes('/input_data_set/') ? 'input_data_set' : 'project';
  return withSignedCookie(jar, {
    path: url.pathname,
    signal,
    required: false,
    sign: projectId === undefined ? undefined : (shared) => sign(projectId, resource, shared),
    attempt,
  });
}

/** As for all cookies, the port does not matter. */
function isAnnofabs(url: URL, annofab: URL): boolean {
  return url.hostname === annofab.hostname && url.protocol === annofab.protocol;
}

/** An address with the signature of S3 or of CloudFront in its query needs no cookies. */
function isPresigned({ searchParams }: URL): boolean {
  return searchParams.has('X-Amz-Signature') || searchParams.has('Signature');
}

function projectIn(path: string): string | undefined {
  return /\/projects\/([A-Za-z0-9_.-]+)(?:\/|$)/.exec(path)?.[1];
}
