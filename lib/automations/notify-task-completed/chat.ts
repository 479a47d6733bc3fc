import type { CHAT_FORMATS } from '../../core/chat-formats.ts';
import { explain, object, optional, pattern } from '../../core/json.ts';
import { LoggableError } from '../../core/loggable-error.ts';
import { parseRetryAfter } from '../../core/retry-after.ts';
import { NonRetryableError, RetryLater } from '../../runtime/outcomes.ts';

export interface Chat {
  readonly format: (typeof CHAT_FORMATS)[number];
  /**
   * @throws RetryLater when the chat is busy, fails or does not answer: it may have posted the message in the last two cases;
   * NonRetryableError when it refuses the message
   */
  post(message: object, signal: AbortSignal): Promise<void>;
}

/** What the secret of the chat holds: the address is a secret, because everyone who knows it can post. */
export interface ChatAddress {
  readonly url: string;
  /** The header `Authorization`, if the chat wants one. */
  readonly authorization?: string;
}

const shape = object({
  url: pattern(/^(https:\/\/|http:\/\/127\.0\.0\.1:)\S+$/, 'must be an https address'),
  authorization: optional(pattern(/^[\x20-\x7e]+$/, 'must be printable ASCII characters')),
});

/** @throws LoggableError that says what is wrong, and never the address */
export function parseChatAddress(json: unknown): ChatAddress {
  const read = shape.read(json);
  if (!read.ok) throw new LoggableError(explain(read.problems));
  return read.value;
}

const TIMEOUT_MS = 5_000;
/** How long to wait, in seconds, when the chat does not say. */
const RETRY_SECONDS = 60;

/** Posts a message once. @throws RetryLater, NonRetryableError */
export async function postMessage(address: ChatAddress, message: object, signal: AbortSignal): Promise<void> {
  const { status, headers } = await send(address, message, signal);
  if (status >= 200 && status < 300) return;
  if (status === 429) {
    const waitMs = parseRetryAfter(headers.get('retry-after') ?? undefined, Date.now()) ?? RETRY_SECONDS * 1_000;
    throw later('the chat takes no more messages for now', Math.max(1, Math.ceil(waitMs / 1_000)));
  }
  if (status >= 500 || status === 408) throw later(`the chat answered with status ${status}`, RETRY_SECONDS);
  throw new NonRetryableError(
    `the chat refused the message with status ${status}: correct the address in its secret, then send the delivery again`,
  );
}

async function send({ url, authorization }: ChatAddress, message: object, signal: AbortSignal): Promise<Response> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
      body: JSON.stringify(message),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    await response.body?.cancel();
    return response;
  } catch (cause) {
    // The end of the invocation is not the chat's failure.
    signal.throwIfAborted();
    throw later('the chat did not answer', RETRY_SECONDS, cause);
  }
}

function later(reason: string, seconds: number, cause?: unknown): RetryLater {
  return new RetryLater(reason, { seconds, counter: 'chat', cause });
}
