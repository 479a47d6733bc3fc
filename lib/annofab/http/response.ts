import { parseExactly } from '../../core/numbers/exact-number.ts';
import { ApiError } from '../errors.ts';
import type { PreparedRequest } from './prepared-request.ts';
import type { Answer } from './transport.ts';

/**
 * The content of a successful response.
 *
 * - An empty body is `undefined`.
 * - JSON is parsed whatever its media type, since Annofab sends some of it as text/plain; other plain text stays text.
 * - A number that JavaScript cannot hold is an ExactNumber; how other numbers were written is remembered for the way back.
 * - Where the response has a `Location` and the body has no `url`, the content is `{ url }`.
 *
 * @throws ApiError when its media type is JSON and the body is not, or when it is an HTML page (of a proxy, for example)
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
    return parseExactly(text, 'spelling');
  } catch {
    const mediaType = mediaTypeOf(answer);
    if (mediaType === 'text/plain' || mediaType === 'text/csv') return text;
    throw unreadable(request, answer);
  }
}

/** Whether its media type is JSON: if the body is not JSON then, it was cut on the way. */
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
  return new ApiError(`${request.label()}: ${status}, but ${problem}`, {
    operation: request.id,
    status,
    headers,
    body: text,
  });
}

function hasUrl(content: unknown): boolean {
  return typeof content === 'object' && content !== null && 'url' in content && typeof content.url === 'string';
}
