/** The parts of the benchmark. A part has a folder; its `index.ts` exports `run`. */
import type { Run } from './figures.ts';

interface Part {
  readonly what: string;
  load(): Promise<{ readonly run: Run }>;
}

export const PARTS: Readonly<Record<string, Part>> = {
  client: { what: 'requests of the client beside bare undici', load: () => import('./client/index.ts') },
  archives: { what: 'reading annotation archives', load: () => import('./archives/index.ts') },
  init: { what: 'the start of the functions', load: () => import('./init/index.ts') },
};
