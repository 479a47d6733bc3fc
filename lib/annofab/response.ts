import type { Call } from './call.ts';
import { ApiError } from './errors.ts';
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
export function decode(call: Call, answer: Answer): unknown {
  const content = readContent(call, answer);
  const location = answer.headers['location'];
  return location !== undefined && !hasUrl(content) ? { url: location } : content;
}

function readContent(call: Call, answer: Answer): unknown {
  const text = answer.text.startsWith('\uFEFF') ? answer.text.slice(1) : answer.text;
  if (text.trim() === '') return undefined;
  const mediaType = (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  try {
    return JSON.parse(text);
  } catch {
    if (mediaType === 'text/plain' || mediaType === 'text/csv') return text;
    throw new ApiError(
      `${call.label}: ${answer.status}, but the body (${mediaType || 'no media type'}) is not JSON. Check the base URL.`,
      { operation: call.id, status: answer.status, headers: answer.headers, body: answer.text },
    );
  }
}

function hasUrl(content: unknown): boolean {
  return typeof content === 'object' && content !== null && 'url' in content && typeof content.url === 'string';
}
