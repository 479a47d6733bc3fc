/** What an automation gets with an event, where nobody reads its log and its metrics. */
import { readConfigAndSettings } from '../lib/runtime/settings.ts';

const silent = () => {};
const { settings } = readConfigAndSettings([], {});
const { signal } = new AbortController();

export function silentEvent() {
  return {
    ...{ settings, signal, count: silent, now: Date.now, deadline: Date.now() + 900_000 },
    log: { debug: silent, info: silent, warn: silent, error: silent },
    delivery: { key: 'bench', label: 'bench', receivedAt: '2019-05-08T01:00:00Z', deferrals: {} },
    once: async (_name: string, effect: () => Promise<unknown>) => void (await effect()),
  };
}
