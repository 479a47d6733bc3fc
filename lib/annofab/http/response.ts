import { ApiError } from '../errors.ts';
import type { PreparedRequest } from './prepared-request.ts';
import type { Answer } from './transport.ts';

/**
 * The content of a successful answer.
 *
 * - An empty body is `undefined`.
 * - JSON is read whatever it is called, since Annofab sends some of it as text/plain; other plain text stays text.
 * - Where the answer points elsewhere by `Location` and the body does not say so, the content is `{ url }`.
 *
 * @throws ApiError when it says that it is JSON and is not, or when it is a page for people (of a proxy, say)
 */
export function decode(request: PreparedRequest, answer: Answer): unknown {
  const content = readContent(request, answer);
  const location = answer.headers['location'];
  return location !== undefined && !hasUrl(content) ? { url: location } : content;
}

function readContent(request: PreparedRequest, answer: Answer): unknown {
  const text = answer.text.startsWith('\uFEFF') ? answer.text.slice(1) : answer.text;
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    const mediaType = mediaTypeOf(answer);
    if (mediaType === 'text/plain' || mediaType === 'text/csv') return text;
    throw unreadable(request, answer);
  }
}

/** Whether it says that it is JSON: then it broke off on the way, if it is none. */
export function saysJson(answer: Answer): boolean {
  return mediaTypeOf(answer) === 'application/json';
}

function mediaTypeOf({ headers }: Answer): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

function unreadable(request: PreparedRequest, answer: Answer): ApiError {
  const { status, headers, text } = answer;
  const carriedOut =
    request.operation.retry === 'unsafe' ? ' It was carried out: read back before sending it again.' : '';
  const problem = saysJson(answer)
    ? `the body (application/json) is not JSON to its end.${carriedOut}`
    : `the body (${mediaTypeOf(answer) || 'no media type'}) is not JSON. Check the base URL.`;
  return new ApiError(`${request.label}: ${status}, but ${problem}`, {
    operation: request.id,
    status,
    headers,
    body: text,
  });
}

function hasUrl(content: unknown): boolean {
  return typeof content === 'object' && content !== null && 'url' in content && typeof content.url === 'string';
}
