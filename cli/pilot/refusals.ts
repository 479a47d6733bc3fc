import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { isJsonObject, ownField } from '../../lib/core/json.ts';

const CHANNEL = 'undici:request:headers';

/** The `Retry-After` of each answer with the status 429: the client waits and repeats the request by itself. */
export interface Refusals {
  readonly list: readonly (string | undefined)[];
  stop(): void;
}

/** Watches all requests to this address. */
export function watchRefusals(baseUrl: string): Refusals {
  const { origin } = new URL(baseUrl);
  const list: (string | undefined)[] = [];
  const onHeaders = (message: unknown) => {
    const { request, response } = isJsonObject(message) ? message : {};
    if (!isJsonObject(request) || !isJsonObject(response)) return;
    if (String(request['origin']) !== origin || response['statusCode'] !== 429) return;
    list.push(headerIn(ownField(response, 'headers'), 'retry-after'));
  };
  subscribe(CHANNEL, onHeaders);
  return { list, stop: () => void unsubscribe(CHANNEL, onHeaders) };
}

/** @param headers names and values in turn */
function headerIn(headers: unknown, name: string): string | undefined {
  const texts = Array.isArray(headers) ? headers.map(String) : [];
  const at = texts.findIndex((text, index) => index % 2 === 0 && text.toLowerCase() === name);
  return at < 0 ? undefined : texts[at + 1];
}
